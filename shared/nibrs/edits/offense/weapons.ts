import { firearms, groupAOffenses, weapons as weaponCodes } from '../../codes/index.ts';
import type { OffenseSegment, Weapon } from '../../model/index.ts';
import { type CheckedEdit, type CheckedEditText, error, type Run, warning } from '../edit.ts';
import { spell } from '../message.ts';

const noWeapon = '99';

/** Offenses that have element 13; each of them needs it. */
const armedOffenses: ReadonlySet<string> = new Set([
  ...['09A', '09B', '09C', '100', '11A', '11B', '11C', '11D', '120', '13A', '13B', '210'],
  ...['520', '521', '522', '526', '64A', '64B'],
]);

/** Offenses that took a weapon, or are about one: 99 (none) would bring them another finding, such as 267 or 1203. */
const neverUnarmed: ReadonlySet<string> = new Set(['09A', '09B', '09C', '520', '521', '522', '526']);

const someWeapon = 'Enter the weapon that was used, carried or sold; 95 (Unknown) if it is not known.';

/** Whether an offense has weapons, and which. */
export const weaponEdits: readonly CheckedEdit[] = [
  error('2', {
    code: '221',
    scope: 'segment',
    elements: ['13', '6'],
    message: '{element} is blank, which it cannot be for the offense {offense}.',
    hint: 'Enter the weapon or force that was used; 95 (Unknown) if it is not known, 99 (None) if there was none.',
    source: '3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
    check(segment, run) {
      const { offenseCode = '', weapons } = segment;
      if (!armedOffenses.has(offenseCode) || weapons.some(isNamed)) return;
      const details = { offense: spell('6', offenseCode) };
      run.hit(segment, 'weapon', neverUnarmed.has(offenseCode) ? { details, hint: someWeapon } : { details });
    },
  }),
  error('2', {
    code: '222',
    scope: 'segment',
    elements: ['13', '6'],
    message: '{element} is {value}, but the offense is {offense}, which has no weapons.',
    hint: 'Leave {element} blank for this offense.',
    source: '3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
    suppresses: ['204', '206', '207'],
    check(segment, run) {
      const { offenseCode = '', weapons } = segment;
      if (armedOffenses.has(offenseCode) || !groupAOffenses.has(offenseCode)) return;
      let occurrence = 0;
      for (const { weapon } of weapons) {
        if (weapon !== undefined)
          run.hit(segment, 'weapon', { occurrence, details: { offense: spell('6', offenseCode) } });
        occurrence += 1;
      }
    },
  }),
  weaponOfOffense(warning, ['13B'], ['20', '30', '35', '50', '60', '65', '70', '85'], {
    code: '265',
    message: '{element} is {value}, which a simple assault seldom has.',
    hint: 'Enter 13A (Aggravated Assault) as the offense if that was the weapon; of a simple assault 40, 90, 95 or 99.',
    // A firearm is 269.
    source: '5.2.10',
  }),
  weaponOfOffense(error, ['09A', '09B', '09C'], [noWeapon], {
    code: '267',
    message: '{element} is {value}, but {offense} takes a weapon or force.',
    hint: 'Enter what was used: 40 (Personal Weapons) for bare hands, 95 (Unknown) if it is not known.',
    source: '3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
  }),
  weaponOfOffense(error, ['13B'], firearms, {
    code: '269',
    message: '{element} is {value}, which makes the simple assault an aggravated one.',
    hint: 'Enter 13A (Aggravated Assault) as the offense, also in element 24 of its victims, or correct the weapon.',
    source: '3.3.3.9 Table 3-24; 5.2.3 Table 5-4',
  }),
  weaponOfOffense(warning, ['09A', '09B'], ['35'], {
    code: '1202',
    message: '{element} is {value} in {offense}; an accidental traffic death is neither murder nor manslaughter.',
    hint: 'Make sure that the driver meant it, or was drunk, distracted or reckless; an accident is no offense.',
    source: '5.2.10',
  }),
  // The text speaks of weapon law violations; the federal kinds of them have names of their own.
  weaponOfOffense(warning, ['520'], ['40', noWeapon], {
    code: '1203',
    message: '{element} is {value}, which breaks no weapon law.',
    hint: 'Enter the weapon that was carried, sold or used; if there was none, correct the offense.',
    source: '5.2.10',
  }),
  warning('2', {
    code: '258',
    scope: 'segment',
    elements: ['13-auto', '13'],
    message: '{element} is {value} after {weapon}, which is no firearm.',
    hint: 'Leave {element} blank, or correct the weapon: 11 to 15 are firearms.',
    source: '5.2.10',
    check(segment, run) {
      hitAutomatic(segment, run, isOtherWeapon);
    },
  }),
  warning('2', {
    code: '1209',
    scope: 'segment',
    elements: ['13-auto', '13'],
    message: '{element} is {value}: {weapon} was fully automatic, which few are.',
    hint: 'Make sure that one pull of the trigger fires several shots; leave {element} blank if not.',
    source: '5.2.10',
    check(segment, run) {
      hitAutomatic(segment, run, isFirearm);
    },
  }),
];

function isNamed({ weapon }: Weapon): boolean {
  return weapon !== undefined;
}

function isFirearm(weapon: string): boolean {
  return firearms.has(weapon);
}

/** A code that is none is 204. */
function isOtherWeapon(weapon: string): boolean {
  return weaponCodes.has(weapon) && !firearms.has(weapon);
}

/** Hits the automatic indicator of every such weapon, where the offense has weapons at all. */
function hitAutomatic(segment: OffenseSegment, run: Run, isSuch: (weapon: string) => boolean): void {
  const { offenseCode = '', weapons } = segment;
  if (!armedOffenses.has(offenseCode)) return; // 222 says so
  let occurrence = 0;
  for (const { weapon = '', automatic } of weapons) {
    if (automatic === 'A' && isSuch(weapon))
      run.hit(segment, 'automatic', { occurrence, details: { weapon: spell('13', weapon) } });
    occurrence += 1;
  }
}

/** Certain weapons do not go with certain offenses. */
function weaponOfOffense(
  severity: typeof error,
  offenses: readonly string[],
  misfits: Iterable<string>,
  words: Pick<CheckedEditText<'2'>, 'code' | 'message' | 'hint' | 'source'>,
): CheckedEdit {
  const ofOffenses = new Set(offenses);
  const ofWeapons = new Set(misfits);
  return severity('2', {
    ...words,
    scope: 'segment',
    elements: ['13', '6'],
    check(segment, run) {
      const { offenseCode = '', weapons } = segment;
      if (!ofOffenses.has(offenseCode)) return;
      let occurrence = 0;
      for (const { weapon = '' } of weapons) {
        const contradictsOthers = weapon === noWeapon && weapons.length > 1; // 207 says so
        if (ofWeapons.has(weapon) && !contradictsOthers)
          run.hit(segment, 'weapon', { occurrence, details: { offense: spell('6', offenseCode) } });
        occurrence += 1;
      }
    },
  });
}
