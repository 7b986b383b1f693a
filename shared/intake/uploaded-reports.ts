import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { readRecords } from '../nibrs/flatfile/records.ts';
import { readReports } from '../nibrs/flatfile/reports.ts';
import type { SourceSupplement } from '../state/index.ts';
import { readHeadOf } from './head.ts';
import { beginsSupplement } from './supplement-columns.ts';
import { lineOf, readCells, SupplementGrouper } from './supplement-rows.ts';

/**
 * The reports of an uploaded file, and of a supplement the rows under each number, with the places of their records,
 * whatever else is wrong with the file. A supplement may be one of any state. Constant memory.
 */
export async function* uploadedReports(
  stream: AsyncIterable<Uint8Array>,
  stateLevels: ReadonlySet<string>,
): AsyncGenerator<(SourceReport | SourceSupplement)[]> {
  const { head, all } = await readHeadOf(stream);
  if (beginsSupplement(head)) yield* uploadedSupplements(all);
  else yield* readReports(all, { stateLevels });
}

async function* uploadedSupplements(stream: AsyncIterable<Uint8Array>): AsyncGenerator<SourceSupplement[]> {
  let grouper: SupplementGrouper | undefined;
  for await (const records of readRecords(stream)) {
    const supplements: (SourceSupplement | undefined)[] = [];
    for (const record of records) {
      const cells = readCells(lineOf(record));
      if (grouper) supplements.push(grouper.push(record, cells ?? [unreadable]));
      else grouper = new SupplementGrouper(cells?.map(({ text }) => text) ?? []);
    }
    yield supplements.filter((supplement) => supplement !== undefined);
  }
  const last = grouper?.end();
  if (last) yield [last];
}

/** In place of the cells of a row that cannot be divided. */
const unreadable = { text: '', line: 1, column: 1 };
