import type { Payload } from '../../../events/catalog.ts';
import { isGap } from '../../nibrs/responses/index.ts';
import type { Fact, Fold, Stamp } from '../decider.ts';
import type { NewEvent } from '../port.ts';
import { agencyPeriod } from '../streams.ts';

/** What the FBI found on one place of a report. */
export type RecordedFinding = Payload<'FederalFindingsRecorded'>['findings'][number];

/** A part of a report, as one transmission said it. */
export interface SentReport {
  ori: string;
  number: string;
  part: string;
  /** Month of the transmission. */
  period: string;
  transmission: string;
  version: number;
}

/** What the FBI has said of the reports of a stream. */
export interface AnsweredState {
  version: number;
  /** By transmission and part. */
  answers: ReadonlyMap<string, { findings: readonly RecordedFinding[]; recorded: number }>;
  expunged: boolean;
}

/**
 * The FBI's findings on a report as it was sent: those that are not on record yet, however often it sends them. Two alike
 * in one answer are both kept.
 */
export function recordFederalFindings(
  state: AnsweredState,
  report: SentReport,
  findings: readonly RecordedFinding[],
  stamp: Stamp,
): NewEvent[] {
  const known = new Set(answerTo(state, report).findings.map(identityOf));
  const news = findings.filter((finding) => !known.has(identityOf(finding)));
  if (news.length === 0) return [];
  const data = { ...report, findings: news, gap: news.some(isGap) };
  return [{ ...stamp, type: 'FederalFindingsRecorded', data, agencyPeriod: agencyPeriod(report.ori, report.period) }];
}

/** All that the FBI has found on a report as a transmission said it, and the last event with some of it. */
export function answerTo(state: AnsweredState, { transmission, part }: Pick<SentReport, 'transmission' | 'part'>) {
  return state.answers.get(`${transmission} ${part}`) ?? { findings: [], recorded: 0 };
}

function identityOf({ code, severity, action, level, element, sequence, record }: RecordedFinding): string {
  return JSON.stringify([code, severity, action, level, element, sequence, record]);
}

function evolve(state: AnsweredState, event: Fact): AnsweredState {
  const version = state.version + 1;
  switch (event.type) {
    case 'FederalFindingsRecorded': {
      const { transmission, part } = event.data;
      const findings = [...answerTo(state, event.data).findings, ...event.data.findings];
      const answers = new Map([...state.answers, [`${transmission} ${part}`, { findings, recorded: version }]]);
      return { ...state, version, answers };
    }
    case 'ReportExpunged':
      return { ...state, version, expunged: true };
    default:
      return { ...state, version };
  }
}

/** How the events of a stream of reports add up to what the FBI has said of them. */
export const answeredFold: Fold<AnsweredState> = {
  initialState: { version: 0, answers: new Map(), expunged: false },
  evolve,
};
