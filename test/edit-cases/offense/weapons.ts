import { firearms, groupAOffenses } from '../../../shared/nibrs/codes/index.ts';
import { type EditCase, shows, tribalAgency } from '../case.ts';
import { crimes } from '../incidents.ts';
import { weapons } from '../segments.ts';

const armedOffenses = '09A 09B 09C 100 11A 11B 11C 11D 120 13A 13B 210 520 521 522 526 64A 64B'.split(' ');

/** An offense with weapons, such as `12`, `12A` or `  A`. */
const armed = (offenseCode: string, ...texts: string[]) => crimes([{ offenseCode, weapons: weapons(...texts) }]);

export const weaponCases: EditCase[] = [
  ...[...groupAOffenses.keys()].map((code) =>
    armedOffenses.includes(code)
      ? shows('221', `${code} without a weapon`, armed(code), crimes([code]), tribalAgency)
      : shows('222', `${code} with a weapon`, armed(code, '20'), armed(code), tribalAgency),
  ),
  shows('221', 'an automatic weapon of no kind', armed('120', '  A'), armed('120', '95')),
  shows('222', 'vandalism with a weapon that is none', armed('290', '19'), armed('290')),
  shows('222', 'vandalism with no weapon and one', armed('290', '99', '20'), armed('290')),
  shows('222', 'vandalism with a weapon twice', armed('290', '20', '20'), armed('290')),
  shows('222', 'vandalism with an automatic firearm', armed('290', '12A'), armed('290', '  A')),
  shows('222', 'vandalism with an automatic knife', armed('290', '20A'), armed('290')),
  shows(
    '204',
    'a weapon of an offense that cannot be read',
    crimes(['290', { offenseCode: '29X', weapons: weapons('20') }]),
    crimes(['290']),
  ),
  ...['20', '30', '35', '50', '60', '65', '70', '85'].map((weapon) =>
    shows('265', `an assault with ${weapon}`, armed('13B', weapon), armed('13A', weapon)),
  ),
  ...['40', '90', '95', '99'].map((weapon) =>
    shows('265', `an assault with ${weapon}`, armed('13B', '20'), armed('13B', weapon)),
  ),
  shows('265', 'an assault with hands and a blunt object', armed('13B', '40', '30'), armed('13B', '40', '90')),
  ...['09A', '09B', '09C'].map((code) =>
    shows('267', `${code} without any weapon, as it says`, armed(code, '99'), armed(code, '95')),
  ),
  shows('267', 'a murder; a robbery takes none', armed('09A', '99'), armed('120', '99')),
  shows('207', 'a murder with no weapon and one', armed('09A', '99', '12'), armed('09A', '12')),
  ...[...firearms].map((weapon) =>
    shows('269', `an assault with ${weapon}`, armed('13B', weapon), armed('13A', weapon)),
  ),
  ...['09A', '09B'].map((code) => shows('1202', `${code} with a motor vehicle`, armed(code, '35'), armed(code, '30'))),
  shows('1202', 'a murder; a justifiable homicide can be', armed('09A', '35'), armed('09C', '35')),
  shows('1203', 'armed with hands', armed('520', '40'), armed('520', '20')),
  shows('1203', 'armed with nothing', armed('520', '99'), armed('520', '95')),
  shows('1203', 'hands, under the firearm act', armed('520', '40'), armed('521', '40'), tribalAgency),
  shows('207', 'armed with nothing and a weapon', armed('520', '20', '99'), armed('520', '20')),
  shows('258', 'an automatic knife', armed('120', '20A'), armed('120', '20')),
  shows('258', 'automatic hands, after a handgun', armed('120', '12', '40A'), armed('120', '12', '40')),
  shows('204', 'an automatic weapon that is none', armed('120', '19A'), armed('120', '20')),
  shows('255', 'an indicator that is none', armed('120', '20X'), armed('120', '20')),
  ...[...firearms].map((weapon) =>
    shows('1209', `${weapon}, automatic`, armed('120', `${weapon}A`), armed('120', weapon)),
  ),
  shows('1209', 'one of two handguns', armed('120', '12', '12A'), armed('120', '12', '13')),
];
