import type { ReportKind } from '../../nibrs/model/index.ts';
import type { NewEvent } from '../port.ts';
import { agencyPeriod } from '../streams.ts';
import type { ReportCommand, ReportContent } from './command.ts';
import { type PartState, type ReportState, supersededKey } from './state.ts';

/**
 * FBI edits that only the ledger can answer: already on file (056 incident, 759 arrest, 751 when it came with the same
 * submission), in use for the other kind of report (088), nothing to delete (095), and a month that is not empty (028
 * and 029 add a zero report, 030 and 031 delete one).
 */
export type EditRefusal = '028' | '029' | '030' | '031' | '056' | '088' | '095' | '751' | '759';

/** `expunged`: an order has removed the number, and whatever comes under it again. */
export type Refusal = EditRefusal | 'expunged';

/** What the agency is told although the command is carried out: the delete gives another date than the one on file. */
export interface LedgerWarning {
  code: '1198';
  dateOnFile: string;
}

export interface Decision {
  events: NewEvent[];
  outcome: 'accepted' | 'unchanged' | 'superseded' | 'refused';
  refusal?: Refusal | undefined;
  warning?: LedgerWarning | undefined;
}

/** What is on file for a month of which a zero report says that nothing happened. */
export type Happening = 'incident' | 'arrest';

const contradictions = {
  incident: { add: '028', delete: '030' },
  arrest: { add: '029', delete: '031' },
} as const;

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

/**
 * What a command does to a report that stands at `state`:
 * - content which is on file already, in whatever month, changes nothing and is no event;
 * - what is older than the report on file, or than its deletion, is superseded: one event without effect;
 * - other content without a delete before it is refused, 056, 751 or 759, and so is a number that the agency uses for a
 *   report of the other kind, 088;
 * - a delete, or the delete of a replace, with nothing on file is refused 095. The report of such a replace stands on
 *   its own: decide it again as a `report`.
 *
 * A zero report says nothing but that there was nothing, so a second one is unchanged. It is refused when something did
 * happen in its month; whoever asks has to look that up, because it stands in other streams.
 */
export function decide(command: ReportCommand, state: ReportState, happened?: Happening): Decision {
  if (state.expunged) return refused('expunged');
  if (happened && command.key.kind === 'zero') {
    return refused(contradictions[happened][command.command === 'delete' ? 'delete' : 'add']);
  }
  if (command.command === 'delete') return decideDelete(command, state);
  return decideContent(command, command.content, state);
}

function decideContent(command: ReportCommand, content: ReportContent, state: ReportState): Decision {
  const { kind, part, period } = command.key;
  const last = state.parts.get(part);
  const onFile = last?.status === 'present' ? last : undefined;
  const warning = onFile && otherDate(command, onFile);

  if (onFile && (kind === 'zero' || onFile.contentHash === content.contentHash)) {
    return { events: [], outcome: 'unchanged', warning };
  }
  if (command.command === 'replace' && !onFile) return refused('095');
  if (kind === 'zero') return accepted([{ ...filed(command, content), type: 'ZeroReportFiled' }]);

  if (last && period < last.period) {
    const late = { kind, part, current: last, contentHash: content.contentHash };
    return { events: superseded(command, late, state), outcome: 'superseded' };
  }
  if (isInUse(state, kind)) return refused('088');
  const event = filed(command, content);
  if (!onFile) return accepted([{ ...event, type: eventTypes[kind].reported }]);
  if (command.command === 'report') return refused(repetition(command, onFile));
  const data = { ...event.data, previous: placeOf(onFile) };
  return accepted([{ ...event, type: eventTypes[kind].replaced, data }], warning);
}

function decideDelete(command: ReportCommand, state: ReportState): Decision {
  const { kind, part, period } = command.key;
  const everyPart = kind === 'arrest' && part === '';
  const onFile = [...state.parts].filter(
    ([name, current]) => current.status === 'present' && current.kind === kind && (everyPart || name === part),
  );
  if (onFile.length === 0) return refused('095');

  const events = onFile.flatMap(([name, current]): NewEvent[] => {
    if (kind !== 'zero' && period < current.period) {
      return superseded(command, { kind, part: name, current, contentHash: '' }, state);
    }
    const type = kind === 'zero' ? 'ZeroReportWithdrawn' : eventTypes[kind].deleted;
    return [{ ...recorded(command), type, data: { ...reportKey(command, name), previous: placeOf(current) } }];
  });
  const tooLate = kind !== 'zero' && onFile.every(([, current]) => period < current.period);
  if (tooLate) return { events, outcome: 'superseded' };
  const [[, first] = []] = onFile;
  return accepted(events, first && otherDate(command, first));
}

/** Whether the agency has a report of the other kind under this number. */
function isInUse(state: ReportState, kind: ReportKind): boolean {
  return [...state.parts.values()].some((other) => other.status === 'present' && other.kind !== kind);
}

/** Which edit refuses a report that is on file already. */
function repetition({ key, stamp }: ReportCommand, onFile: PartState): Refusal {
  if (key.kind === 'incident') return '056';
  return onFile.submission !== undefined && onFile.submission === stamp.cause.submission ? '751' : '759';
}

/** The FBI compares the dates of incidents only: of a Group B arrest, it finds what to delete by the number. */
function otherDate(command: ReportCommand, { date }: PartState): LedgerWarning | undefined {
  if (command.key.kind !== 'incident' || command.command === 'report') return undefined;
  const { deleteDate } = command;
  if (date === undefined || deleteDate === undefined || deleteDate === date) return undefined;
  return { code: '1198', dateOnFile: date };
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
  const { contentHash, segments, stateElements, date, federal, state } = content;
  const data = { ...reportKey(command, command.key.part), contentHash, segments, stateElements, date };
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

function accepted(events: NewEvent[], warning?: LedgerWarning): Decision {
  return { events, outcome: 'accepted', warning };
}

function refused(refusal: Refusal): Decision {
  return { events: [], outcome: 'refused', refusal };
}
