import type { EditContext } from '../../../shared/nibrs/edits/index.ts';
import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { OffenderSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows, tribalAgency } from '../case.ts';
import { crimes } from '../incidents.ts';
import { related, unknownOffender } from '../segments.ts';

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
  return crimes(['120'], { administrative: clearance(by), offenders });
}

const clearance = (by: string) => ({
  clearedExceptionally: by,
  exceptionalClearanceDate: by === 'N' ? undefined : '20261010',
});

/** A justifiable homicide, or a failure to register. */
const committed = (code: '09C' | '360', ...offenders: Partial<OffenderSegment>[]) => crimes([code], { offenders });

/** Each element that can be unknown of the only offender, or of the second beside an unknown one. */
function knownCases(
  code: string,
  what: string,
  report: (...offenders: Partial<OffenderSegment>[]) => SourceReport,
  context?: Partial<EditContext>,
): EditCase[] {
  return Object.entries(unknowns).flatMap(([about, unknown]) => [
    shows(code, `${about}, ${what}`, report(unknown), report({}), context),
    shows(code, `${about} of both offenders, ${what}`, report(age, unknown), report(unknown, {}), context),
  ]);
}

const unreadable = crimes(['120'], {
  victims: [{ relationships: related('RU') }],
  offenders: [{ ...age, ...sex, ...race, offenderSequenceNumber: 'O1' }],
});

export const knownOffenderCases: EditCase[] = [
  ...['A', 'B', 'C', 'D', 'E'].map((by) =>
    shows('557', `cleared with ${by}`, cleared(by, unknownOffender), cleared('N', unknownOffender)),
  ),
  ...['A', 'E'].flatMap((by) =>
    shows('558', `cleared with ${by}, an unknown age`, cleared(by, age), cleared('N', age)),
  ),
  ...knownCases('558', 'cleared', (...offenders) => cleared('A', ...offenders)),
  shows('501', 'a blank race of a cleared incident', cleared('A', { raceOfOffender: undefined }), cleared('A', {})),
  shows('104', 'a clearance of no list', cleared('F', age), cleared('N', age)),
  shows('104', 'a clearance of no list, offender 00', cleared('F', unknownOffender), cleared('N', unknownOffender)),
  shows(
    '555',
    'offender 00 beside another, of a cleared incident',
    cleared('A', {}, unknownOffender),
    cleared('A', {}, age),
  ),
  ...knownCases('559', 'a justifiable homicide', (...offenders) => committed('09C', ...offenders)),
  ...knownCases('559', 'failure to register', (...offenders) => committed('360', ...offenders), tribalAgency),
  shows('559', 'offender 00 of a justifiable homicide', committed('09C', unknownOffender), committed('09C', {})),
  shows(
    '559',
    'offender 00 of failure to register',
    committed('360', unknownOffender),
    committed('360', {}),
    tribalAgency,
  ),
  ...[unknownOffender, age].map((offender) =>
    shows(
      '559',
      `${offender === age ? 'an unknown age' : 'offender 00'} of a justifiable homicide that was cleared`,
      crimes(['09C'], { administrative: clearance('A'), offenders: [offender] }),
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
    'all unknown of the second offender',
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
