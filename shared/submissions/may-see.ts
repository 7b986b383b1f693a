import { type SubmissionStatus, uploadOf } from './read-submission.ts';

/** Whether what is an agency's is the caller's to see. */
export type MaySee = (ori: string) => boolean;

/**
 * Whether a caller may see a submission: it was uploaded in the name of one of their agencies, or it has reports of theirs
 * alone, filed by somebody who may.
 */
export function maySeeSubmission(submission: SubmissionStatus, maySee: MaySee): boolean {
  const upload = uploadOf(submission);
  if (!upload) return false;
  if (maySee(upload.uploader)) return true;
  const { agencies = [], foreign = [] } = submission.split ?? {};
  return agencies.length > 0 && foreign.length === 0 && agencies.every(maySee);
}
