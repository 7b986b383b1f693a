import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { agencyPeriod } from '../ledger/streams.ts';
import { type MonthEntry, monthEntry } from './messages.ts';
import { keyOf, mergeEntries } from './month.ts';
import type { Months } from './months.ts';
import { createProjectionTable, type ItemKey } from './projection-table-dynamodb.ts';

const summaryItem = z.object({
  ori: z.string(),
  period: z.string(),
  incidents: z.int(),
  arrests: z.int(),
  zeroReports: z.int(),
  deleted: z.int(),
  digest: z.string(),
});

/** Months in DynamoDB: partition `agency#ORI#YYYY-MM` has an item for each report, `period#YYYY-MM` one for each agency. */
export function createDynamoMonths(documents: DynamoDBDocumentClient, table: string): Months {
  const items = createProjectionTable(documents, table);
  return {
    async entries(ori, period) {
      return mergeEntries([], await items.query(entriesKey(ori, period), monthEntry));
    },

    async save(summary, changed) {
      const { ori, period } = summary;
      await items.put(changed.map((entry) => ({ ...itemKey(ori, period, entry), ...entry })));
      await items.put([{ pk: summariesKey(period), sk: ori, ...summary }]);
    },

    remove: (ori, period, entries) => items.remove(entries.map((entry) => itemKey(ori, period, entry))),
    summaries: (period) => items.query(summariesKey(period), summaryItem),
    summariesOf: (ori, periods) =>
      items.get(
        periods.map((period) => ({ pk: summariesKey(period), sk: ori })),
        summaryItem,
      ),
  };
}

function entriesKey(ori: string, period: string): string {
  return `agency#${agencyPeriod(ori, period)}`;
}

function summariesKey(period: string): string {
  return `period#${period}`;
}

function itemKey(ori: string, period: string, entry: MonthEntry): ItemKey {
  return { pk: entriesKey(ori, period), sk: keyOf(entry) };
}
