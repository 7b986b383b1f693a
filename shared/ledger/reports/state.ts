import { CorruptDataError } from '../../errors.ts';
import type { Fact, Fold } from '../decider.ts';

/** Where one report stands: its last effective event. */
export interface PartState {
  status: 'present' | 'deleted';
  period: string;
  version: number;
  /** Of what is on file; '' when deleted. */
  contentHash: string;
}

/** A stream of reports: one part, '', for incidents and zero reports; a part for each arrestee of a Group B arrest. */
export interface ReportState {
  version: number;
  parts: ReadonlyMap<string, PartState>;
  /** What came too late and was recorded so, by `supersededKey`. */
  superseded: ReadonlySet<string>;
}

/** Tells one late report from another: the same one again is no new fact. */
export function supersededKey(part: string, period: string, contentHash: string): string {
  return `${part}#${period}#${contentHash}`;
}

export const initialState: ReportState = { version: 0, parts: new Map(), superseded: new Set() };

/** The state after one more event of a report's stream. Throws `CorruptDataError` for an event of another kind of stream. */
export function evolve(state: ReportState, event: Fact): ReportState {
  const version = state.version + 1;
  switch (event.type) {
    case 'IncidentReported':
    case 'IncidentReplaced':
    case 'ArrestReported':
    case 'ArrestReplaced':
    case 'ZeroReportFiled': {
      const { part, period, contentHash } = event.data;
      return { ...state, version, parts: withPart(state, part, { status: 'present', period, version, contentHash }) };
    }
    case 'IncidentDeleted':
    case 'ArrestDeleted':
    case 'ZeroReportWithdrawn': {
      const { part, period } = event.data;
      return {
        ...state,
        version,
        parts: withPart(state, part, { status: 'deleted', period, version, contentHash: '' }),
      };
    }
    case 'IncidentSuperseded':
    case 'ArrestSuperseded': {
      const { part, period, contentHash } = event.data;
      return {
        ...state,
        version,
        superseded: new Set([...state.superseded, supersededKey(part, period, contentHash)]),
      };
    }
    default:
      throw new CorruptDataError(
        `A report's stream holds a ${event.type} as event ${version}, which is not of a report`,
      );
  }
}

function withPart(state: ReportState, part: string, next: PartState): ReadonlyMap<string, PartState> {
  return new Map([...state.parts, [part, next]]);
}

export const reportFold: Fold<ReportState> = { initialState, evolve };
