import type { Terminal } from '../print/terminal.ts';
import { apiOf } from './api.ts';
import type { SubmitPrinter } from './print.ts';
import { type Machine, signIn } from './sign-in.ts';
import { findingsOf, outcomeOf, type Submission, submitFile } from './submit-file.ts';
import type { UploadFile } from './upload.ts';

export interface SubmitOptions {
  url: URL;
  machine: Machine;
  agency: string | undefined;
  wait: boolean;
}

/**
 * Uploads files, waits for what becomes of each unless that is not wanted, and prints it. Gives what became of those that were
 * waited for.
 */
export async function submitAll(
  files: readonly UploadFile[],
  { url, machine, agency, wait }: SubmitOptions,
  { terminal, printer }: { terminal: Terminal; printer: SubmitPrinter },
): Promise<Submission[]> {
  const call = apiOf(url, await signIn(url, machine));
  // All are uploaded before any is waited for: they are processed in this order in any case.
  const uploaded: { file: UploadFile; id: string }[] = [];
  for (const file of files) uploaded.push({ file, id: await submitFile(file, agency, { call, terminal }) });
  const submissions: Submission[] = [];
  for (const { file, id } of uploaded) {
    if (!wait) {
      await printer.uploaded(file.path, id);
      continue;
    }
    const submission = await outcomeOf(id, { call, terminal, name: file.name });
    await printer.done({ path: file.path, submission, findings: findingsOf(id, call) });
    submissions.push(submission);
  }
  return submissions;
}
