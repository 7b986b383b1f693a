import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';

/** An item as DynamoDB stores it, with the type of each attribute. */
export type StoredItem = Record<string, AttributeValue>;

/** An item in a line of an export: `{"Item":{"pk":{"S":"…"}}}`, binaries in Base64. */
const line = z.object({ Item: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** The line of an item in the form of DynamoDB's own exports to S3. */
export function toLine(item: StoredItem): string {
  return JSON.stringify({ Item: item }, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}

/** The item in a line of an export. Throws what zod throws for a line that is none. */
export function fromLine(text: string): StoredItem {
  const { Item } = line.parse(JSON.parse(text));
  return Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, attributeOf(value)]));
}

/** Binaries stand only at the top of an item, since what is nested is JSON to begin with. */
function attributeOf(value: Record<string, unknown>): AttributeValue {
  if (typeof value.B === 'string') return { B: Buffer.from(value.B, 'base64') };
  return value as unknown as AttributeValue;
}
