import type { Append, AppendOutcome, Ledger, LedgerEvent } from './port.ts';
import { openEvents, sealEvents } from './protection/events.ts';
import type { Half, Keyring } from './protection/keyring.ts';
import type { WrappedKeys } from './protection/report-keys.ts';
import {
  byStreamAndVersion,
  demandDistinctStreams,
  fromStored,
  fromStoredStream,
  type StoredEvent,
  toStored,
} from './stored.ts';
import { agencyPeriod } from './streams.ts';

/** Where a memory ledger keeps its events and keys; several ledgers, with different keyrings, can share one. */
export interface MemoryStore {
  streams: Map<string, StoredEvent[]>;
  keys: Map<string, WrappedKeys>;
}

/** A ledger in this process' memory, encrypted as a real one: for tests and for trying things out. */
export function createMemoryLedger({
  keyring,
  store: { streams, keys } = { streams: new Map(), keys: new Map() },
}: {
  keyring: Keyring;
  store?: MemoryStore;
}): Ledger {
  async function appendOne({ stream, expectedVersion, events }: Append): Promise<AppendOutcome> {
    const keysBefore = keys.get(stream) ?? {};
    const sealed = await sealEvents(keyring, { stream, version: expectedVersion, keys: keysBefore }, events);
    const added = events.map((event, index) =>
      toStored(stream, expectedVersion + index + 1, event, sealed.events[index] ?? {}),
    );
    // From here to the end nothing waits, so nobody comes in between.
    const stored = streams.get(stream) ?? [];
    if (stored.length !== expectedVersion || (keys.get(stream) ?? keysBefore) !== keysBefore) return 'conflict';
    streams.set(stream, [...stored, ...added]);
    keys.set(stream, { ...keysBefore, ...sealed.newKeys });
    return 'appended';
  }

  function open(half: Half, events: readonly LedgerEvent[]) {
    return openEvents(keyring, half, events, async () => keys);
  }

  async function listKey(key: string): Promise<LedgerEvent[]> {
    const stored = [...streams.values()].flat().filter((event) => event.agencyPeriod === key);
    return stored.map(({ state: _, ...listed }) => fromStored(listed)).sort(byStreamAndVersion);
  }

  return {
    async append(appends) {
      demandDistinctStreams(appends);
      const outcomes: AppendOutcome[] = [];
      for (const append of appends) outcomes.push(await appendOne(append));
      return outcomes;
    },
    async read(stream) {
      return fromStoredStream(stream, streams.get(stream) ?? []);
    },
    async readFirst(wanted) {
      const first = wanted.flatMap((stream) => streams.get(stream)?.[0] ?? []);
      return new Map(first.map(({ federal: _, state: __, ...event }) => [event.stream, fromStored(event)]));
    },
    listMonth: (ori, period) => listKey(agencyPeriod(ori, period)),
    listKey,
    openFederal: (events) => open('federal', events),
    openState: (events) => open('state', events),
    async destroyKeys(stream) {
      keys.delete(stream);
    },
  };
}
