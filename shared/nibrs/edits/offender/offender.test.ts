import { expect, test } from 'vitest';
import { editContext } from '../../../../test/edit-cases/index.ts';
import { crimes, offendersWith, unknownOffender } from '../../../../test/edit-cases/offender/incidents.ts';
import { type IncidentOverrides, incident } from '../../../../test/reports.ts';
import { validateReport } from '../validate.ts';

const cleared = {
  administrative: { clearedExceptionally: 'D', exceptionalClearanceDate: '20261010' },
  arrestees: [],
};
const related = (relationship: string) => [{ relationships: [{ offenderNumber: '01', relationship }] }];
const places: [string, string, string, IncidentOverrides][] = [
  [
    '501',
    '38',
    'Sex of offender is blank, but offender 01 cannot go without it.',
    { offenders: [{ sexOfOffender: undefined }] },
  ],
  [
    '550',
    '37',
    'Victim 001 is the spouse (SE) of offender 01, who is aged 12, under 13.',
    { victims: related('SE'), offenders: [{ ageOfOffender: '12' }] },
  ],
  [
    '554',
    '37',
    'Victim 001 is CH (child) of offender 01 and so must be younger, but is aged 34 and the offender 20 to 31 (on average 25).',
    { victims: related('CH'), offenders: [{ ageOfOffender: '2031' }] },
  ],
  [
    '555',
    '36',
    'Offender sequence number is 00, which says that nothing is known of any offender, but the incident has 2 offenders.',
    offendersWith([{}, unknownOffender]),
  ],
  [
    '557',
    '36',
    'The incident is cleared exceptionally with D (victim refused to cooperate), but its offender is 00, of whom nothing is known.',
    { ...cleared, ...offendersWith([unknownOffender]) },
  ],
  ...(
    [
      ['37', { ageOfOffender: '00' }],
      ['38', { sexOfOffender: 'U' }],
      ['39', { raceOfOffender: 'U' }],
    ] as const
  ).map(([element, unknown]): [string, string, string, IncidentOverrides] => [
    '558',
    element,
    'The incident is cleared exceptionally with D (victim refused to cooperate), but of no offender are age, sex and race all known.',
    { ...cleared, offenders: [unknown] },
  ]),
  ...(['09C', '360'] as const).map((code): [string, string, string, IncidentOverrides] => [
    '559',
    '37',
    `The incident has the offense ${code === '360' ? '360 (Failure to Register as a Sex Offender)' : '09C (Justifiable Homicide)'}, but of no offender are age, sex and race all known.`,
    { ...crimes[code], offenders: [{ ageOfOffender: '00' }] },
  ]),
  ['1509', '37', 'The offender is aged 10, very young for 120 (Robbery).', { offenders: [{ ageOfOffender: '10' }] }],
  [
    '1607',
    '36',
    'Offender 01 has a number, but age, sex and race are all unknown.',
    { offenders: [{ ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' }], victims: related('RU') },
  ],
];

test.each(places)('%s tells element %s: %s', (code, element, message, overrides) => {
  const context = { ...editContext, agencies: () => ({ kind: 'federal' }) as const };
  const findings = validateReport(incident({ arrestees: [], ...overrides }), context);
  expect(findings.map((finding) => [finding.code, finding.element, finding.message])).toEqual([
    [code, element, message],
  ]);
});

test('everything that is blank of an offender is told', () => {
  const blank = { ageOfOffender: undefined, sexOfOffender: undefined, raceOfOffender: undefined };
  const findings = validateReport(incident({ offenders: [blank] }), editContext);
  expect(findings.map(({ code, element }) => [code, element])).toEqual([
    ['501', '37'],
    ['501', '38'],
    ['501', '39'],
  ]);
});
