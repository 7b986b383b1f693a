import type { Ledger } from '../ledger/port.ts';
import { mapInOrder } from '../map-in-order.ts';
import type { Clock } from '../ports.ts';
import { type FederalFinding, federalPrefix, readFederalFindings } from './federal.ts';
import { type FindingFilter, type FindingTotals, type FoundFinding, passes, type Sort } from './found.ts';
import { comparePlaces, FirstOf, type Place, placeOf } from './order.ts';
import { type Scope, type ScopeChunk, scopeOfMonth, scopeOfSubmission, settlementsOf, uploadsOf } from './scope.ts';
import { type FindingSources, readStored } from './stored.ts';
import { Totals } from './totals.ts';

export interface SearchSources extends FindingSources {
  ledger: Ledger;
  clock: Clock;
}

/** Which findings: of a submission, of a month, or of a submission as far as it is of the month. */
export interface FindingsAsked extends FindingFilter {
  submission?: string | undefined;
  period?: string | undefined;
  /** The agencies whose findings may be told. */
  maySee: (ori: string) => boolean;
  sort: Sort;
  /** Where the page before has ended. */
  after?: Place | undefined;
  limit: number;
}

export interface FoundFindings {
  items: FoundFinding[];
  /** Where the page ends; undefined when it is the last. */
  next: Place | undefined;
  /** Of all that are asked for, on whatever page. */
  totals: FindingTotals;
}

/**
 * Looks for findings, ours and the FBI's, of reports that were not expunged. All of a state's month are looked through, and
 * no more than a page of them is kept.
 */
export async function searchFindings(sources: SearchSources, asked: FindingsAsked): Promise<FoundFindings> {
  const { sort, limit, after } = asked;
  const totals = new Totals();
  const page = new FirstOf<FoundFinding>(limit + 1, (found) => placeOf(found, sort));
  await forEachFinding(sources, asked, (found) => {
    if (!passes(found, asked)) return;
    totals.add(found);
    if (!after || comparePlaces(placeOf(found, sort), after) > 0) page.add(found);
  });
  const items = page.items();
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), next: last && placeOf(last, sort), totals: totals.sum() };
}

type Tell = (found: FoundFinding) => void;

async function forEachFinding(sources: SearchSources, asked: FindingsAsked, tell: Tell): Promise<void> {
  const { ledger } = sources;
  const scope = await scopeOf(ledger, asked);
  const federal = await federalFindings(sources, scope, asked);
  const chunks = scope.chunks.filter((chunk) => mayHold(chunk, asked));
  const submissions = [...new Set([...chunks, ...federal].map(({ submission }) => submission))];
  const [uploads, settled] = await Promise.all([uploadsOf(ledger, submissions), settlementsOf(ledger, submissions)]);

  const tellOf = (found: Omit<FoundFinding, 'upload' | 'settlement'>): void => {
    const upload = uploads.get(found.submission);
    if (upload) tell({ ...found, upload, settlement: settled.get(found.submission)?.get(found.id) ?? null });
  };
  await mapInOrder(chunks, async ({ submission, chunk, findingsKey, period = null }) => {
    if (findingsKey === undefined) return;
    for await (const { line, finding } of readStored(sources, findingsKey)) {
      tellOf({ id: `${chunk}-${line}`, submission, period, source: 'repository', finding });
    }
  });
  for (const found of federal) tellOf({ ...found, source: 'fbi' });
}

async function scopeOf(ledger: Ledger, { submission, period, maySee }: FindingsAsked): Promise<Scope> {
  if (submission === undefined) return period === undefined ? nothing : scopeOfMonth(ledger, period, maySee);
  const scope = await scopeOfSubmission(ledger, submission, maySee);
  return period === undefined || period === scope.period ? scope : nothing;
}

const nothing: Scope = { period: undefined, submission: undefined, chunks: [] };

/** Whether a chunk can have what is asked for, from its counts alone. */
function mayHold({ chunk, ori, tally, findingsKey }: ScopeChunk, asked: FindingsAsked): boolean {
  const { id, agency, severity, code, status, source } = asked;
  if (findingsKey === undefined || source === 'fbi') return false;
  if (id !== undefined && !id.startsWith(`${chunk}-`)) return false;
  if (agency !== undefined && agency !== ori) return false;
  if (code !== undefined && !tally.findingsByCode[code]) return false;
  if (severity === 'error' && tally.errors === 0) return false;
  const isOfWarnings = severity === 'warning' || (status !== undefined && status !== 'open');
  return !isOfWarnings || tally.warnings > 0;
}

async function federalFindings(
  sources: SearchSources,
  { period, submission }: Scope,
  { id, agency, source, maySee }: FindingsAsked,
): Promise<FederalFinding[]> {
  if (period === undefined || source === 'repository') return [];
  if (id !== undefined && !id.startsWith(federalPrefix)) return [];
  return readFederalFindings(sources, {
    period,
    submission,
    oris: (ori) => maySee(ori) && (agency === undefined || agency === ori),
    thisYear: sources.clock().getUTCFullYear(),
  });
}
