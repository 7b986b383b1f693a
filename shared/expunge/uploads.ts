import { createHash } from 'node:crypto';
import { allUploads, findUpload, type UploadKey } from '../intake/upload-key.ts';
import type { Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import type { ExpungementOrder } from '../ledger/reports/expunge.ts';
import { submissionStream } from '../ledger/streams.ts';
import { redact, submissionFold } from '../ledger/submissions.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { ObjectLocation, Objects } from '../ports.ts';
import { blanked, findRecords } from './redact.ts';

export interface UploadDependencies {
  ledger: Ledger;
  objects: Objects;
  inboxBucket: string;
}

/** An uploaded file that may hold reports of an agency, with the events of its submission. */
export interface Upload extends UploadKey {
  key: string;
  events: readonly LedgerEvent[];
}

/** Submissions that are looked up at once. */
const lookups = 25;

/**
 * The uploads of all uploaders, opened in this month or later, that may hold reports of the agency: their submission was
 * split and the agency is among its agencies, or nobody knows because it was refused or not split yet.
 */
export async function* uploadsWith(
  { ledger, objects, inboxBucket }: UploadDependencies,
  ori: string,
  since: Period,
): AsyncGenerator<Upload> {
  const look = async (upload: UploadKey & { key: string }): Promise<Upload> => {
    return { ...upload, events: await ledger.read(submissionStream(upload.id)) };
  };
  let batch: (UploadKey & { key: string })[] = [];
  async function* looked(): AsyncGenerator<Upload> {
    for (const upload of await Promise.all(batch.map(look))) if (mayHold(upload, ori)) yield upload;
    batch = [];
  }
  for await (const key of objects.list(inboxBucket, { prefix: allUploads })) {
    const upload = findUpload(key);
    if (!upload || upload.openedAt.toISOString().slice(0, 7) < since) continue;
    batch.push({ ...upload, key });
    if (batch.length === lookups) yield* looked();
  }
  yield* looked();
}

function mayHold({ events }: Upload, ori: string): boolean {
  const split = events.find((event) => event.type === 'SubmissionSplit');
  return split === undefined || split.data.agencies.includes(ori);
}

/** Files that were refused for these reasons can be searched line by line; others may hold a report in any form. */
const searchable = ['empty', 'cut-off'];

/** Whether the file was refused and is of a kind in which a report cannot be looked for. */
export function isUnsearchable({ events }: Upload): boolean {
  return events.some((event) => event.type === 'SubmissionRefused' && !searchable.includes(event.data.reason));
}

/**
 * Takes a report out of an uploaded file: on record first, then the file is written anew under its key, then all of its
 * other versions are deleted. Doing it again goes on where it broke off. Gives whether the file holds it no more but did,
 * now or before.
 */
export async function redactUpload(
  { ledger, objects, inboxBucket }: UploadDependencies,
  { key, id }: Upload,
  { ori, number, order }: ExpungementOrder,
  stamp: Stamp,
): Promise<boolean> {
  const stream = submissionStream(id);
  const file = await objects.current({ bucket: inboxBucket, key });
  const { records, spans } = await findRecords(await objects.read(file), { ori, number });
  if (records > 0) {
    const redacted = async () => blanked(await objects.read(file), spans);
    const data = { ori, number, order, sha256: await sha256Of(await redacted()), records };
    await execute(ledger, stream, submissionFold, (state) => redact(state, data, stamp));
    await objects.stream({ bucket: inboxBucket, key }, await redacted(), 'text/plain');
  }
  const events = await ledger.read(stream);
  const held = events.some(({ type, data }) => type === 'UploadRedacted' && data.ori === ori && data.number === number);
  if (held) await keepNewest(objects, inboxBucket, key);
  return held;
}

async function keepNewest(objects: Objects, bucket: string, key: string): Promise<void> {
  const newest = await objects.current({ bucket, key });
  if (newest.versionId === undefined) return;
  const older: ObjectLocation[] = [];
  for await (const version of objects.versions(newest)) if (version.versionId !== newest.versionId) older.push(version);
  for (const version of older) await objects.delete(version);
}

async function sha256Of(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stream) hash.update(piece);
  return hash.digest('hex');
}
