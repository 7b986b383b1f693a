import type { EditContext } from '../../../shared/nibrs/edits/index.ts';
import type { OffenderSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, federalAgency, shows } from '../case.ts';
import { crimes, offendersWith, unknownOffender } from './incidents.ts';

const age = { ageOfOffender: '00' };
const sex = { sexOfOffender: 'U' };
const race = { raceOfOffender: 'U' };
const unknowns: Record<string, Partial<OffenderSegment>> = {
  'unknown age': age,
  'unknown sex': sex,
  'unknown race': race,
  'nothing known': { ...age, ...sex, ...race },
};

function cleared(by: string, ...offenders: Partial<OffenderSegment>[]) {
  return incident({
    administrative: { clearedExceptionally: by, exceptionalClearanceDate: by === 'N' ? undefined : '20261010' },
    arrestees: [],
    ...offendersWith(offenders, 'RU'),
  });
}

function committed(code: '09C' | '360', ...offenders: Partial<OffenderSegment>[]) {
  const { victims } = offendersWith(offenders, 'RU');
  const [victim] = crimes[code].victims ?? [];
  const relationships = code === '360' ? [] : victims?.[0]?.relationships;
  return incident({ ...crimes[code], ...offendersWith(offenders), victims: [{ ...victim, relationships }] });
}

/** Each element that can be unknown of the only offender, or of the second beside an unknown one. */
function knownCases(
  code: string,
  report: (...offenders: Partial<OffenderSegment>[]) => ReturnType<typeof incident>,
  context?: Partial<EditContext>,
): EditCase[] {
  return Object.entries(unknowns).flatMap(([about, unknown]) => [
    shows(code, about, report(unknown), report({}), context),
    shows(code, `${about} of both offenders`, report(age, unknown), report(unknown, {}), context),
  ]);
}

const unreadable = incident({
  ...offendersWith([{}], 'RU'),
  offenders: [{ ...age, ...sex, ...race, offenderSequenceNumber: 'O1' }],
});

export const knownOffenderCases: EditCase[] = [
  ...['A', 'B', 'C', 'D', 'E'].map((by) =>
    shows('557', `cleared with ${by}`, cleared(by, unknownOffender), cleared('N', unknownOffender)),
  ),
  ...['A', 'E'].flatMap((by) => shows('558', `cleared with ${by}`, cleared(by, age), cleared('N', age))),
  ...knownCases('558', (...offenders) => cleared('A', ...offenders)),
  shows('501', 'of a cleared incident', cleared('A', { raceOfOffender: undefined }), cleared('A', {})),
  shows('104', 'a clearance of no list', cleared('F', age), cleared('N', age)),
  shows('104', 'a clearance of no list, offender 00', cleared('F', unknownOffender), cleared('N', unknownOffender)),
  shows('555', 'of a cleared incident', cleared('A', {}, unknownOffender), cleared('A', {}, age)),
  ...knownCases('559', (...offenders) => committed('09C', ...offenders)),
  ...knownCases('559', (...offenders) => committed('360', ...offenders), federalAgency),
  shows('559', 'offender 00', committed('09C', unknownOffender), committed('09C', {})),
  shows(
    '559',
    'offender 00 of failure to register',
    committed('360', unknownOffender),
    committed('360', {}),
    federalAgency,
  ),
  ...[unknownOffender, age].map((offender) =>
    shows(
      '559',
      'of a cleared incident',
      incident({
        ...crimes['09C'],
        administrative: { cargoTheft: undefined, clearedExceptionally: 'A', exceptionalClearanceDate: '20261010' },
        ...offendersWith([offender]),
        victims: [
          {
            ...crimes['09C'].victims?.[0],
            ...(offender === age ? {} : { relationships: [{ offenderNumber: '00', relationship: undefined }] }),
          },
        ],
      }),
      committed('09C', {}),
    ),
  ),
  ...[age, sex, race].map((known) =>
    shows(
      '1607',
      `all unknown against all but ${Object.keys(known)}`,
      cleared('N', { ...age, ...sex, ...race }),
      cleared('N', { ...age, ...sex, ...race, ...describe(known) }),
    ),
  ),
  shows(
    '1607',
    'of the second offender',
    cleared('N', {}, { ...age, ...sex, ...race }),
    cleared('N', {}, { ...age, ...sex }),
  ),
  shows('502', 'nothing known, and a number that cannot be read', unreadable, cleared('N', { ...age, ...sex })),
];

/** The same element, known. */
function describe(unknown: Partial<OffenderSegment>): Partial<OffenderSegment> {
  if (unknown === age) return { ageOfOffender: '30' };
  return unknown === sex ? { sexOfOffender: 'F' } : { raceOfOffender: 'B' };
}
