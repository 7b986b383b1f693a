import type { z } from 'zod';
import { InvalidMessageError } from '../shared/errors.ts';
import { catalog, type EventType, type Payload } from './catalog.ts';
import type { Envelope } from './envelope.ts';

/** Turns a payload of one schema version into the next one's. */
type Upcaster = (data: unknown) => unknown;

/** Per event type, the steps from version 1 to 2, from 2 to 3, and so on to the newest. */
const upcasters: Partial<Record<EventType, readonly Upcaster[]>> = {};

checkChains(catalog, upcasters);

/** Per event type, what the next release will write, as the schema that turns it into this release's newest payload. */
type Announced = Partial<Record<EventType, z.ZodType>>;

/** The release that may be gone back to has to read what the one after it wrote: `docs/changes.md`. */
const announcedVersions: Announced = {};

/** An event's type and its payload in the newest schema version. */
export type ReadEvent = { [K in EventType]: { type: K; data: Payload<K> } }[EventType];

/**
 * Checks a stored event's payload against the schema version it was written in and brings it to the newest one; `announced`
 * ones are brought back to it. Throws `InvalidMessageError`, naming stream and version, for an unknown type or schema
 * version and for a wrong payload.
 */
export function readEvent(
  { stream, version, type, v, data }: Envelope,
  announced: Announced = announcedVersions,
): ReadEvent {
  const where = `Event ${version} of stream ${stream}`;
  if (!isEventType(type)) {
    throw new InvalidMessageError(`${where} is of the unknown type ${type}: read it with the release that wrote it`);
  }
  const schemas: readonly z.ZodType[] = catalog[type];
  const schema = v === schemas.length + 1 ? announced[type] : schemas[v - 1];
  if (!schema) {
    throw new InvalidMessageError(
      `${where} is a ${type} of schema version ${v}, and this release knows versions up to ${schemas.length}: upgrade it`,
    );
  }
  const upcast = (upcasters[type] ?? []).slice(v - 1).reduce((older, step) => step(older), check(schema, data, where));
  const newest = schemas[schemas.length - 1] ?? schema;
  return { type, data: newest === schema ? upcast : check(newest, upcast, where) } as ReadEvent;
}

/**
 * Throws when an event type lacks the steps from each of its schema versions to the next; called when this module is
 * loaded, so that a release without them does not start.
 */
export function checkChains(
  schemas: Readonly<Record<string, readonly z.ZodType[]>>,
  steps: Readonly<Record<string, readonly Upcaster[] | undefined>>,
): void {
  for (const [type, versions] of Object.entries(schemas)) {
    const needed = versions.length - 1;
    const there = steps[type]?.length ?? 0;
    if (there !== needed) {
      throw new Error(`${type} has ${versions.length} schema versions and needs ${needed} upcasters, not ${there}`);
    }
  }
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(catalog, type);
}

function check(schema: z.ZodType, data: unknown, where: string): unknown {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidMessageError(`${where}: ${issue?.path.join('.')} is not as its schema demands: ${issue?.message}`);
}
