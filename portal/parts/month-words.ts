import type { Reply } from '../api.ts';
import type { Tone } from './status-tag.tsx';

export type Month = Reply<'readAgency'>['months'][number];

/** How far an agency's month is, as people say it. */
export interface MonthWords {
  word: string;
  tone: Tone;
  /** One sentence: what it means. */
  means: string;
}

/** What statuses are called, in the order in which a month goes through them. */
export const monthStatuses: Readonly<Record<Month['status'], MonthWords>> = {
  nothing: { word: 'Nothing yet', tone: 'quiet', means: 'No file of this month has come.' },
  uploaded: { word: 'Being read', tone: 'busy', means: 'A file has come, and is not read yet.' },
  rejected: { word: 'Rejected', tone: 'bad', means: 'Reports have come, and none of them is on file.' },
  partial: { word: 'To correct', tone: 'warn', means: 'Some reports are on file, and others were rejected.' },
  accepted: { word: 'On file', tone: 'good', means: 'All reports are on file, and go to the FBI next.' },
  'zero-reported': {
    word: 'Zero report',
    tone: 'good',
    means: 'The agency has said that there was nothing to report.',
  },
  sent: { word: 'Sent', tone: 'done', means: 'The FBI was sent everything.' },
  acknowledged: { word: 'Answered', tone: 'done', means: 'The FBI was sent everything, and has answered.' },
};

export const missing: MonthWords = {
  word: 'Missing',
  tone: 'bad',
  means: 'No file has come, and the month is past its due day.',
};

export const notExpected: MonthWords = {
  word: 'Not due',
  tone: 'quiet',
  means: 'The agency need not report this month.',
};

/** What a month is called: one that nobody expects is not missing. */
export function wordsOf({ status, expected, daysLate }: Pick<Month, 'status' | 'expected' | 'daysLate'>): MonthWords {
  if (status !== 'nothing') return monthStatuses[status];
  if (!expected) return notExpected;
  return daysLate > 0 ? missing : monthStatuses.nothing;
}

/** Whether something of the month is on file. */
export function isReported({ onFile: { incidents, arrests, zeroReports } }: Pick<Month, 'onFile'>): boolean {
  return incidents + arrests + zeroReports > 0;
}

/** How an agency stands against the FBI's error rate, as people say it. */
export const standings: Readonly<Record<'met' | 'lost' | 'not yet', { word: string; tone: Tone }>> = {
  met: { word: 'Meets it', tone: 'good' },
  lost: { word: 'No longer', tone: 'bad' },
  'not yet': { word: 'Not yet', tone: 'quiet' },
};
