import { CorruptDataError } from '../../errors.ts';
import type { ReportKind } from '../../nibrs/model/index.ts';
import type { Fact, Fold } from '../decider.ts';

/** Where one report stands: its last effective event. */
export interface PartState {
  kind: ReportKind;
  status: 'present' | 'deleted';
  period: string;
  version: number;
  /** Of what is on file; '' when deleted. */
  contentHash: string;
  /** Of the incident or arrest on file, YYYYMMDD. */
  date?: string | undefined;
  /** The submission that what is on file came with. */
  submission?: string | undefined;
}

/** A stream of reports: one part, '', for the incident or zero report; a part for each arrestee of a Group B arrest. */
export interface ReportState {
  version: number;
  parts: ReadonlyMap<string, PartState>;
  /** What came too late and was recorded so, by `supersededKey`. */
  superseded: ReadonlySet<string>;
  /** Whether an order has the number expunged: nothing is filed under it any more. */
  expunged: boolean;
  /** Fingerprint of the last supplement. */
  supplied?: string | undefined;
}

/** Tells one late report from another: the same one again is no new fact. */
export function supersededKey(part: string, period: string, contentHash: string): string {
  return `${part}#${period}#${contentHash}`;
}

export const initialState: ReportState = { version: 0, parts: new Map(), superseded: new Set(), expunged: false };

/** The state after one more event of a report's stream. Throws `CorruptDataError` for an event of another kind of stream. */
export function evolve(state: ReportState, event: Fact): ReportState {
  const version = state.version + 1;
  switch (event.type) {
    case 'IncidentReported':
    case 'IncidentReplaced':
    case 'ArrestReported':
    case 'ArrestReplaced':
    case 'ZeroReportFiled': {
      const { part, period, contentHash, date } = event.data;
      const { submission } = event.cause;
      const present = { status: 'present', period, version, contentHash, date, submission } as const;
      return { ...state, version, parts: withPart(state, part, { kind: kindOfEvent(event), ...present }) };
    }
    case 'IncidentDeleted':
    case 'ArrestDeleted':
    case 'ZeroReportWithdrawn': {
      const { part, period } = event.data;
      const deleted = { status: 'deleted', period, version, contentHash: '' } as const;
      return { ...state, version, parts: withPart(state, part, { kind: kindOfEvent(event), ...deleted }) };
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
    case 'StateElementsSupplied':
      return { ...state, version, supplied: event.data.contentHash };
    case 'ReportExpunged': {
      const { kind, part, period } = event.data;
      const gone = { kind, status: 'deleted', period, version, contentHash: '' } as const;
      return { ...state, version, parts: withPart(state, part, gone), expunged: true };
    }
    case 'SupplementExpunged':
      return { ...state, version, expunged: true };
    case 'ExpungementCompleted':
    case 'FederalFindingsRecorded':
      return { ...state, version };
    default:
      throw new CorruptDataError(
        `A report's stream holds a ${event.type} as event ${version}, which is not of a report`,
      );
  }
}

/** What kind of report an event of a report is about. */
export function kindOfEvent({ type }: Pick<Fact, 'type'>): ReportKind {
  if (type.startsWith('Incident')) return 'incident';
  return type.startsWith('Arrest') ? 'arrest' : 'zero';
}

function withPart(state: ReportState, part: string, next: PartState): ReadonlyMap<string, PartState> {
  return new Map([...state.parts, [part, next]]);
}

export const reportFold: Fold<ReportState> = { initialState, evolve };
