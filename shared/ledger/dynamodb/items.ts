import type { Half } from '../protection/keyring.ts';
import type { StoredEvent } from '../stored.ts';
import { keysTableDefinition, ledgerTableDefinition } from '../tables.ts';

const { partitionKey, sortKey } = ledgerTableDefinition;

/** An event as an item of the ledger table. */
export function toItem({ stream, version, ...rest }: StoredEvent): Record<string, unknown> {
  return { ...eventKey(stream, version), ...rest };
}

/** The event in an item, not checked yet. */
export function fromItem({ [partitionKey]: stream, [sortKey]: version, ...rest }: Record<string, unknown>): unknown {
  return { stream, version, ...rest };
}

/** Key of an event in the ledger table. */
export function eventKey(stream: string, version: number): Record<string, unknown> {
  return { [partitionKey]: stream, [sortKey]: version };
}

/** Key of the item that holds the wrapped key of one half of a stream, in the keys table. */
export function keyOfHalf(stream: string, half: Half): Record<string, unknown> {
  return { [keysTableDefinition.partitionKey]: stream, [keysTableDefinition.sortKey]: half };
}
