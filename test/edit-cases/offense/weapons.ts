import { firearms, groupAOffenses } from '../../../shared/nibrs/codes/index.ts';
import type { OffenseSegment, Weapon } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, federalAgency, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

const armedOffenses = '09A 09B 09C 100 11A 11B 11C 11D 120 13A 13B 210 520 521 522 526 64A 64B'.split(' ');

/** An offense with weapons: `12` a handgun, `12A` an automatic one, and `  A` an indicator alone. */
const armed = (code: string, ...weapons: string[]) =>
  crimes([code], {}, { offenses: [{ weapons: weapons.map(toWeapon) }] });

function toWeapon(text: string): Weapon {
  return { weapon: text.slice(0, 2).trim() || undefined, automatic: text.slice(2) || undefined };
}

const unreadable = (offense: Partial<OffenseSegment>) =>
  crimes(['290', '290'], { connectedOffenseCodes: ['290'] }, { offenses: [{}, { offenseCode: '29X', ...offense }] });

export const weaponCases: EditCase[] = [
  ...[...groupAOffenses.keys()].map((code) =>
    armedOffenses.includes(code)
      ? shows('221', code, armed(code), crimes([code]), federalAgency)
      : shows('222', code, armed(code, '20'), armed(code), federalAgency),
  ),
  shows('221', 'an automatic weapon of no kind', armed('120', '  A'), armed('120', '95')),
  shows('222', 'a weapon that is none', armed('290', '19'), armed('290')),
  shows('222', 'no weapon and a weapon', armed('290', '99', '20'), armed('290')),
  shows('222', 'a weapon twice', armed('290', '20', '20'), armed('290')),
  shows('222', 'an automatic firearm', armed('290', '12A'), armed('290', '  A')),
  shows('222', 'an automatic knife', armed('290', '20A'), armed('290')),
  shows('204', 'an offense that cannot be read', unreadable({ weapons: [toWeapon('20')] }), crimes(['290'])),
  ...['20', '30', '35', '50', '60', '65', '70', '85'].map((weapon) =>
    shows('265', `an assault with ${weapon}`, armed('13B', weapon), armed('13A', weapon)),
  ),
  ...['40', '90', '95', '99'].map((weapon) =>
    shows('265', `an assault with ${weapon}`, armed('13B', '20'), armed('13B', weapon)),
  ),
  shows('265', 'the second weapon', armed('13B', '40', '30'), armed('13B', '40', '90')),
  ...['09A', '09B', '09C'].map((code) => shows('267', code, armed(code, '99'), armed(code, '95'))),
  shows('267', 'a murder; a robbery takes none', armed('09A', '99'), armed('120', '99')),
  shows('207', 'a murder with no weapon and one', armed('09A', '99', '12'), armed('09A', '12')),
  ...[...firearms].map((weapon) =>
    shows('269', `an assault with ${weapon}`, armed('13B', weapon), armed('13A', weapon)),
  ),
  ...['09A', '09B'].map((code) => shows('1202', code, armed(code, '35'), armed(code, '30'))),
  shows('1202', 'a murder; a justifiable homicide can be', armed('09A', '35'), armed('09C', '35')),
  shows('1203', 'hands', armed('520', '40'), armed('520', '20')),
  shows('1203', 'nothing', armed('520', '99'), armed('520', '95')),
  shows('1203', 'hands, under the firearm act', armed('520', '40'), armed('521', '40'), federalAgency),
  shows('207', 'nothing and a weapon', armed('520', '20', '99'), armed('520', '20')),
  shows('258', 'a knife', armed('120', '20A'), armed('120', '20')),
  shows('258', 'the second weapon', armed('120', '12', '40A'), armed('120', '12', '40')),
  shows('204', 'a weapon that is none', armed('120', '19A'), armed('120', '20')),
  shows('255', 'an indicator that is none', armed('120', '20X'), armed('120', '20')),
  ...[...firearms].map((weapon) => shows('1209', weapon, armed('120', `${weapon}A`), armed('120', weapon))),
  shows('1209', 'one of two handguns', armed('120', '12', '12A'), armed('120', '12', '13')),
];
