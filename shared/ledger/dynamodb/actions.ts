import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Append } from '../port.ts';
import type { SealedEvents } from '../protection/events.ts';
import { type Half, halves } from '../protection/keyring.ts';
import type { WrappedKeys } from '../protection/report-keys.ts';
import { toStored } from '../stored.ts';
import { keysTableDefinition, ledgerTableDefinition } from '../tables.ts';
import { eventKey, keyOfHalf, toItem } from './items.ts';
import { limits, sizeOf, TooLargeError } from './limits.ts';

export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Everything that one append writes or demands; it goes into one transaction. */
export interface PreparedAppend {
  append: Append;
  actions: Action[];
  bytes: number;
}

/** The names of the two tables. */
export interface Tables {
  ledgerTable: string;
  keysTable: string;
}

/**
 * The transaction's share of one append: its events, the keys that were made for them, and for a stream that exists
 * the condition that its last event is there. That the next version is free does not prove the one before it taken, so
 * both are demanded, and streams have no gaps. Throws `TooLargeError` when it does not fit one transaction.
 */
export function prepareAppend(tables: Tables, append: Append, sealed: SealedEvents): PreparedAppend {
  const { stream, expectedVersion, events } = append;
  const items = events.map((event, index) =>
    toItem(toStored(stream, expectedVersion + index + 1, event, sealed.events[index] ?? {})),
  );
  const actions = [
    ...(expectedVersion > 0 ? [demandEvent(tables.ledgerTable, stream, expectedVersion)] : []),
    ...items.map((item) => putEvent(tables.ledgerTable, item)),
    ...byHalf(sealed.newKeys).map(({ half, key }) => putKey(tables.keysTable, stream, half, key)),
  ];
  const sizes = items.map(sizeOf);
  const bytes = sizes.reduce((sum, size) => sum + size, sizeOf(sealed.newKeys));
  const large = sizes.findIndex((size) => size > limits.itemBytes);
  if (large >= 0) {
    const where = `Event ${expectedVersion + large + 1} of stream ${stream}`;
    throw new TooLargeError(`${where} takes ${sizes[large]} bytes and DynamoDB takes ${limits.itemBytes}: split it`);
  }
  if (actions.length > limits.transactionActions || bytes > limits.transactionBytes) {
    throw new TooLargeError(
      `${events.length} events of ${bytes} bytes for stream ${stream} do not fit one transaction: append fewer at a time`,
    );
  }
  return { append, actions, bytes };
}

function putEvent(TableName: string, Item: Record<string, unknown>): Action {
  return {
    Put: {
      TableName,
      Item,
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': ledgerTableDefinition.partitionKey },
    },
  };
}

function demandEvent(TableName: string, stream: string, version: number): Action {
  return {
    ConditionCheck: {
      TableName,
      Key: eventKey(stream, version),
      ConditionExpression: 'attribute_exists(#pk)',
      ExpressionAttributeNames: { '#pk': ledgerTableDefinition.partitionKey },
    },
  };
}

/** Adds the key of a half, and never overwrites one: that would lose a report's content. */
function putKey(TableName: string, stream: string, half: Half, key: Uint8Array): Action {
  return {
    Put: {
      TableName,
      Item: { ...keyOfHalf(stream, half), key },
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': keysTableDefinition.partitionKey },
    },
  };
}

function byHalf(keys: WrappedKeys): { half: Half; key: Uint8Array }[] {
  return halves.flatMap((half) => (keys[half] ? [{ half, key: keys[half] }] : []));
}
