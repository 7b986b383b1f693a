import { type Caller, mayUse } from '../api/caller.ts';
import { type SubmissionStatus, uploadOf } from './read-submission.ts';

/**
 * Whether a caller may see the whole of an uploaded file. Of those who work for agencies the uploader may, and whoever may
 * file for the same agencies; otherwise only those whose agencies are all that are in it. That it came in the name of one of their agencies is not enough: one machine uploads for several.
 */
export function mayHaveFile(caller: Caller, submission: SubmissionStatus): boolean {
  if (caller.agencies === 'all') return true;
  const mayUseAll = (oris: readonly string[] | undefined) => oris?.every((ori) => mayUse(caller, ori)) ?? false;
  const upload = uploadOf(submission);
  const isTheirs = upload !== undefined && mayUse(caller, upload.uploader);
  return (isTheirs && mayUseAll(submission.opened?.data.oris)) || mayUseAll(submission.split?.agencies);
}
