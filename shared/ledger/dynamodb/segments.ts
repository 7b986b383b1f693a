import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { LedgerSegments } from '../port.ts';
import { ledgerTableDefinition } from '../tables.ts';

const { partitionKey: indexKey } = ledgerTableDefinition.index;
const item = z.object({ [indexKey]: z.string().optional() });

/** Scans segments of the ledger's table itself: its index may lag behind, or still be made after a restore. */
export function createDynamoSegments(documents: DynamoDBDocumentClient, ledgerTable: string): LedgerSegments {
  return {
    async *indexKeys(segment, of) {
      const input = {
        TableName: ledgerTable,
        ConsistentRead: true,
        Segment: segment,
        TotalSegments: of,
        ProjectionExpression: '#key',
        ExpressionAttributeNames: { '#key': indexKey },
      };
      for await (const { Items = [] } of paginateScan({ client: documents }, input)) {
        for (const found of Items) {
          const key = item.parse(found)[indexKey];
          if (key !== undefined) yield key;
        }
      }
    },
  };
}
