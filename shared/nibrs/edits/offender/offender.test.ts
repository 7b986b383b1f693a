import { expect, test } from 'vitest';
import { crimes } from '../../../../test/edit-cases/incidents.ts';
import { editContext } from '../../../../test/edit-cases/index.ts';
import { related, unknownOffender } from '../../../../test/edit-cases/segments.ts';
import { incident } from '../../../../test/reports.ts';
import type { SourceReport } from '../../flatfile/record.ts';
import type { OffenderSegment } from '../../model/index.ts';
import { validateReport } from '../validate.ts';

type Offender = Partial<OffenderSegment>;

/** A robbery by these offenders. */
const robbery = (...offenders: Offender[]) => crimes(['120'], { offenders });

/** The same by one, to whom the victim is something. */
const robberyOf = (relationship: string, offender: Offender) =>
  crimes(['120'], { offenders: [offender], victims: [{ relationships: related(relationship) }] });

/** The same, cleared exceptionally. */
const cleared = (offender: Offender) =>
  crimes(['120'], {
    administrative: { clearedExceptionally: 'D', exceptionalClearanceDate: '20261010' },
    offenders: [offender],
  });

/** Number, element, words. */
const places: [string, string, string, SourceReport][] = [
  [
    '501',
    '38',
    'Sex of offender is blank, but offender 01 cannot go without it.',
    robbery({ sexOfOffender: undefined }),
  ],
  [
    '550',
    '37',
    'Victim 001 is the spouse (SE) of offender 01, who is aged 12, under 13.',
    robberyOf('SE', { ageOfOffender: '12' }),
  ],
  [
    '554',
    '37',
    'Victim 001 is CH (child) of offender 01 and so must be younger, but is aged 34 and the offender 20 to 31 (on average 25).',
    robberyOf('CH', { ageOfOffender: '2031' }),
  ],
  [
    '555',
    '36',
    'Offender sequence number is 00, which says that nothing is known of any offender, but the incident has 2 offenders.',
    robbery({}, unknownOffender),
  ],
  [
    '557',
    '36',
    'The incident is cleared exceptionally with D (victim refused to cooperate), but its offender is 00, of whom nothing is known.',
    cleared(unknownOffender),
  ],
  ...(
    [
      ['37', { ageOfOffender: '00' }],
      ['38', { sexOfOffender: 'U' }],
      ['39', { raceOfOffender: 'U' }],
    ] as const
  ).map(([element, unknown]): [string, string, string, SourceReport] => [
    '558',
    element,
    'The incident is cleared exceptionally with D (victim refused to cooperate), but of no offender are age, sex and race all known.',
    cleared(unknown),
  ]),
  ...['09C', '360'].map((code): [string, string, string, SourceReport] => [
    '559',
    '37',
    `The incident has the offense ${code === '360' ? '360 (Failure to Register as a Sex Offender)' : '09C (Justifiable Homicide)'}, but of no offender are age, sex and race all known.`,
    crimes([code], { offenders: [{ ageOfOffender: '00' }] }),
  ]),
  ['1509', '37', 'The offender is aged 10, very young for 120 (Robbery).', robbery({ ageOfOffender: '10' })],
  [
    '1607',
    '36',
    'Offender 01 has a number, but age, sex and race are all unknown.',
    robbery({ ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' }),
  ],
];

test.each(places)('%s tells element %s: %s', (code, element, message, report) => {
  const context = { ...editContext, agencies: () => ({ kind: 'tribal' }) as const };
  const findings = validateReport(report, context);
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
