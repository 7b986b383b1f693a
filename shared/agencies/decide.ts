import { CorruptDataError } from '../errors.ts';
import type { Fact, Fold, Stamp } from '../ledger/decider.ts';
import type { NewEvent } from '../ledger/port.ts';
import { agenciesKey } from '../ledger/streams.ts';
import { type AgencyEntry, type AgencyFacts, factNames, factText, withEntry } from './facts.ts';

/** What is known of an agency; nothing before it is registered. */
export interface AgencyState {
  version: number;
  facts?: AgencyFacts;
}

/** Takes up what is said of an agency: registers it, or changes what is different; no event when nothing is. */
export function setFacts(state: AgencyState, entry: AgencyEntry, stamp: Stamp): NewEvent[] {
  const { facts: before } = state;
  const facts = withEntry(before, entry);
  const common = { ...stamp, agencyPeriod: agenciesKey };
  if (!before) return [{ ...common, type: 'AgencyRegistered', data: { facts } }];
  const changed = factNames.filter((fact) => factText(before, fact) !== factText(facts, fact));
  return changed.length === 0 ? [] : [{ ...common, type: 'AgencyChanged', data: { facts, changed } }];
}

function evolve(state: AgencyState, event: Fact): AgencyState {
  const version = state.version + 1;
  if (event.type !== 'AgencyRegistered' && event.type !== 'AgencyChanged') {
    throw new CorruptDataError(`An agency's stream holds a ${event.type} as event ${version}`);
  }
  return { version, facts: event.data.facts };
}

/** How an agency's events add up. */
export const agencyFold: Fold<AgencyState> = { initialState: { version: 0 }, evolve };
