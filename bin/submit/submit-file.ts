import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { finding, submission } from '../../shared/api/routes/submissions.ts';
import { TryAgainError } from '../../shared/errors.ts';
import type { Terminal } from '../print/terminal.ts';
import type { CallApi } from './api.ts';
import { putFile, sha256Of, type UploadFile } from './upload.ts';

export type Submission = z.output<typeof submission>;
export type ApiFinding = z.output<typeof finding>;

/**
 * Opens a submission of a file in the name of an agency, which may be left out by whoever has only one, and uploads the
 * file. Gives the submission's id. What broke off goes on, and what is there is not uploaded again.
 */
export async function submitFile(
  file: UploadFile,
  agency: string | undefined,
  { call, terminal }: { call: CallApi; terminal: Terminal },
): Promise<string> {
  const reading = terminal.progress(`Reading   ${file.name}`, file.bytes);
  const sha256 = await sha256Of(file, reading.advanceTo).finally(reading.stop);
  const opened = await call('openSubmission', { body: { fileName: file.name, bytes: file.bytes, sha256, agency } });
  const uploading = terminal.progress(`Uploading ${file.name}`, file.bytes);
  await putFile(file, opened, { call, tell: uploading.advanceTo }).finally(uploading.stop);
  return opened.submission;
}

/** Between two looks at what became of a file, seconds. */
const pauses = { first: 0.5, longest: 15, together: 30 * 60 };

/** What became of a submission, once nothing more will. Throws `TryAgainError` when that takes half an hour. */
export async function outcomeOf(
  id: string,
  { call, terminal, name }: { call: CallApi; terminal: Terminal; name: string },
): Promise<Submission> {
  const progress = terminal.progress(`Checking  ${name}`, 1);
  try {
    let waited = 0;
    for (let pause = pauses.first; waited < pauses.together; pause = Math.min(pause * 1.5, pauses.longest)) {
      const submission = await call('readSubmission', { params: { submission: id } });
      if (submission.endedAt !== null) return submission;
      const { done, total } = submission.chunks;
      progress.advanceTo(total === 0 ? 0 : done / total);
      await sleep(pause * 1000);
      waited += pause;
    }
  } finally {
    progress.stop();
  }
  throw new TryAgainError(
    `${name} is still being processed. It is uploaded: give the same command later to see what became of it.`,
  );
}

/** The findings of a submission, report by report. */
export async function* findingsOf(id: string, call: CallApi): AsyncGenerator<ApiFinding> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { submission: id, sort: 'report', limit: '500', ...(cursor !== undefined && { cursor }) };
    const page = await call('listFindings', { query });
    yield* page.items;
    cursor = page.next;
  }
}
