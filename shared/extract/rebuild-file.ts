import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { findJson } from '../find-json.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger } from '../ledger/port.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';
import type { Log, Objects } from '../ports.ts';
import { demandTransmission } from './last-number.ts';
import type { Months } from './months.ts';
import { type RebuiltPart, rebuildMonthAsOf, rebuildTransmission } from './rebuild.ts';

/** On `rebuilds`: make a sealed file again, or a month as it stood at a time, of one agency or of all. */
export const rebuildFile = z.object({
  /** Names what comes of it. */
  request: z.string().regex(/^[\w-]+$/),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('transmission'), transmission: z.string() }),
    z.object({
      kind: z.literal('month'),
      period: z.string().regex(periodPattern),
      /** ISO 8601, UTC. */
      at: z.iso.datetime(),
      ori: z.string().regex(oriPattern).optional(),
    }),
  ]),
});
export type RebuildFile = z.infer<typeof rebuildFile>;

/** What came of it, as JSON beside the file. */
export const rebuiltFile = z.object({
  key: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  /** Of the file that was sealed; absent for a month. */
  sealedSha256: z.string().optional(),
  /** Reports that were in it, and that an order has taken away since. */
  expunged: z.array(z.object({ stream: z.string(), order: z.string() })),
});
export type RebuiltFile = z.infer<typeof rebuiltFile>;

export interface RebuildDependencies {
  ledger: Ledger;
  months: Months;
  objects: Objects;
  workBucket: string;
  log: Log;
}

/** Where the result of a request is in the work bucket, once there is one. */
function rebuiltKey(request: string): string {
  return `rebuilt/${request}.json`;
}

/** What came of a request; undefined while nothing has. */
export function findRebuilt(
  { objects, workBucket }: Pick<RebuildDependencies, 'objects' | 'workBucket'>,
  request: string,
): Promise<RebuiltFile | undefined> {
  return findJson(objects, { bucket: workBucket, key: rebuiltKey(request) }, rebuiltFile);
}

/** What to ask for to have a sealed file made again. Throws `NotFoundError`, or `UsageError` when it was never sealed. */
export async function sealedAgain(ledger: Ledger, name: string): Promise<RebuildFile['what']> {
  const { number, state } = await demandTransmission(ledger, name);
  const { transmission } = number;
  if (state.sealed) return { kind: 'transmission', transmission };
  throw new UsageError(`${name} was never sealed, so it cannot be made again. A month can be made as of a day.`);
}

/**
 * Makes a file again and writes it to the work bucket, with what is to be told of it beside it. Throws as
 * `rebuildTransmission` and `rebuildMonthAsOf` do.
 */
export async function rebuildToFile(deps: RebuildDependencies, { request, what }: RebuildFile): Promise<void> {
  const hash = createHash('sha256');
  const expunged: RebuiltFile['expunged'] = [];
  const key = `rebuilt/${request}.txt`;
  let bytes = 0;
  async function* content(): AsyncGenerator<Uint8Array> {
    for await (const part of partsOf(deps, what)) {
      const text = Buffer.from(part.text, 'latin1');
      hash.update(text);
      bytes += text.byteLength;
      expunged.push(...part.expunged);
      yield text;
    }
  }
  await deps.objects.stream({ bucket: deps.workBucket, key }, content(), 'text/plain');
  const sealedSha256 = what.kind === 'transmission' ? await sealedHash(deps.ledger, what.transmission) : undefined;
  const result: RebuiltFile = { key, bytes, sha256: hash.digest('hex'), sealedSha256, expunged };
  const location = { bucket: deps.workBucket, key: rebuiltKey(request) };
  await deps.objects.put(location, JSON.stringify(result), 'application/json');
  deps.log.info('A file was made again', { request, bytes, expunged: expunged.length });
}

async function* partsOf(
  { ledger, months }: RebuildDependencies,
  what: RebuildFile['what'],
): AsyncGenerator<RebuiltPart> {
  if (what.kind === 'transmission') {
    yield* rebuildTransmission(ledger, what.transmission);
    return;
  }
  const { period, at, ori: only } = what;
  for (const { ori } of await months.summaries(period)) {
    if (only === undefined || ori === only) yield await rebuildMonthAsOf(ledger, { ori, period, at });
  }
}

async function sealedHash(ledger: Ledger, transmission: string): Promise<string> {
  const { sealed } = fold(transmissionFold, await ledger.read(transmissionStream(transmission)));
  if (sealed) return sealed.sha256;
  throw new UsageError(`Transmission ${transmission} was never sealed. Look up its name.`);
}
