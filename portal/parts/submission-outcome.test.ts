import { expect, it } from 'vitest';
import { submissions, submissionWith } from '../../test/browser/world/submissions.ts';
import { outcomeOf, type Submission } from './submission-outcome.ts';

const of = (changes: Parameters<typeof submissionWith>[0]) => {
  const { status, sentence } = outcomeOf(submissionWith(changes) as Submission);
  return `${status}: ${sentence}`;
};
const reports = (total: number, rejected: number, unchanged = 0) => ({
  reports: { total, accepted: total - rejected, rejected, unchanged, superseded: 0 },
});

it('says in a sentence what became of a submission', () => {
  const sentences = Object.values(submissions).map((submission) => outcomeOf(submission as Submission).sentence);
  expect(sentences).toEqual([
    '412 of 940 reports are checked so far.',
    '3 of 62 reports are not on file until they are corrected.',
    'Nothing of this file was taken.',
    'All 3 reports are on file. There is 1 warning to look at.',
    'What is wrong was left out of the supplement: there is 1 error.',
    'All 62 reports are on file.',
  ]);
});

it('speaks of one report as of one', () => {
  expect(of(reports(1, 0))).toBe('On file: The report is on file.');
  expect(of(reports(1, 1))).toBe('To correct: The report is not on file until it is corrected.');
  expect(of(reports(2, 1))).toBe('To correct: 1 of 2 reports is not on file until it is corrected.');
  expect(of(reports(2, 2))).toBe('To correct: None of the 2 reports is on file until they are corrected.');
});

it('says so when there was nothing new in it', () => {
  expect(of(reports(5, 0, 5))).toBe('On file: All 5 reports were on file already: nothing in this file is new.');
});

it('knows a file that has not come, and one that nobody has looked at', () => {
  expect(of({ status: 'opened' })).toMatch(/^Not here yet:/);
  expect(of({ status: 'received' })).toMatch(/^Waiting:/);
});
