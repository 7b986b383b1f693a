import { z } from 'zod';
import { catalog } from '../../events/catalog.ts';
import { type Envelope, envelopeSchema } from '../../events/envelope.ts';
import { readEvent } from '../../events/upcast.ts';
import { compareText } from '../compare.ts';
import { CorruptDataError, InvalidMessageError, UsageError } from '../errors.ts';
import type { Append, LedgerEvent, NewEvent } from './port.ts';
import type { SealedHalves } from './protection/events.ts';

const storedSchema = envelopeSchema.extend({
  federal: z.instanceof(Uint8Array).optional(),
  state: z.instanceof(Uint8Array).optional(),
});

/** An event as a store keeps it: in the schema version it was written in, its halves encrypted. */
export type StoredEvent = Envelope & SealedHalves;

/** What to store for a new event. Throws `InvalidMessageError` when its payload is not as its schema demands. */
export function toStored(stream: string, version: number, event: NewEvent, sealed: SealedHalves): StoredEvent {
  const { type, data, at, by, cause, agencyPeriod } = event;
  const stored = { stream, version, type, v: catalog[type].length, at, by, cause, agencyPeriod, data };
  readEvent(stored);
  return { ...stored, ...sealed };
}

/** A stored event, checked and upcast. Throws `InvalidMessageError` when it is not one. */
export function fromStored(stored: unknown): LedgerEvent {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InvalidMessageError(`A stored event is malformed: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { stream, version, at, by, cause, agencyPeriod, federal, state } = parsed.data;
  return { ...readEvent(parsed.data), stream, version, at, by, cause, agencyPeriod, federal, state };
}

/** The events of one whole stream in order. Throws `CorruptDataError` when a version is missing. */
export function fromStoredStream(stream: string, stored: readonly unknown[]): LedgerEvent[] {
  const events = stored.map(fromStored);
  const gap = events.findIndex(({ version }, index) => version !== index + 1);
  if (gap >= 0) throw new CorruptDataError(`Stream ${stream} has no event ${gap + 1}: restore the table from a backup`);
  return events;
}

/** The order of `listMonth`. */
export function byStreamAndVersion(one: LedgerEvent, other: LedgerEvent): number {
  return compareText(one.stream, other.stream) || one.version - other.version;
}

/** Throws `UsageError` when one call appends to a stream twice: the second could not know what became of the first. */
export function demandDistinctStreams(appends: readonly Append[]): void {
  if (new Set(appends.map(({ stream }) => stream)).size === appends.length) return;
  throw new UsageError('One call appends to a stream twice: put the events of a stream into one append');
}
