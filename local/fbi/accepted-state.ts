import { fold } from '../../shared/ledger/decider.ts';
import type { Ledger, LedgerEvent } from '../../shared/ledger/port.ts';
import { type PartState, reportFold } from '../../shared/ledger/reports/state.ts';
import { contentOfLines, databaseKey } from './read-file.ts';

/**
 * What a ledger has accepted and not deleted, of these agencies and all of these months, in the form in which the simulated
 * FBI keeps it, to be compared with its database. Opens federal halves.
 */
export async function acceptedState(
  ledger: Ledger,
  oris: Iterable<string>,
  periods: readonly string[],
): Promise<Map<string, string>> {
  const streams = new Set<string>();
  for (const ori of oris) {
    for (const period of periods) for (const { stream } of await ledger.listMonth(ori, period)) streams.add(stream);
  }
  const standing = (await Promise.all([...streams].map((stream) => ledger.read(stream)))).flatMap(standingIn);
  const contents = await ledger.openFederal(standing.map(({ event }) => event));
  return new Map(standing.map(({ key }, index) => [key, contentOfLines((contents[index] ?? '').split('\n'))]));
}

function standingIn(events: readonly LedgerEvent[]): { key: string; event: LedgerEvent }[] {
  return [...fold(reportFold, events).parts].flatMap(([part, { kind, status, version }]: [string, PartState]) => {
    const event = events[version - 1];
    if (status !== 'present' || !event || !('number' in event.data)) return [];
    const { ori, number } = event.data;
    return [{ key: databaseKey({ kind, ori, number, part }), event }];
  });
}
