import { createHash } from 'node:crypto';
import { json } from 'node:stream/consumers';
import type { Payload } from '../../events/catalog.ts';
import { compareText } from '../compare.ts';
import { CorruptDataError, TryAgainError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { allPartsBuilt, isFinished, refuse, seal, transmissionFold } from '../ledger/transmissions.ts';
import type { Clock, Log, Objects } from '../ports.ts';
import { summaryKey } from './build-part.ts';
import { checkFile } from './check-file.ts';
import type { FederalCopy } from './federal-copy.ts';
import { type PartSummary, partSummary, writeManifest } from './manifest.ts';
import type { SealTransmission } from './messages.ts';
import { updateFederalCopy } from './update-federal-copy.ts';

export interface SealDependencies {
  ledger: Ledger;
  federal: FederalCopy;
  objects: Objects;
  workBucket: string;
  outboxBucket: string;
  clock: Clock;
  log: Log;
}

type BuiltPart = Payload<'PartBuilt'>;

/** What can become of a transmission. */
export type SealOutcome = 'sealed' | 'refused';

/**
 * Puts the parts of a transmission together in the order of their ORIs, runs the FBI's edits over the file as it is
 * written, and either refuses it or writes file and manifest to the outbox and records the seal. The same parts always
 * give the same bytes; a transmission that is final is left alone. Works in constant memory.
 *
 * Afterwards the federal copy is brought up to the transmission, so that the next one sends what differs from it; a seal
 * that is asked for again takes that up where it was left.
 *
 * Gives what came of it, undefined when that is on record already.
 * Throws `TryAgainError` while parts are missing, `CorruptDataError` when a part is not what was recorded.
 */
export async function sealFile(
  deps: SealDependencies,
  { transmission }: SealTransmission,
): Promise<SealOutcome | undefined> {
  const stream = transmissionStream(transmission);
  const state = fold(transmissionFold, await deps.ledger.read(stream));
  if (!state.started || isFinished(state)) return undefined;
  if (state.sealed) {
    await updateFederalCopy(deps, transmission, state);
    return undefined;
  }
  // Before anything is written: what is in the outbox cannot be taken back.
  if (!allPartsBuilt(state))
    throw new TryAgainError(`The transmission ${transmission} does not have all of its parts yet.`);
  const { started } = state;
  const parts = [...state.parts.values()].sort((a, b) => compareText(a.ori, b.ori));
  const stamp = { at: deps.clock().toISOString(), by: 'seal-transmission', cause: {} };

  const hash = createHash('sha256');
  const refusal = await checkFile(hashed(readParts(deps, parts), hash), started);
  if (refusal) {
    const { events } = await execute(deps.ledger, stream, transmissionFold, (now) => refuse(now, refusal, stamp));
    deps.log.error('The transmission was refused by its own check', { reason: refusal.reason });
    return events.length > 0 ? 'refused' : undefined;
  }

  const { fileName, period } = started;
  const key = `transmissions/${period}/${fileName}`;
  const manifestKey = `${key}.manifest.json`;
  const sealed = { fileName, key, manifestKey, sha256: hash.digest('hex'), ...totals(parts) };
  const manifest = writeManifest({ ...started, ...sealed }, readSummaries(deps, parts));
  await deps.objects.stream({ bucket: deps.outboxBucket, key }, readParts(deps, parts), 'text/plain');
  await deps.objects.stream({ bucket: deps.outboxBucket, key: manifestKey }, manifest, 'application/json');
  const done = await execute(deps.ledger, stream, transmissionFold, (now) => seal(now, sealed, stamp));
  deps.log.info('A transmission was sealed', { reports: sealed.reports, records: sealed.records });
  await updateFederalCopy(deps, transmission, done.state);
  return done.events.length > 0 ? 'sealed' : undefined;
}

/** The bytes of all parts, one after the other; each must have the hash on record. */
async function* readParts({ objects, workBucket }: SealDependencies, parts: readonly BuiltPart[]) {
  for (const { ori, key, sha256 } of parts) {
    const hash = createHash('sha256');
    yield* hashed(await objects.read({ bucket: workBucket, key }), hash);
    if (hash.digest('hex') !== sha256) {
      throw new CorruptDataError(`The part of ${ori}, ${key}, is not the one on record. Start the transmission anew.`);
    }
  }
}

async function* readSummaries(
  { objects, workBucket }: SealDependencies,
  parts: readonly BuiltPart[],
): AsyncGenerator<PartSummary> {
  for (const { key } of parts) {
    const summary = partSummary.safeParse(await json(await objects.read({ bucket: workBucket, key: summaryKey(key) })));
    if (!summary.success)
      throw new CorruptDataError(`The summary beside ${key} is damaged. Start the transmission anew.`);
    yield summary.data;
  }
}

async function* hashed(stream: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
}

function totals(parts: readonly BuiltPart[]) {
  const sum = (count: (part: BuiltPart) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    bytes: sum(({ bytes }) => bytes),
    reports: sum(({ reports }) => reports),
    records: sum(({ records }) => records),
    strippedStateElements: sum(({ strippedStateElements }) => strippedStateElements),
  };
}
