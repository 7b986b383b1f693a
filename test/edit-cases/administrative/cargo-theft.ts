import { incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

const cargoOffenses = '120 210 220 23D 23F 23H 240 26A 26B 26C 26E 26F 26G 270 510'.split(' ');

const said = (codes: readonly string[], cargoTheft: string | undefined) =>
  crimes(codes, { administrative: { cargoTheft } });

/** Vandalism beside another offense, whatever it is. */
const unreadable = (offenseCode: string | undefined) =>
  crimes(['290', { offenseCode }], { administrative: { cargoTheft: 'N' } });

export const cargoTheftCases: EditCase[] = [
  shows('119', 'vandalism of cargo', said(['290'], 'N'), said(['290'], undefined)),
  shows('119', 'pickpockets of cargo', said(['23A'], 'Y'), said(['23H'], 'Y')),
  shows('119', 'none of two offenses', said(['290', '23G'], 'N'), said(['290', '23H'], 'N')),
  shows('119', 'cargo theft X of embezzled utilities', said(['26D'], 'X'), said(['26D'], undefined)),
  shows('204', 'cargo theft beside an offense that cannot be read', unreadable('23X'), said(['290'], undefined)),
  shows('201', 'cargo theft beside an offense that is blank', unreadable(undefined), said(['290'], undefined)),
  shows(
    '075',
    'cargo theft without any offense',
    incident({ administrative: { cargoTheft: 'N' }, offenses: [], properties: [], arrestees: [] }),
    incident({ administrative: { cargoTheft: 'N' }, arrestees: [] }),
  ),
  ...cargoOffenses.map((code) =>
    shows('122', `of ${code} nothing is said`, said([code], undefined), said([code], 'N')),
  ),
  shows('122', 'nothing is said of the second offense', said(['290', '23H'], undefined), said(['290', '23H'], 'Y')),
];
