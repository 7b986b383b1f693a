import type { Level, Segment, SegmentHeader, SegmentOf } from '../../shared/nibrs/model/index.ts';
import { subjectsOf } from '../../shared/state/described.ts';
import { twoDigits } from './context.ts';
import type { GeneratedReport } from './reports.ts';

/** A clerk's mistake. */
interface Defect {
  /** The code it draws; two where incidents and Group B arrests have one each. */
  codes: readonly string[];
  /** Makes the mistake in place; false when the report has no place for it. */
  make(generated: GeneratedReport): boolean;
}

export const defects = {
  missingArresteeAge: {
    codes: ['601', '701'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.ageOfArrestee = undefined;
      arrest.dispositionUnder18 = undefined;
    }),
  },
  unknownSexOfArrestee: {
    codes: ['667', '758'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.sexOfArrestee = 'X';
    }),
  },
  arrestAfterSubmissionMonth: {
    codes: ['605', '705'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.arrestDate = firstOfNextMonth(arrest);
    }),
  },
  wrongLocationCode: {
    codes: ['204'],
    make: inFirst(['2'], (offense) => {
      offense.locationType = '99';
    }),
  },
  impossibleHour: {
    codes: ['152'],
    make: inFirst(['1'], (administrative) => {
      administrative.incidentHour = '24';
    }),
  },
  misspelledRelationship: { codes: ['404'], make: misspellRelationship },
  statusOfNobody: { codes: ['MO02'], make: describeNobody },
} as const satisfies Record<string, Defect>;

export type DefectName = keyof typeof defects;

/** A copy of the report with the mistake in it; undefined when the report has no place for it. */
export function breakReport(name: DefectName, generated: GeneratedReport): GeneratedReport | undefined {
  const copy = structuredClone(generated);
  return defects[name].make(copy) ? copy : undefined;
}

/** A mistake in the first segment of these levels. */
function inFirst<L extends Level>(levels: readonly L[], change: (segment: SegmentOf<L>) => void): Defect['make'] {
  const isOneOf = (segment: Segment): segment is SegmentOf<L> => levels.some((level) => level === segment.level);
  return ({ report }) => {
    const segment = report.segments.find(isOneOf);
    if (segment) change(segment);
    return segment !== undefined;
  };
}

function firstOfNextMonth({ submissionYear, submissionMonth }: SegmentHeader): string {
  const month = Number(submissionMonth);
  return month === 12 ? `${Number(submissionYear) + 1}0101` : `${submissionYear}${twoDigits(month + 1)}01`;
}

function misspellRelationship({ report }: GeneratedReport): boolean {
  const pairs = report.segments.flatMap((segment) => (segment.level === '4' ? segment.relationships : []));
  const pair = pairs.find(({ relationship }) => relationship !== undefined);
  if (pair) pair.relationship = 'SO';
  return pair !== undefined;
}

/** A state segment for an arrestee whom the report does not have, beside those it has. */
function describeNobody({ report, state }: GeneratedReport): boolean {
  const [arrestee] = subjectsOf(report, 'arrestee');
  if (!state || arrestee === undefined) return false;
  const own = state.values.filter(({ sequence }) => sequence === arrestee);
  state.values.push(...own.map((value) => ({ ...value, sequence: '99' })));
  return own.length > 0;
}
