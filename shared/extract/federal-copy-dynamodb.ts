import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Period } from '../nibrs/model/index.ts';
import {
  type FederalCopy,
  federalEntry,
  type ReportPlace,
  type UnsentEntry,
  type UnsentMonth,
  unsentEntry,
  unsentMonth,
} from './federal-copy.ts';
import { keyOf } from './month.ts';
import { createProjectionTable, type ItemKey } from './projection-table-dynamodb.ts';

/**
 * The federal copy in DynamoDB, in the table of the months: partition `federal#ORI` has an item for each report that was
 * ever sent, `unsent#ORI` one for each state of a report that was not, and `unsent` one for each month that has such.
 * The version is part of an unsent item's key: taking one off the list never takes a newer one along.
 */
export function createDynamoFederalCopy(documents: DynamoDBDocumentClient, table: string): FederalCopy {
  const items = createProjectionTable(documents, table);
  return {
    async held(ori, reports) {
      const found = await items.get(
        reports.map((report) => heldKey(ori, report)),
        federalEntry,
      );
      return new Map(found.map((entry) => [keyOf(entry), entry]));
    },
    heldOf: (ori) => items.query(heldPartition(ori), federalEntry),
    release: (ori, entries) => items.remove(entries.map((entry) => heldKey(ori, entry))),
    hold: (ori, entries) => items.put(entries.map((entry) => ({ ...heldKey(ori, entry), ...entry }))),
    async correct(ori, entry) {
      const condition = {
        ConditionExpression:
          '#transmission = :transmission AND (attribute_not_exists(answered) OR answered <= :answered)',
        ExpressionAttributeNames: { '#transmission': 'transmission' },
        ExpressionAttributeValues: { ':transmission': entry.transmission, ':answered': entry.answered },
      };
      const Item = { ...heldKey(ori, entry), ...entry };
      return unlessFailed(documents.send(new PutCommand({ TableName: table, Item, ...condition })));
    },
    unsent: (ori, last) => items.query(unsentPartition(ori), unsentEntry, upTo(last)),
    async addUnsent(month, entries) {
      const { ori, period } = month;
      await items.put(entries.map((entry) => ({ ...unsentKey(ori, { ...entry, period }), ...entry, period })));
      // Last, so that nobody who sweeps in between takes the month off for having nothing unsent.
      await items.put([{ ...monthKey(month), ...month }]);
    },
    removeUnsent: (ori, entries) => items.remove(entries.map((entry) => unsentKey(ori, entry))),
    unsentMonths: (last) => items.query('unsent', unsentMonth, upTo(last)),
    async removeUnsentMonth(month) {
      const condition = {
        ConditionExpression: 'digest = :digest',
        ExpressionAttributeValues: { ':digest': month.digest },
      };
      // Where it fails the month is gone already, or was added to.
      await unlessFailed(documents.send(new DeleteCommand({ TableName: table, Key: monthKey(month), ...condition })));
    },
  };
}

/** Whether a write was made; false when its condition did not hold. */
async function unlessFailed(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Sort keys that begin with this month or an earlier one. */
function upTo(last: Period): { from: string; to: string } {
  return { from: '0', to: `${last}#\uffff` };
}

function heldKey(ori: string, report: ReportPlace): ItemKey {
  return { pk: heldPartition(ori), sk: keyOf(report) };
}

function heldPartition(ori: string): string {
  return `federal#${ori}`;
}

function unsentPartition(ori: string): string {
  return `unsent#${ori}`;
}

function unsentKey(ori: string, { period, version, ...report }: UnsentEntry): ItemKey {
  return { pk: unsentPartition(ori), sk: `${period}#${keyOf(report)}#${version}` };
}

function monthKey({ ori, period }: UnsentMonth): ItemKey {
  return { pk: 'unsent', sk: `${period}#${ori}` };
}
