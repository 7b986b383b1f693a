import { UsageError } from '../errors.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { submissionStream } from '../ledger/streams.ts';
import { open, type SubmissionState, submissionFold } from '../ledger/submissions.ts';
import type { Clock } from '../ports.ts';
import type { SignedForm, SignedPart, SignedUploads } from './signed-uploads.ts';
import { submissionId, uploadKey } from './upload-key.ts';

/** What is said of a file before it comes. */
export interface Announcement {
  fileName: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  /** In whose name it comes: an ORI. */
  agency: string;
  /** The ORIs whose reports its uploader may file; without it, all. */
  oris?: string[] | undefined;
}

/** Who announces a file, and when. */
export interface Announcer {
  by: string;
  request?: string | undefined;
  at: Date;
}

/** A submission by its id, and how far it is. */
export interface Opened {
  id: string;
  state: SubmissionState;
}

/**
 * Puts on record that a file will come, and where. Of one that was announced before, nothing: what was said first stands,
 * unless it came damaged or cannot come to the place `instead`, which it was announced for. `begin` is called with the key
 * of a file that is to come in parts.
 */
export async function announce(
  ledger: Ledger,
  file: Announcement,
  { by, request, at }: Announcer,
  { begin, instead }: { begin?: ((key: string) => Promise<string>) | undefined; instead?: string | undefined } = {},
): Promise<Opened> {
  const id = submissionId(file);
  const stream = submissionStream(id);
  const key = uploadKey({ uploader: file.agency, openedAt: at, id, fileName: file.fileName.replace(/[^\w.-]/g, '_') });
  const stamp = { at: at.toISOString(), by, cause: { submission: id, request } };

  const before = fold(submissionFold, await ledger.read(stream));
  if (open(before, { ...file, key }, stamp, instead).length === 0) return { id, state: before };
  const uploadId = await begin?.(key);
  const { state } = await execute(ledger, stream, submissionFold, (now) =>
    open(now, { ...file, key, uploadId }, stamp, instead),
  );
  return { id, state };
}

export interface UploadDependencies {
  ledger: Ledger;
  uploads: SignedUploads;
  /** The default suits S3. */
  sizes?: UploadSizes;
  clock: Clock;
}

/** In bytes. */
export interface UploadSizes {
  /** Files larger than this come in parts. */
  form: number;
  /** Of a part, at least. */
  part: number;
}

const mebibyte = 2 ** 20;
const defaultSizes: UploadSizes = { form: 100 * mebibyte, part: 16 * mebibyte };
/** S3 would take ten times as many; a list of these is one page. */
const mostParts = 1_000;

/** How a file gets to the inbox: by a form, in parts, or not at all because it is there. */
export type UploadPlan =
  | ({ kind: 'form' } & SignedForm)
  | { kind: 'parts'; partBytes: number; parts: { number: number; isThere: boolean }[] }
  | { kind: 'none' };

/**
 * Opens the submission of a file, and tells how the file gets to the inbox. Opened again, it goes on where it was: with the
 * parts that are there, or with nothing to upload when the file has come.
 */
export async function openUpload(
  deps: UploadDependencies,
  file: Announcement,
  who: Omit<Announcer, 'at'>,
): Promise<{ id: string; upload: UploadPlan }> {
  const { ledger, uploads, clock, sizes = defaultSizes } = deps;
  const announcer = { ...who, at: clock() };
  const begin = file.bytes > sizes.form ? uploads.begin : undefined;
  const { id, state } = await announce(ledger, file, announcer, { begin });
  const upload = await planOf(deps, state);
  if (upload) return { id, upload };
  const again = await announce(ledger, file, announcer, { begin, instead: state.opened?.key });
  return { id, upload: (await planOf(deps, again.state)) ?? { kind: 'none' } };
}

/** How an announced file gets to its place; undefined when it cannot any more. */
async function planOf(
  { uploads, sizes = defaultSizes }: UploadDependencies,
  { status, opened }: SubmissionState,
): Promise<UploadPlan | undefined> {
  if (status !== 'opened' || !opened) return { kind: 'none' };
  const { key, uploadId, bytes } = opened;
  const there = uploadId === undefined ? undefined : await uploads.partsOf({ key, uploadId });
  if (there) {
    const parts = partsOf(bytes, sizes).map(({ number, bytes }) => ({ number, isThere: there.get(number) === bytes }));
    return { kind: 'parts', partBytes: partBytesOf(bytes, sizes), parts };
  }
  if (await uploads.isThere(key)) return { kind: 'none' };
  return bytes > sizes.form ? undefined : { kind: 'form', ...(await uploads.form(key, opened)) };
}

/** Gives a place for parts of a file that comes in parts. Throws `UsageError` when it does not, or has no such part. */
export async function signParts(
  { uploads, sizes = defaultSizes }: UploadDependencies,
  { opened, status }: SubmissionState,
  asked: readonly { number: number; sha256: string }[],
): Promise<{ parts: SignedPart[]; expires: string }> {
  if (status !== 'opened' || opened?.uploadId === undefined) {
    throw new UsageError('Nothing of the file is to come in parts. Open the submission again and do what it says.');
  }
  const { key, uploadId, bytes } = opened;
  const last = partsOf(bytes, sizes).length;
  const wrong = asked.find(({ number }) => number > last);
  if (wrong) throw new UsageError(`There is no part ${wrong.number}: the file has ${last}.`);
  return uploads.signParts({ key, uploadId }, asked);
}

/**
 * Puts the parts of a file together; nothing when they are together, or when the file came as a whole. Throws `UsageError`
 * when parts are missing.
 */
export async function completeUpload(
  { uploads, sizes = defaultSizes }: UploadDependencies,
  { opened, status }: SubmissionState,
): Promise<void> {
  if (status !== 'opened' || !opened) return;
  const { key, uploadId, bytes } = opened;
  const there = uploadId === undefined ? undefined : await uploads.partsOf({ key, uploadId });
  if (uploadId === undefined || !there) {
    if (await uploads.isThere(key)) return;
    throw new UsageError('The file is not there. Open the submission again and do what it says.');
  }
  const missing = partsOf(bytes, sizes).filter(({ number, bytes }) => there.get(number) !== bytes);
  if (missing.length > 0) {
    const [first] = missing;
    throw new UsageError(
      `${missing.length} parts are not there or not whole, the first is number ${first?.number}. Upload them first.`,
    );
  }
  await uploads.complete({ key, uploadId });
}

/** The parts of a file, each with its size. */
function partsOf(bytes: number, sizes: UploadSizes): { number: number; bytes: number }[] {
  const partBytes = partBytesOf(bytes, sizes);
  return Array.from({ length: Math.ceil(bytes / partBytes) }, (_, index) => ({
    number: index + 1,
    bytes: Math.min(partBytes, bytes - index * partBytes),
  }));
}

/** Whole mebibytes where files are so large that the smallest parts would be too many. */
function partBytesOf(bytes: number, { part }: UploadSizes): number {
  return Math.max(part, Math.ceil(bytes / mostParts / mebibyte) * mebibyte);
}
