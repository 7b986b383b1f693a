import { createHash } from 'node:crypto';
import { announce } from '../../shared/intake/open.ts';
import { allUploads, findUpload, uploadsOf } from '../../shared/intake/upload-key.ts';
import { uploadedReports } from '../../shared/intake/uploaded-reports.ts';
import type { InputFile } from '../input.ts';
import type { Repository } from './repository.ts';

/** What the command itself counted in a file, whatever becomes of it. */
export interface FileCount {
  bytes: number;
  sha256: string;
  records: number;
  reports: number;
}

/** Reads a file once and counts it. `stateLevels` are those of the state profile. */
export async function countFile(file: InputFile, stateLevels: ReadonlySet<string>): Promise<FileCount> {
  const hash = createHash('sha256');
  const count = { bytes: 0, records: 0, reports: 0 };
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      count.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  for await (const reports of uploadedReports(hashed(), stateLevels)) {
    count.reports += reports.length;
    for (const { records } of reports) count.records += records.length;
  }
  return { ...count, sha256: hash.digest('hex') };
}

/**
 * Uploads a file in the name of the state program, and gives the submission's id; one that is on record as received is not
 * uploaded again. Files are processed in the order of this call.
 */
export async function submitFile(
  { ledger, objects, buckets, uploader, openUpload }: Repository,
  file: InputFile,
  { bytes, sha256 }: Pick<FileCount, 'bytes' | 'sha256'>,
): Promise<string> {
  const announced = { fileName: file.name, bytes, sha256, agency: uploader };
  const { id, state } = await announce(ledger, announced, { by: 'nibrs', at: openUpload() });
  if (state.status === 'opened' && state.opened) {
    await objects.stream({ bucket: buckets.inbox, key: state.opened.key }, file.open(), 'text/plain');
  }
  return id;
}

/** Ids of all submissions that this repository's uploader ever uploaded, the newest first. */
export async function listSubmissions(repository: Repository): Promise<string[]> {
  return (await idsUnder(repository, uploadsOf(repository.uploader))).reverse();
}

/** Ids of all submissions that anybody ever uploaded. */
export function listAllSubmissions(repository: Repository): Promise<string[]> {
  return idsUnder(repository, allUploads);
}

/** A file that was uploaded again is the same submission, in the place of its last upload. */
async function idsUnder({ objects, buckets }: Repository, prefix: string): Promise<string[]> {
  const ids = new Set<string>();
  for await (const key of objects.list(buckets.inbox, { prefix })) {
    const id = findUpload(key)?.id;
    if (id === undefined) continue;
    ids.delete(id);
    ids.add(id);
  }
  return [...ids];
}
