import { count, counted } from '../../shared/count-words.ts';
import type { Reply } from '../api.ts';
import type { Tone } from './status-tag.tsx';

export type Submission = Reply<'readSubmission'>;

/** What became of a submission, in words. */
export interface Outcome {
  tone: Tone;
  /** Two or three words. */
  status: string;
  /** One sentence. */
  sentence: string;
}

/** Whether more will come of a submission by itself. */
export function isUnderWay({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'opened' || status === 'received' || status === 'processing';
}

/** What became of a submission so far. */
export function outcomeOf(submission: Submission): Outcome {
  const { status, reports, chunks } = submission;
  if (status === 'opened') {
    return { tone: 'quiet', status: 'Not here yet', sentence: 'The file was announced, and has not arrived.' };
  }
  if (status === 'received') {
    return { tone: 'busy', status: 'Waiting', sentence: 'The file is here and is about to be checked.' };
  }
  if (status === 'processing') {
    const done = reports.accepted + reports.rejected;
    const sentence =
      chunks.done === 0
        ? `${counted(reports.total, 'report')} are being checked.`
        : `${count(done)} of ${counted(reports.total, 'report')} are checked so far.`;
    return { tone: 'busy', status: 'Being checked', sentence };
  }
  if (status === 'refused') {
    return { tone: 'bad', status: 'Refused', sentence: 'Nothing of this file was taken.' };
  }
  return submission.kind === 'supplement' ? supplementOutcome(submission) : reportsOutcome(submission);
}

function reportsOutcome({ reports: { total, rejected, unchanged }, warnings }: Submission): Outcome {
  if (rejected > 0) return { tone: 'bad', status: 'To correct', sentence: rejectedSentence(rejected, total) };
  return onFile(onFileSentence(total, unchanged), warnings);
}

function supplementOutcome({ errors, warnings }: Submission): Outcome {
  if (errors === 0) return onFile('All of the supplement is on file.', warnings);
  const sentence = `What is wrong was left out of the supplement: there ${isOrAre(errors)} ${counted(errors, 'error')}.`;
  return { tone: 'bad', status: 'To correct', sentence };
}

function onFile(sentence: string, warnings: number): Outcome {
  if (warnings === 0) return { tone: 'good', status: 'On file', sentence };
  const look = `There ${isOrAre(warnings)} ${counted(warnings, 'warning')} to look at.`;
  return { tone: 'warn', status: 'On file, warnings', sentence: `${sentence} ${look}` };
}

function rejectedSentence(rejected: number, total: number): string {
  if (total === 1) return 'The report is not on file until it is corrected.';
  if (rejected === total) return `None of the ${count(total)} reports is on file until they are corrected.`;
  const until = rejected === 1 ? 'it is corrected' : 'they are corrected';
  return `${count(rejected)} of ${count(total)} reports ${isOrAre(rejected)} not on file until ${until}.`;
}

function onFileSentence(total: number, unchanged: number): string {
  const all = total === 1 ? 'The report' : `All ${count(total)} reports`;
  if (unchanged < total) return `${all} ${isOrAre(total)} on file.`;
  return `${all} ${total === 1 ? 'was' : 'were'} on file already: nothing in this file is new.`;
}

function isOrAre(things: number): string {
  return things === 1 ? 'is' : 'are';
}
