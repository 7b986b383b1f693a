import type { Payload } from '../../events/catalog.ts';
import { UsageError } from '../errors.ts';
import { lastNumberOf } from '../extract/last-number.ts';
import type { Months } from '../extract/months.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { accessStream, transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import { dayOf, monthAfter, monthOf, type Period } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects } from '../ports.ts';
import type { StateElement, StateProfile } from '../state/index.ts';
import {
  arrestsChart,
  arrestsCsv,
  type CountedArrest,
  completenessCsv,
  type PublishedTable,
  publishedTables,
  type statusesOf,
} from '../statistics/index.ts';
import { countMonth } from './count-arrests.ts';
import { elementToCount } from './element-to-count.ts';
import type { CountArrests } from './messages.ts';
import { accessFold, recordCounts } from './record.ts';
import { type CountOutcome, resultOf } from './result.ts';

export interface PublishDependencies {
  ledger: Ledger;
  months: Months;
  objects: Objects;
  /** Where the result goes. */
  workBucket: string;
  profile: StateProfile | undefined;
  clock: Clock;
  log: Log;
}

const by = 'count-arrests';

/** Months that one request may ask for; each is read whole. */
const monthsAtMost = 24;

/**
 * Counts arrests by what an element says, records that, and writes what may be published of it: CSV, completeness and a
 * chart for each month. Nothing about one person is written, and nothing at all before the count is on record. The same
 * request again writes the same and records nothing more. A request that cannot be carried out is answered with the
 * reason where the result would be.
 */
export async function publishCounts(deps: PublishDependencies, request: CountArrests): Promise<void> {
  const { objects, workBucket: bucket, log } = deps;
  const { folder, outcome } = resultOf(request.request);
  const result = await counted(deps, request).catch((error: unknown) => {
    if (error instanceof UsageError) return { refused: error.message };
    throw error;
  });
  if ('refused' in result) {
    log.warn('A count was refused', { why: result.refused });
  } else {
    for (const { name, text, type } of result.files) await objects.put({ bucket, key: folder + name }, text, type);
    log.info('Arrests were counted', { element: request.element, from: request.from, to: request.to });
  }
  const told: CountOutcome = 'refused' in result ? result : { ...result, files: result.files.map(({ name }) => name) };
  await objects.put({ bucket, key: outcome }, JSON.stringify(told), 'application/json');
}

interface ResultFile {
  name: string;
  text: string;
  type: string;
}

/** What was counted, with the files that may be published of it. */
type Counted = Omit<Exclude<CountOutcome, { refused: string }>, 'files'> & { files: ResultFile[] };

async function counted(
  deps: PublishDependencies,
  { element: id, from, to, draft, by: reader, reason, request }: CountArrests,
): Promise<Counted> {
  const { ledger, clock } = deps;
  const { profile, element, statuses } = elementToCount(deps.profile, id);
  const at = clock().toISOString();
  const periods = periodsOf(from, to);
  for (const period of periods) {
    demandInEffect(element, profile, period);
    if (!draft) await demandFinal(ledger, period, at);
  }

  const arrests: CountedArrest[] = [];
  const counts: Payload<'StateElementsCounted'>[] = [];
  for (const period of periods) {
    const month = await countMonth(deps, { period, element, profile, now: at });
    arrests.push(...month.arrests);
    counts.push({ reader, reason, element: id, period, reports: month.reports });
  }
  const stamp = { at, by, cause: { request } };
  await execute(ledger, accessStream(monthOf(dayOf(at))), accessFold, (state) => recordCounts(state, counts, stamp));
  const tables = publishedTables(arrests, statuses);
  const { title, determined } = statuses;
  return {
    element: id,
    title,
    statuses: Object.values(determined),
    draft,
    tables,
    files: filesOf(tables, statuses, draft),
  };
}

function filesOf(
  tables: readonly PublishedTable[],
  statuses: ReturnType<typeof statusesOf>,
  draft: boolean,
): ResultFile[] {
  const prefix = draft ? 'draft-' : '';
  const charts = tables.map((table) => ({
    name: `${prefix}arrests-${table.period}.svg`,
    text: arrestsChart(table, statuses, { draft }),
    type: 'image/svg+xml',
  }));
  return [
    { name: `${prefix}arrests.csv`, text: arrestsCsv(tables, statuses, { draft }), type: 'text/csv' },
    { name: `${prefix}completeness.csv`, text: completenessCsv(tables, { draft }), type: 'text/csv' },
    ...charts,
  ];
}

function periodsOf(from: Period, to: Period): Period[] {
  const periods: Period[] = [];
  for (let period = from; period <= to; period = monthAfter(period)) {
    if (periods.length === monthsAtMost) {
      throw new UsageError(`${from} to ${to} is more than ${monthsAtMost} months: ask for fewer at a time.`);
    }
    periods.push(period);
  }
  return periods;
}

function demandInEffect({ id, effective }: StateElement, profile: StateProfile, period: Period): void {
  const since = effective ?? profile.effective;
  if (period >= since) return;
  throw new UsageError(`${id} is asked from ${since} on: there is nothing to count in ${period}.`);
}

/** A month is final once its file for the FBI is sealed. */
async function demandFinal(ledger: Ledger, period: Period, at: string): Promise<void> {
  const last = await lastNumberOf(ledger, period, Number(at.slice(0, 4)));
  const transmission = last && fold(transmissionFold, await ledger.read(transmissionStream(last.transmission)));
  if (transmission?.sealed) return;
  throw new UsageError(
    `${period} is not final: its file for the FBI is not sealed. Send the month first, or ask for a draft, which is not for publication.`,
  );
}
