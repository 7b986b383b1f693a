import { TryAgainError } from '../errors.ts';
import type { Append, Ledger, NewEvent } from '../ledger/port.ts';

/** What was decided of one stream, and on which version of it. */
export interface Decided<Work extends { stream: string }> {
  work: Work;
  version: number;
  events: readonly NewEvent[];
}

/** How often a stream that somebody else writes to at the same time is decided again. */
const attempts = 5;

/** So many commands of a stream are filed in one append: a ledger's append takes 99 events. */
export const commandsPerAppend = 40;

/**
 * Decides each stream's work and appends the events; what somebody else wrote to in between is decided again.
 * Throws `TryAgainError` when a stream changes faster than it can be decided.
 */
export async function decideAndAppend<Work extends { stream: string }, Decision extends Decided<Work>>(
  ledger: Ledger,
  works: readonly Work[],
  decide: (works: readonly Work[]) => Promise<readonly Decision[]>,
): Promise<Decision[]> {
  const filed: Decision[] = [];
  let open = works;
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt === attempts) throw new TryAgainError(`${open.length} stream(s) changed while they were decided.`);
    const { done, conflicts } = await appendDecided(ledger, await decide(open));
    filed.push(...done);
    open = conflicts.map(({ work }) => work);
  }
  return filed;
}

/** Appends what was decided, as far as the streams still stand where they stood. */
export async function appendDecided<Decision extends Decided<{ stream: string }>>(
  ledger: Ledger,
  decisions: readonly Decision[],
): Promise<{ done: Decision[]; conflicts: Decision[] }> {
  const written = decisions.filter(({ events }) => events.length > 0);
  const appends = written.map(({ work, version, events }): Append => {
    return { stream: work.stream, expectedVersion: version, events };
  });
  const outcomes = appends.length > 0 ? await ledger.append(appends) : [];
  const conflicts = written.filter((_, index) => outcomes[index] === 'conflict');
  return { done: decisions.filter((decision) => !conflicts.includes(decision)), conflicts };
}
