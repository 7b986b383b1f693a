import { counted } from '../../shared/count-words.ts';
import type { ListedDeadLetter, Redriven } from '../repository/dead-letters.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

const widths = { about: 44, causeAtLeast: 40 };

/** Dead letters as a table, and how to send them back. */
export function deadLetterLines(letters: readonly ListedDeadLetter[], { width }: Pick<Terminal, 'width'>): string[] {
  if (letters.length === 0) return ['There are no dead letters.'];
  const queues = [...new Set(letters.map(({ queue }) => queue))];
  const queueWidth = Math.max('queue'.length, ...queues.map(({ length }) => length));
  const causeWidth = Math.max(widths.causeAtLeast, width - queueWidth - widths.about - 4);
  return [
    ...table(
      [{ title: 'queue' }, { title: 'about', width: widths.about }, { title: 'cause', width: causeWidth }],
      letters.map(({ queue, about, cause }) => [queue, aboutText(about), cause ?? 'not known']),
    ),
    '',
    'Once the cause is removed, this sends them back:',
    ...queues.map((queue) => `  npx nibrs redrive ${queue}`),
  ];
}

/** A dead letter as a line of JSON. */
export function deadLetterJson({ queue, about, cause }: ListedDeadLetter): string {
  return JSON.stringify({ queue, ...about, cause: cause ?? null });
}

/** What came of sending dead letters back, by queue. */
export function redrivenLines(redriven: readonly Redriven[]): string[] {
  if (redriven.length === 0) return ['There was no dead letter to send back.'];
  return redriven.map(({ queue, sent, failed }) => {
    const outcome = failed > 0 ? `${failed} failed again; nibrs dead-letters tells why` : 'all were handled';
    return `${queue}: ${counted(sent, 'message')} sent back, ${outcome}.`;
  });
}

function aboutText(about: ListedDeadLetter['about']): string {
  const words = Object.entries(about).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return words.length > 0 ? words.join('\n') : 'nothing that can be read';
}
