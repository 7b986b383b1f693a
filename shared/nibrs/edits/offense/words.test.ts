import { expect, test } from 'vitest';
import { editContext } from '../../../../test/edit-cases/case.ts';
import { crimes } from '../../../../test/edit-cases/incidents.ts';
import { weapons } from '../../../../test/edit-cases/segments.ts';
import type { OffenseSegment } from '../../model/index.ts';
import { validateReport } from '../index.ts';

/** What is said of an incident with these offenses, of which the first differs so. */
function findings([offenseCode, ...others]: string[], first: Partial<OffenseSegment> = {}) {
  const found = validateReport(crimes([{ offenseCode, ...first }, ...others]), editContext);
  return found.map(({ code, columns, message, hint }) => ({ code, first: columns?.[0], words: `${message} ${hint}` }));
}

type Found = ReturnType<typeof findings>;

const armed = (...texts: string[]) => ({ weapons: weapons(...texts) });

test.each<[string, string, Found]>([
  ['256', '13B (Simple Assault)', findings(['13B'], { attemptedCompleted: 'A' })],
  ['256', 'attempted murder', findings(['13B'], { attemptedCompleted: 'A' })],
  ['256', 'if the offense was no crime, remove it', findings(['13B'], { attemptedCompleted: 'U' })],
  ['266', '09C (Justifiable Homicide) beside another offense, 290 (', findings(['290', '09C'])],
  ['205', '09A (Murder', findings(['09A'], { locationType: '58' })],
  [
    '252',
    '220 (Burglary/Breaking & Entering) at location 20 (Residence/Home)',
    findings(['220'], { numberOfPremisesEntered: '02', locationType: '20' }),
  ],
  ['254', '290 (Destruction', findings(['290'], { methodOfEntry: 'F' })],
  ['257', '14 (Hotel/Motel/Etc.)', findings(['220'], { locationType: '14' })],
  ['1201', '19 (Rental Storage Facility)', findings(['220'], { numberOfPremisesEntered: '99', locationType: '19' })],
  ['219', '290 (Destruction', findings(['290'], { criminalActivityGang: ['P'] })],
  [
    '219',
    'J (juvenile gang), G (other gang), N (none/unknown), O (',
    findings(['290'], { criminalActivityGang: ['P'] }),
  ],
  ['219', '36A (Incest). Leave', findings(['36A'], { criminalActivityGang: ['P'] })],
  [
    '219',
    'does not say what was done, which it must for the offense 520 (Weapon',
    findings(['520'], { criminalActivityGang: ['W'] }),
  ],
  [
    '220',
    '520 (Weapon Law Violations). Enter up to three of: B (buying/receiving), C (',
    findings(['520'], { criminalActivityGang: [] }),
  ],
  ['221', '120 (Robbery)', findings(['120'], armed())],
  ['221', '99 (None) if there was none', findings(['120'], armed())],
  ...['09A', '09B', '09C', '520'].map(
    (code) => ['221', 'it is not known.', findings([code], armed())] as [string, string, Found],
  ),
  ['222', '290 (Destruction', findings(['290'], armed('20'))],
  ['267', '09B (Negligent Manslaughter)', findings(['09B'], armed('99'))],
  ['1222', 'the murder', findings(['09A'], { biasMotivation: ['12'] })],
  ['1223', 'the rape', findings(['11A'], { biasMotivation: ['12'] })],
  ['1224', 'the sodomy', findings(['11B'], { biasMotivation: ['12'] })],
  ['1225', 'the sexual assault with an object', findings(['11C'], { biasMotivation: ['12'] })],
])('%s says %s', (code, words, [finding, ...others]) => {
  expect(finding?.code).toBe(code);
  expect(finding?.words).toContain(words);
  expect(others).toEqual([]);
});

test.each([
  ['219', 51, findings(['250'], { criminalActivityGang: ['P', 'G', 'U'] })],
  ['265', 56, findings(['13B'], armed('40', '20', '90'))],
  ['258', 58, findings(['120'], armed('12', '20A'))],
  ['1221', 62, findings(['290'], { biasMotivation: ['12', '13', '14'] })],
])('%s is found in column %i', (code, column, [finding, ...others]) => {
  expect(finding).toMatchObject({ code, first: column });
  expect(others).toEqual([]);
});

test('each automatic weapon is told by its name', () => {
  const found = findings(['120'], armed('12A', '13A'));
  expect(found.map(({ first }) => first)).toEqual([55, 58]);
  expect(found[1]?.words).toContain('13 (Rifle)');
});
