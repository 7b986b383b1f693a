import type { NewEvent } from '../port.ts';
import { agencyPeriod } from '../streams.ts';
import type { ReportCommand, ReportContent } from './command.ts';
import { type PartState, type ReportState, supersededKey } from './state.ts';

/** FBI edits that only the ledger can answer: already on file (056 incident, 759 arrest), nothing to delete (095). */
export type Refusal = '056' | '759' | '095';

export interface Decision {
  events: NewEvent[];
  outcome: 'accepted' | 'unchanged' | 'superseded' | 'refused';
  refusal?: Refusal;
}

const eventTypes = {
  incident: {
    reported: 'IncidentReported',
    replaced: 'IncidentReplaced',
    deleted: 'IncidentDeleted',
    superseded: 'IncidentSuperseded',
  },
  arrest: {
    reported: 'ArrestReported',
    replaced: 'ArrestReplaced',
    deleted: 'ArrestDeleted',
    superseded: 'ArrestSuperseded',
  },
} as const;

const unchanged: Decision = { events: [], outcome: 'unchanged' };

/**
 * What a command does to a report that stands at `state`:
 * - content which is on file already, in whatever month, changes nothing and is no event;
 * - what is older than the report on file, or than its deletion, is superseded: one event without effect;
 * - other content without a delete before it is refused, 056 or 759;
 * - a delete, or the delete of a replace, with nothing on file is refused 095. The report of such a replace stands on
 *   its own: decide it again as a `report`.
 *
 * A zero report says nothing but that there was nothing, so a second one is unchanged.
 */
export function decide(command: ReportCommand, state: ReportState): Decision {
  if (command.command === 'delete') return decideDelete(command, state);
  return decideContent(command, command.content, state);
}

function decideContent(command: ReportCommand, content: ReportContent, state: ReportState): Decision {
  const { kind, part, period } = command.key;
  const last = state.parts.get(part);
  const onFile = last?.status === 'present' ? last : undefined;

  if (onFile && (kind === 'zero' || onFile.contentHash === content.contentHash)) return unchanged;
  if (command.command === 'replace' && !onFile) return refused('095');
  if (kind === 'zero') return accepted([{ ...filed(command, content), type: 'ZeroReportFiled' }]);

  if (last && period < last.period) {
    const late = { kind, part, current: last, contentHash: content.contentHash };
    return { events: superseded(command, late, state), outcome: 'superseded' };
  }
  const event = filed(command, content);
  if (!onFile) return accepted([{ ...event, type: eventTypes[kind].reported }]);
  if (command.command === 'report') return refused(kind === 'incident' ? '056' : '759');
  return accepted([{ ...event, type: eventTypes[kind].replaced, data: { ...event.data, previous: placeOf(onFile) } }]);
}

function decideDelete(command: ReportCommand, state: ReportState): Decision {
  const { kind, part, period } = command.key;
  const everyPart = kind === 'arrest' && part === '';
  const onFile = [...state.parts].filter(([name, { status }]) => status === 'present' && (everyPart || name === part));
  if (onFile.length === 0) return refused('095');

  const events = onFile.flatMap(([name, current]): NewEvent[] => {
    if (kind !== 'zero' && period < current.period) {
      return superseded(command, { kind, part: name, current, contentHash: '' }, state);
    }
    const type = kind === 'zero' ? 'ZeroReportWithdrawn' : eventTypes[kind].deleted;
    return [{ ...recorded(command), type, data: { ...reportKey(command, name), previous: placeOf(current) } }];
  });
  const tooLate = kind !== 'zero' && onFile.every(([, current]) => period < current.period);
  return { events, outcome: tooLate ? 'superseded' : 'accepted' };
}

/** The event that keeps what came too late as a fact; none when the same thing came too late before. */
function superseded(command: ReportCommand, late: Late, state: ReportState): NewEvent[] {
  const { kind, part, current, contentHash } = late;
  if (state.superseded.has(supersededKey(part, command.key.period, contentHash))) return [];
  const data = { ...reportKey(command, part), contentHash, current: placeOf(current) };
  return [{ ...recorded(command), type: eventTypes[kind].superseded, data }];
}

/** What came too late, and what is on file instead; a delete has no content and '' as its hash. */
interface Late {
  kind: 'incident' | 'arrest';
  part: string;
  current: PartState;
  contentHash: string;
}

function filed(command: ReportCommand, content: ReportContent) {
  const { contentHash, segments, stateElements, federal, state } = content;
  const data = { ...reportKey(command, command.key.part), contentHash, segments, stateElements };
  return { ...recorded(command), data, federal, state };
}

function recorded({ key, stamp }: ReportCommand) {
  return { ...stamp, agencyPeriod: agencyPeriod(key.ori, key.period) };
}

function reportKey({ key: { ori, number, period } }: ReportCommand, part: string) {
  return { ori, number, part, period };
}

function placeOf({ version, period }: PartState) {
  return { version, period };
}

function accepted(events: NewEvent[]): Decision {
  return { events, outcome: 'accepted' };
}

function refused(refusal: Refusal): Decision {
  return { events: [], outcome: 'refused', refusal };
}
