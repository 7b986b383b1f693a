import type { Payload } from '../../events/catalog.ts';
import { counted } from '../../shared/count-words.ts';
import type { HistoryEntry } from '../../shared/history/history.ts';
import { wrap } from './wrap.ts';

/** What an expungement has done, and what only time or other hands can do. */
export interface ExpungementResult {
  completed: Payload<'ExpungementCompleted'>;
  /** Of the number, that this was done included. */
  history: readonly HistoryEntry[];
  /** Names of the refused files that could not be searched. */
  unsearched: readonly string[];
}

const titleWidth = 14;

/** What was done, title by title. */
export function expungementLines({ completed, history, unsearched }: ExpungementResult, width: number): string[] {
  const { ori, number, order, uploads, findings } = completed;
  const months = [...new Set(history.flatMap(({ happened, period }) => (happened === 'expunged' && period) || []))];
  const lines: [title: string, text: string][] = [
    ['Expunged', `${number} of ${ori}, under order ${order}. Its keys are destroyed: nobody can read it any more.`],
    ['Months', months.length > 0 ? `${months.join(', ')}: built without it from now on.` : 'It was in none.'],
    ['Uploads', `${counted(uploads, 'file')} held it and ${uploads === 1 ? 'was' : 'were'} written anew without it.`],
    ['Findings', `${counted(findings, 'finding')} on it deleted.`],
    [
      'FBI',
      'What the FBI has of it is deleted by the next transmission. Sealed files stay locked until their time is up.',
    ],
    ['Backups', 'On AWS, backups of the last 35 days still hold the keys; they expire by themselves.'],
  ];
  if (unsearched.length > 0) {
    const names = unsearched.join(', ');
    lines.push(['Not searched', `Refused files of a kind that cannot be searched; see for yourself: ${names}.`]);
  }
  return lines.flatMap(([title, text]) =>
    wrap(text, width - titleWidth).map((line, index) => (index === 0 ? title : '').padEnd(titleWidth) + line),
  );
}
