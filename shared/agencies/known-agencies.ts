import type { Ledger } from '../ledger/port.ts';
import { agenciesKey } from '../ledger/streams.ts';
import type { Agencies } from '../nibrs/edits/index.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { oriPattern } from '../nibrs/model/index.ts';
import { type AgencyFacts, editFacts } from './facts.ts';
import { findAgency } from './registry.ts';

/**
 * What the edits may ask of the agencies that these reports name, and of those which report for them. Undefined while the
 * state has registered none at all: then no edit asks, as in `nibrs validate` without a list.
 */
export async function knownAgencies(ledger: Ledger, sources: readonly SourceReport[]): Promise<Agencies | undefined> {
  const named = await factsOf(ledger, orisIn(sources));
  const covering = await factsOf(
    ledger,
    named.flatMap(({ coveredBy }) => coveredBy ?? []),
  );
  const known = new Map([...covering, ...named].map((facts) => [facts.ori, editFacts(facts)]));
  if (known.size === 0 && (await ledger.listKey(agenciesKey)).length === 0) return undefined;
  return (ori) => known.get(ori);
}

async function factsOf(ledger: Ledger, oris: readonly string[]): Promise<AgencyFacts[]> {
  const facts = await Promise.all(oris.map((ori) => findAgency(ledger, ori)));
  return facts.filter((found) => found !== undefined);
}

/** Elements 1 and 25C: the edits look up no other. */
function orisIn(sources: readonly SourceReport[]): string[] {
  const oris = sources.flatMap(({ report }) => [
    report.ori,
    ...report.segments.flatMap((segment) => (segment.level === '4' ? (segment.officerOriOtherJurisdiction ?? '') : '')),
  ]);
  return [...new Set(oris)].filter((ori) => oriPattern.test(ori));
}
