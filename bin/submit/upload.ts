import { createHash, hash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { z } from 'zod';
import type { upload } from '../../shared/api/routes/uploads.ts';
import { UsageError } from '../../shared/errors.ts';
import type { InputFile } from '../input.ts';
import type { CallApi } from './api.ts';
import { PassingFailure, persist } from './retry.ts';

export type UploadPlan = z.output<typeof upload>;

/** A file on the disk, which can be read again and in pieces. */
export interface UploadFile extends InputFile {
  bytes: number;
}

/** Is told how many bytes are done. */
type Tell = (bytes: number) => void;

/** SHA-256 of a file, hex. */
export async function sha256Of(file: UploadFile, tell: Tell): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.open()) {
    hash.update(piece);
    bytes += piece.byteLength;
    tell(bytes);
  }
  return hash.digest('hex');
}

/** Puts a file where the repository says. Throws `UsageError` when it is refused there, as one is that has changed meanwhile. */
export async function putFile(
  file: UploadFile,
  { submission, upload }: { submission: string; upload: UploadPlan },
  { call, tell }: { call: CallApi; tell: Tell },
): Promise<void> {
  if (upload.kind === 'form') await postForm(file, upload);
  if (upload.kind === 'parts') {
    await putParts(file, upload, { submission, call, tell });
    await call('completeUpload', { params: { submission } });
  }
  tell(file.bytes);
}

async function postForm(file: UploadFile, { url, fields }: UploadPlan & { kind: 'form' }): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', await openAsBlob(file.path));
  await persist(async () => demandTaken(await fetch(url, { method: 'POST', body: form }), file), unsent(file));
}

/** So many parts are on their way at a time. */
const together = 3;

async function putParts(
  file: UploadFile,
  { partBytes, parts }: UploadPlan & { kind: 'parts' },
  { submission, call, tell }: { submission: string; call: CallApi; tell: Tell },
): Promise<void> {
  const open = parts.filter(({ isThere }) => !isThere);
  let done = file.bytes - open.reduce((sum, { number }) => sum + sizeOf(number, partBytes, file), 0);
  const content = await openFile(file);
  const work = async () => {
    for (let part = open.shift(); part; part = open.shift()) {
      const body = await readPart(content, part.number, partBytes, file);
      const asked = { parts: [{ number: part.number, sha256: hash('sha256', body) }] };
      await persist(async () => {
        // A place is good for an hour only, so each attempt gets one of its own.
        const [place] = (await call('signParts', { params: { submission }, body: asked })).parts;
        if (!place) throw new PassingFailure('No place was given');
        demandTaken(await fetch(place.url, { method: 'PUT', headers: place.headers, body }), file);
      }, unsent(file));
      done += body.byteLength;
      tell(done);
    }
  };
  try {
    tell(done);
    await Promise.all(Array.from({ length: together }, work));
  } finally {
    await content.close();
  }
}

function openFile({ path }: UploadFile): Promise<FileHandle> {
  return open(path, 'r');
}

function sizeOf(number: number, partBytes: number, { bytes }: UploadFile): number {
  return Math.min(partBytes, bytes - (number - 1) * partBytes);
}

async function readPart(content: FileHandle, number: number, partBytes: number, file: UploadFile) {
  const part = new Uint8Array(sizeOf(number, partBytes, file));
  const { bytesRead } = await content.read(part, 0, part.length, (number - 1) * partBytes);
  if (bytesRead < part.length) throw new UsageError(`${file.path} has become shorter while it was read. ${again}`);
  return part;
}

function demandTaken({ ok, status }: Response, { path }: UploadFile): void {
  if (ok) return;
  if (status >= 500 || status === 429) throw new PassingFailure(`Status ${status}`);
  throw new UsageError(
    `${path} was refused at the inbox (status ${status}): most likely it has changed since it was read first. ${again}`,
  );
}

const again = 'Submit it again when nothing writes to it.';

function unsent({ path }: UploadFile): string {
  return `${path} could not be uploaded: the connection breaks off`;
}
