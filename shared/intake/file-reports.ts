import type { MonthEntry } from '../extract/messages.ts';
import { entryOf } from '../extract/month.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent, NewEvent } from '../ledger/port.ts';
import { type ReportCommand, streamOf } from '../ledger/reports/command.ts';
import { type Decision, decide, type Happening } from '../ledger/reports/decide.ts';
import { eventsBefore, hasLeftEvents, isReplay, stateBefore } from '../ledger/reports/replay.ts';
import { type ReportState, reportFold } from '../ledger/reports/state.ts';
import { appendDecided, commandsPerAppend, type Decided, decideAndAppend } from './append-decided.ts';
import { Happenings, traceOf } from './happened.ts';
import type { Verdict } from './verdict.ts';

/** A report of a month that changed. */
export interface Change {
  period: string;
  entry: MonthEntry;
}

export interface Filed {
  /** One a command, in their order. */
  verdicts: Verdict[];
  changes: Change[];
  /** One list a command, in their order: the supplements that were on file before it, oldest first. */
  supplements: (readonly LedgerEvent[])[];
}

interface IndexedCommand {
  /** Place among all commands. */
  index: number;
  command: ReportCommand;
  /** For a zero report: what is on file for its month. */
  happened?: Happening | undefined;
}

/** Commands of one stream that are filed at once. */
interface StreamWork {
  stream: string;
  commands: readonly IndexedCommand[];
}

/** Commands of one stream decided: what to append to it, and what became of each. */
interface StreamDecision extends Decided<StreamWork> {
  verdicts: readonly Verdict[];
  /** Events that an earlier delivery of the same commands left in the ledger. */
  replayed: readonly LedgerEvent[];
  /** Supplements that were on file before the commands. */
  supplements: readonly LedgerEvent[];
}

/**
 * Files the commands of a chunk, each stream's in their order. Most reports are new: their events go out without
 * reading, as the first of their streams. Only streams that turn out to exist are read and decided again. Filing the
 * same commands again, after all or some of them were filed, appends nothing more and gives the same verdicts.
 *
 * Zero reports go last, each judged by what was on file before it: what came before it in the chunk and nothing else.
 * Throws `TryAgainError` when a stream changes faster than it can be decided.
 */
export async function fileReports(ledger: Ledger, commands: readonly ReportCommand[]): Promise<Filed> {
  const indexed = commands.map((command, index): IndexedCommand => ({ index, command }));
  const isZero = ({ command }: IndexedCommand) => command.key.kind === 'zero';
  const [first = [], ...later] = roundsOf(indexed.filter((command) => !isZero(command)));
  const done = await fileNew(ledger, first);
  for (const round of later) done.push(...(await fileExisting(ledger, round)));
  for (const round of roundsOf(await withHappenings(ledger, indexed.filter(isZero), done))) {
    done.push(...(await fileExisting(ledger, round)));
  }
  return summary(commands.length, done);
}

async function withHappenings(
  ledger: Ledger,
  zeroReports: readonly IndexedCommand[],
  filed: readonly StreamDecision[],
): Promise<IndexedCommand[]> {
  if (zeroReports.length === 0) return [];
  const traces = filed.flatMap(({ work: { stream }, events, replayed }) =>
    [...replayed, ...events].map((event) => traceOf(stream, event)),
  );
  const happenings = new Happenings(
    ledger,
    traces.filter((trace) => trace !== undefined),
  );
  const judged: IndexedCommand[] = [];
  for (const { index, command } of zeroReports) {
    judged.push({ index, command, happened: await happenings.before(command) });
  }
  return judged;
}

/** All but a few streams have one round of work; what is filed in a later round finds the earlier ones on file. */
function roundsOf(commands: readonly IndexedCommand[]): StreamWork[][] {
  const rounds: StreamWork[][] = [];
  for (const [stream, ofStream] of Map.groupBy(commands, ({ command }) => streamOf(command.key))) {
    for (let start = 0, round = 0; start < ofStream.length; round++) {
      const share = shareOf(ofStream, start);
      rounds[round] ??= [];
      rounds[round]?.push({ stream, commands: share });
      start += share.length;
    }
  }
  return rounds;
}

/** As many commands as one append takes, a replacement kept together. */
function shareOf(commands: readonly IndexedCommand[], start: number): readonly IndexedCommand[] {
  const end = start + commandsPerAppend;
  const [last, next] = [commands[end - 1], commands[end]];
  const together = last && next && replacementOf(last.command, next.command);
  return commands.slice(start, together ? end + 1 : end);
}

/** Files without reading what looks new, and then, having read it, what was not. */
async function fileNew(ledger: Ledger, works: readonly StreamWork[]): Promise<StreamDecision[]> {
  const blind = works.map((work) => decideStream(work, reportFold.initialState));
  const { done, conflicts } = await appendDecided(
    ledger,
    blind.filter(({ events }) => events.length > 0),
  );
  const existing = [...blind.filter(({ events }) => events.length === 0), ...conflicts].map(({ work }) => work);
  return [...done, ...(await fileExisting(ledger, existing))];
}

function fileExisting(ledger: Ledger, works: readonly StreamWork[]): Promise<StreamDecision[]> {
  return decideAndAppend(ledger, works, (open) =>
    Promise.all(open.map(async (work) => decideExisting(work, await ledger.read(work.stream)))),
  );
}

/** Decides against what is on file, or, when these commands were filed before, against what was on file then. */
function decideExisting(work: StreamWork, events: readonly LedgerEvent[]): StreamDecision {
  const causes = work.commands.map(({ command }) => command.stamp.cause);
  // Of what was expunged since nothing can be opened.
  const readable = fold(reportFold, events).expunged ? [] : eventsBefore(events, causes[0] ?? {});
  const supplements = readable.filter(({ type }) => type === 'StateElementsSupplied');
  // All commands of a stream are filed at once, so any of them tells for the rest.
  if (!causes.some((cause) => isReplay(events, cause))) {
    return { ...decideStream(work, fold(reportFold, events)), supplements };
  }
  const before = stateBefore(events, causes[0] ?? {});
  // What was filed was right then, whatever the index may show by now.
  const commands = work.commands.map((command) =>
    hasLeftEvents(events, command.command.stamp.cause) ? { ...command, happened: undefined } : command,
  );
  const { verdicts } = decideStream({ ...work, commands }, before);
  return { work, version: before.version, events: [], verdicts, replayed: events.slice(before.version), supplements };
}

function decideStream(work: StreamWork, before: ReportState): StreamDecision {
  const events: NewEvent[] = [];
  const verdicts: Verdict[] = [];
  let state = before;
  const take = (decision: Decision) => {
    events.push(...decision.events);
    state = decision.events.reduce(reportFold.evolve, state);
    const { outcome, refusal, warning } = decision;
    verdicts.push({ outcome, refusal, warning });
  };

  for (let index = 0; index < work.commands.length; index++) {
    const [current, next] = work.commands.slice(index, index + 2);
    if (!current) break;
    const { command, happened } = current;
    const replacement = next && replacementOf(command, next.command);
    const replaced = replacement && decide(replacement, state, happened ?? next.happened);
    if (replaced && replaced.outcome !== 'refused') {
      // What there is to say of the delete is said of the delete alone.
      take(replaced);
      verdicts.push({ outcome: replaced.outcome });
      index += 1;
    } else {
      take(decide(command, state, happened));
    }
  }
  return { work, version: before.version, events, verdicts, replayed: [], supplements: [] };
}

/** A delete and the report of the same key behind it, as one command; undefined when they are not that. */
function replacementOf(command: ReportCommand, next: ReportCommand): ReportCommand | undefined {
  if (command.command !== 'delete' || next.command !== 'report' || command.key.part !== next.key.part) return undefined;
  return { ...next, command: 'replace', deleteDate: command.deleteDate };
}

function summary(count: number, decisions: readonly StreamDecision[]): Filed {
  const verdicts = new Array<Verdict>(count);
  const supplements = new Array<readonly LedgerEvent[]>(count).fill([]);
  for (const decision of decisions) {
    for (const [place, { index }] of decision.work.commands.entries()) {
      const verdict = decision.verdicts[place];
      if (verdict) verdicts[index] = verdict;
      supplements[index] = decision.supplements;
    }
  }
  return { verdicts, changes: decisions.flatMap(changesOf), supplements };
}

function changesOf({ work: { stream }, version, events, replayed }: StreamDecision): Change[] {
  return [...replayed, ...events].flatMap((event, index) => {
    const entry = entryOf(stream, version + index + 1, event);
    const period = 'period' in event.data ? event.data.period : undefined;
    return entry && period !== undefined ? [{ period, entry }] : [];
  });
}
