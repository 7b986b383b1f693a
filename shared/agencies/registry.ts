import { compareText } from '../compare.ts';
import { fold, type Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, NewEvent } from '../ledger/port.ts';
import { agenciesKey, agencyStream } from '../ledger/streams.ts';
import { agencyFold, setFacts } from './decide.ts';
import type { AgencyEntry, AgencyFacts } from './facts.ts';

/** What came of an entry: the event, none when everything was so already. */
export interface Registered {
  ori: string;
  event: NewEvent | undefined;
}

/** So many agencies are written at a time. */
const together = 25;

/** Takes up what is said of agencies, in the order of the entries. The same entries again change nothing. */
export async function register(ledger: Ledger, entries: readonly AgencyEntry[], stamp: Stamp): Promise<Registered[]> {
  const registered: Registered[] = [];
  for (let start = 0; start < entries.length; start += together) {
    const done = entries.slice(start, start + together).map(async (entry) => {
      const stream = agencyStream(entry.ori);
      const { events } = await execute(ledger, stream, agencyFold, (state) => setFacts(state, entry, stamp));
      return { ori: entry.ori, event: events[0] };
    });
    registered.push(...(await Promise.all(done)));
  }
  return registered;
}

/** Every agency that is registered, by ORI. From the ledger's index, which may lag a moment behind. */
export async function listAgencies(ledger: Ledger): Promise<AgencyFacts[]> {
  const agencies = new Map<string, AgencyFacts>();
  for (const { type, data } of await ledger.listKey(agenciesKey)) {
    if (type === 'AgencyRegistered' || type === 'AgencyChanged') agencies.set(data.facts.ori, data.facts);
  }
  return [...agencies.values()].sort((one, other) => compareText(one.ori, other.ori));
}

/** What is known of an agency now; undefined when it is not registered. Read consistently. */
export async function findAgency(ledger: Ledger, ori: string): Promise<AgencyFacts | undefined> {
  return fold(agencyFold, await ledger.read(agencyStream(ori))).facts;
}
