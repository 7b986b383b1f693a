import type { MonthNotice } from '../extract/messages.ts';
import { entryOf } from '../extract/month.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { complete, expunge, expungementFold } from '../ledger/reports/expunge.ts';
import { reportStream } from '../ledger/streams.ts';
import { monthOf, type Period } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects, Outgoing, Queue } from '../ports.ts';
import type { ExpungeReport } from './messages.ts';
import { isUnsearchable, redactUpload, uploadsWith } from './uploads.ts';
import { deleteCopies, deleteFindings } from './work.ts';

export interface ExpungeDependencies {
  ledger: Ledger;
  objects: Objects;
  months: Queue<MonthNotice>;
  inboxBucket: string;
  workBucket: string;
  clock: Clock;
  log: Log;
}

/**
 * Carries out an order to expunge whatever an agency has reported under a number. In this order: the ledger takes in that
 * it is expunged, from where on nothing is filed under the number; the keys of its content are destroyed; its months are
 * told; it is taken out of the uploaded files, the findings and the copies; and it is on record that all of this was done.
 *
 * Each step may be done again, so that a request which broke off anywhere is delivered again and comes to the same end. A
 * later request, under the same order or another one, adds no event but that of its end, and looks once more through
 * whatever has been uploaded since. Two requests must not run at a time: both might write the same file.
 */
export async function expungeNumber(deps: ExpungeDependencies, message: ExpungeReport): Promise<void> {
  const { ledger, months, clock, log } = deps;
  const { ori, number, order, by, request } = message;
  const stream = reportStream('incident', ori, number);
  const stamp = { at: clock().toISOString(), by, cause: { request } };

  const { state } = await execute(ledger, stream, expungementFold, (now) => expunge(now, message, stamp));
  if (state.version === 0) {
    log.warn('Nothing is on file under the number that was to be expunged', { order });
    return;
  }
  await ledger.destroyKeys(stream);
  const events = await ledger.read(stream);
  await months.send(noticesOf(events, message));
  const removed = await sweep(deps, message, firstMonthOf(events), stamp);
  await deleteCopies(deps, message);
  await execute(ledger, stream, expungementFold, (now) => complete(now, { ori, number, order, ...removed }, stamp));
  log.info('What was on file under a number is expunged', { order, ...removed });
}

/** Takes the report out of everything that submissions and the FBI's answers have left. */
async function sweep(
  deps: ExpungeDependencies,
  message: ExpungeReport,
  since: Period,
  stamp: { at: string; by: string; cause: { request: string } },
) {
  let uploads = 0;
  let findings = await deleteFindings(deps, 'federal', message);
  const unsearched = new Set<string>();
  for await (const upload of uploadsWith(deps, message.ori, since)) {
    const cause = { ...stamp.cause, submission: upload.id };
    if (await redactUpload(deps, upload, message, { ...stamp, cause })) uploads += 1;
    findings += await deleteFindings(deps, upload.id, message);
    if (isUnsearchable(upload)) unsearched.add(upload.id);
  }
  return { uploads, findings, unsearched: [...unsearched] };
}

/** An agency reports what has happened, so no file is older than the report's date, and none older than its first event. */
function firstMonthOf(events: readonly LedgerEvent[]): Period {
  const dates = events.flatMap(({ data }) => ('date' in data && data.date !== undefined ? [monthOf(data.date)] : []));
  const recorded = events.slice(0, 1).map(({ at }) => at.slice(0, 7));
  return [...dates, ...recorded].sort()[0] ?? '';
}

/** A notice for each month in which the report had content. */
function noticesOf(events: readonly LedgerEvent[], { ori, request }: ExpungeReport): Outgoing<MonthNotice>[] {
  const expunged = events.filter((event) => event.type === 'ReportExpunged');
  return [...Map.groupBy(expunged, ({ data }) => data.period)].map(([period, ofPeriod]) => {
    const entries = ofPeriod.map((event) => entryOf(event.stream, event.version, event));
    const changed = entries.filter((entry) => entry !== undefined);
    return { body: { ori, period, submission: request, changed }, group: ori, dedupe: `${request}-${period}` };
  });
}
