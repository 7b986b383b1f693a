import { describe, expect, test } from 'vitest';
import { crimes, crimesAgainst } from '../../../../test/edit-cases/incidents.ts';
import { type EditCase, editContext } from '../../../../test/edit-cases/index.ts';
import { officer, related, shop, weapons } from '../../../../test/edit-cases/segments.ts';
import { validateReport } from '../index.ts';

/** What is found, as number, element and columns. */
const found = (report: EditCase['hit'], context = {}) =>
  validateReport(report, { ...editContext, ...context }).map(
    ({ code, element, columns = [] }) => `${code} ${element} ${columns.join('-')}`,
  );

/** What is said, and what to do. */
const said = (report: EditCase['hit']) =>
  validateReport(report, editContext).map(({ message, hint }) => `${message} ${hint}`);

const blank = { ageOfVictim: undefined, sexOfVictim: undefined, raceOfVictim: undefined };
const unassigned = { officerActivityCircumstance: undefined, officerAssignmentType: undefined };

describe('of a victim whose type has certain elements', () => {
  test('each that is blank is found', () => {
    expect(found(crimesAgainst(['13C'], { sexOfVictim: undefined, raceOfVictim: undefined }))).toEqual([
      '453 27 76-76',
      '453 28 77-77',
    ]);
    expect(found(crimesAgainst(['13C'], { ...officer, ...unassigned }))).toEqual([
      '454 25A 130-131',
      '454 25B 132-132',
    ]);
  });

  test('one thing is found where all are blank, for the type may be wrong', () => {
    expect(found(crimesAgainst(['13C'], blank))).toEqual(['453 26 72-75']);
    expect(said(crimesAgainst(['13C'], blank))).toEqual([
      'A victim of type I (Individual) needs Age of victim (26), Sex of victim (27), and Race of victim (28); all of these are blank. ' +
        'Fill them in, 00 for an unknown age and U for an unknown sex or race; or correct element 25.',
    ]);
    expect(found(crimesAgainst(['13C'], { ...officer, ...unassigned, ...blank }))).toEqual(['454 26 72-75']);
  });

  test('it is said what to enter', () => {
    expect(said(crimesAgainst(['13C'], { sexOfVictim: undefined }))).toEqual([
      'Sex of victim is blank; a victim of type I (Individual) needs it. Enter one of: F (female), M (male), U (unknown).',
    ]);
    expect(said(crimesAgainst(['13C'], { ageOfVictim: undefined }))[0]).toMatch(
      /Enter two digits, 01 to 98; .*NN, NB or BB/,
    );
  });

  test('what other types have too many of is found once, with all their names', () => {
    const report = crimesAgainst(['290'], { ...shop, sexOfVictim: 'F', raceOfVictim: 'W' });
    expect(found(report)).toEqual(['458 27 76-76']);
    expect(said(report)).toEqual([
      'A victim of type B (Business) is no person and cannot have Sex of victim (27) and Race of victim (28). ' +
        'Leave it blank; if the victim is a person, enter I (Individual) in element 25.',
    ]);
    expect(found(crimesAgainst(['13C'], { ...officer, typeOfVictim: 'I' }))).toEqual(['483 25A 130-131']);
  });
});

describe('of a victim whose offenses ask for something', () => {
  test('each element is found once, at the first offense that asks for it', () => {
    const report = crimesAgainst(['100', '11A'], { typeInjury: [], relationships: [] });
    expect(found(report)).toEqual(['401 33 85-85', '401 34 90-91']);
    expect(said(report)[1]).toBe(
      'Offender number to be related is blank; a victim of 100 (Kidnapping/Abduction) needs it. ' +
        'Enter the number (element 36) of the offender; 00 if nothing is known of any offender.',
    );
  });

  test('the circumstances of that offense are listed', () => {
    expect(said(crimesAgainst(['09C'], { assaultHomicideCircumstances: [] }))).toEqual([
      'Aggravated assault/homicide circumstances is blank; a victim of 09C (Justifiable Homicide) needs it. ' +
        'Enter one of: 20 (Criminal Killed by Private Citizen), 21 (Criminal Killed by Police Officer).',
    ]);
  });

  test('what belongs to none of them is told with their names', () => {
    expect(said(crimesAgainst(['13C', '290'], { typeInjury: ['N'] }))).toEqual([
      'Type injury is N (none), which victims of 13C (Intimidation), 290 (Destruction/Damage/Vandalism of Property) do not have. Leave it blank; if an offense is missing in element 24, add that.',
    ]);
    expect(found(crimesAgainst(['13C'], { typeInjury: ['N'], assaultHomicideCircumstances: ['01'] }))).toEqual([
      '419 31 80-81',
      '419 33 85-85',
    ]);
  });
});

describe('of a type that does not suit the offenses', () => {
  test('one thing is found, at the type, whatever follows from it', () => {
    expect(found(crimesAgainst(['290', '23H'], { typeOfVictim: 'S' }))).toEqual(['467 25 71-71']);
    expect(found(crimesAgainst(['290'], { ...officer, ageOfVictim: '12', raceOfVictim: undefined }))).toEqual([
      '482 25 71-71',
    ]);
  });

  test('the offense is named', () => {
    expect(said(crimesAgainst(['290', '13C'], shop))[0]).toMatch(
      /^Type of victim is B \(Business\), but .* 13C \(Intimidation\), whose victim is always a person\. Enter I/,
    );
  });

  test('an officer of a crime against society is told once', () => {
    const report = crimesAgainst(
      ['40A', '290'],
      { ...officer, connectedOffenseCodes: ['40A'] },
      { ...shop, connectedOffenseCodes: ['290'] },
    );
    expect(found(report)).toEqual(['465 25 71-71']);
  });
});

describe('of circumstances', () => {
  const of = (code: string, ...assaultHomicideCircumstances: string[]) =>
    crimesAgainst([code], { assaultHomicideCircumstances });

  test('the first that does not fit the offense is found', () => {
    expect(found(of('13A', '20', '30'))).toEqual(['462 31 80-81']);
    expect(found(of('13A', '01', '07'))).toEqual(['462 31 82-83']);
    expect(found(of('09A', '30', '31'))).toEqual(['477 31 80-81']);
  });

  test('the one that stands alone is found', () => {
    expect(found(of('13A', '01', '10'))).toEqual(['456 31 82-83']);
    expect(found(of('09A', '30', '01'))).toEqual(['456 31 80-81']);
  });

  test('they are those of one offense among others', () => {
    const both = (...assaultHomicideCircumstances: string[]) =>
      crimesAgainst(['13A', '100'], { assaultHomicideCircumstances });
    expect(found(both('07'))).toEqual(['462 31 80-81']);
    expect(found(both('10', '01'))).toEqual(['456 31 80-81']);
  });

  test('those of two offenses that exclude each other are told when one is left, unless they contradict themselves', () => {
    const both = (...assaultHomicideCircumstances: string[]) =>
      crimesAgainst(['09A', '13A'], { assaultHomicideCircumstances });
    expect(found(both('30'))).toEqual(['478 24 44-46']);
    expect(found(both('10', '01'))).toEqual(['456 31 80-81', '478 24 44-46']);
  });

  test('it is said what to enter', () => {
    expect(said(of('09B', '01'))).toEqual([
      'Aggravated assault/homicide circumstances is 01 (Argument), which a victim of 09B (Negligent Manslaughter) cannot have. ' +
        'Enter one of: 30 (Child Playing With Weapon), 31 (Gun-Cleaning Accident), 32 (Hunting Accident), ' +
        '33 (Other Negligent Weapon Handling), 34 (Other Negligent Killing).',
    ]);
    expect(said(crimesAgainst(['09C'], { justifiableHomicideCircumstance: undefined }))[0]).toMatch(
      /element 31 is 20 \(Criminal Killed by Private Citizen\)/,
    );
  });
});

describe('of ages and injuries', () => {
  const spouse = (ageOfVictim: string) => crimesAgainst(['13C'], { ageOfVictim, relationships: related('SE') });

  test('a spouse of thirteen is a matter of the warning', () => {
    expect(found(spouse('13'))).toEqual(['1449 26 72-75']);
    expect(found(spouse('12'))).toEqual(['450 26 72-75']);
  });

  test('a range is told with its average, a letter code with its meaning', () => {
    expect(said(crimesAgainst(['36B'], { ageOfVictim: '1720' }))[0]).toMatch(/is 17 to 20 \(on average 18\)/);
    expect(said(crimesAgainst(['36B'], { ageOfVictim: '18' }))[0]).toMatch(/is 18, but/);
    expect(said(spouse('NB'))[0]).toMatch(/is NB \(1 to 6 days old\), but/);
  });

  test('the first major injury is found, and the gunshot', () => {
    expect(found(crimesAgainst(['13B'], { typeInjury: ['M', 'B', 'L'] }))).toEqual(['479 33 86-86']);
    const knife = { offenseCode: '13A', weapons: weapons('20') };
    expect(found(crimesAgainst([knife], { typeInjury: ['L', 'G'] }))).toEqual(['486 33 86-86']);
  });

  test('the sex is told with the offense that takes it', () => {
    expect(said(crimesAgainst(['100', '11A'], { sexOfVictim: 'U' }))[0]).toMatch(/the victim of 11A \(Rape\)/);
  });

  test('the hour of an attack on two officers is missed once', () => {
    const report = crimes(['13C'], { victims: [officer, officer], administrative: { incidentHour: undefined } });
    expect(found(report)).toEqual(['490 3-hour 47-48']);
  });
});
