import { counted } from '../../../shared/count-words.ts';
import type { HistoryItem } from '../../../shared/history/messages.ts';
import type { Tone } from '../../parts/status-tag.tsx';

/** What happened to a report, as people say it. */
export interface ItemWords {
  tone: Tone;
  /** One or two words. */
  tag: string;
  sentence: string;
}

/** What a part of a report is called: `incident`, `arrestee 01`, `zero report`. */
export function partWords({ kind, part }: Pick<HistoryItem, 'kind' | 'part'>): string {
  if (kind === 'zero') return 'zero report';
  return kind === 'arrest' ? `arrestee ${part}` : (kind ?? 'report');
}

const effects: Readonly<Record<NonNullable<HistoryItem['effect']>, string>> = {
  new: 'as new',
  corrected: 'as a correction of what the FBI had',
  again: 'once more',
  deleted: 'as deleted',
  withheld: 'not: other reports contradict the zero report',
};

/** What happened, in one sentence. */
export function itemWords(item: HistoryItem): ItemWords {
  const what = partWords(item);
  switch (item.happened) {
    case 'reported':
      return { tone: 'good', tag: 'Filed', sentence: `The ${what} was filed.` };
    case 'corrected':
      return { tone: 'good', tag: 'Corrected', sentence: `A correction of the ${what} was filed.` };
    case 'deleted':
      return { tone: 'quiet', tag: 'Deleted', sentence: `The agency deleted the ${what}.` };
    case 'superseded':
      return {
        tone: 'quiet',
        tag: 'Not taken',
        sentence: `A file brought the ${what} as it was before: what is on file is newer.`,
      };
    case 'supplemented':
      return { tone: 'good', tag: 'State elements', sentence: 'State elements came in a supplement.' };
    case 'expunged':
      return { tone: 'bad', tag: 'Expunged', sentence: `What it said was destroyed, as order ${item.order} says.` };
    case 'expungement completed':
      return {
        tone: 'bad',
        tag: 'Expunged',
        sentence: `Files, findings and months hold nothing of it any more (order ${item.order}).`,
      };
    case 'sent':
      return {
        tone: 'done',
        tag: 'To the FBI',
        sentence: `The FBI was sent the ${what} ${effects[item.effect ?? 'new']}.`,
      };
    case 'answered':
      return {
        tone: toneOf(item),
        tag: 'From the FBI',
        sentence: `The FBI has found ${foundWords(item)} in the ${what}.`,
      };
    case 'acknowledged':
      return { tone: 'done', tag: 'From the FBI', sentence: answerWords(item) };
  }
}

function toneOf({ findings = [] }: HistoryItem): Tone {
  return findings.some(({ severity }) => severity === 'error') ? 'bad' : 'warn';
}

function foundWords({ findings = [] }: HistoryItem): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')]
    .filter(Boolean)
    .join(' and ');
}

function answerWords({ answer }: HistoryItem): string {
  const noun = answer?.dataSet === 'warnings' ? 'warning' : 'error';
  if (!answer || answer.found === 0) return `The FBI has answered: no ${noun}s in it.`;
  return `The FBI has answered: ${counted(answer.found, noun)} in it.`;
}

/** What is true of a report now, from all that happened to it. */
export function standingOf(history: readonly HistoryItem[]): ItemWords {
  const has = (happened: HistoryItem['happened']) => history.some((item) => item.happened === happened);
  if (has('expungement completed')) {
    return { tone: 'bad', tag: 'Expunged', sentence: 'What it said is gone for good, from everywhere it was.' };
  }
  if (has('expunged')) {
    return {
      tone: 'bad',
      tag: 'Expunged',
      sentence: 'What it said is destroyed. Files and findings are being cleaned of it.',
    };
  }
  const filed = (item: HistoryItem) => ['reported', 'corrected', 'deleted'].includes(item.happened);
  const last = history.findLast(filed);
  if (!last) return { tone: 'quiet', tag: 'Not on file', sentence: 'Nothing was filed under this number.' };
  const onFile = new Map(history.filter(filed).map(({ part = '', happened }) => [part, happened !== 'deleted']));
  if (![...onFile.values()].includes(true)) {
    return { tone: 'quiet', tag: 'Deleted', sentence: 'The agency has deleted it.' };
  }
  const sent = history.findLast(({ happened }) => happened === 'sent');
  const isSent = sent !== undefined && history.indexOf(sent) > history.indexOf(last);
  if (!sent)
    return { tone: 'good', tag: 'On file', sentence: 'It is on file, and goes to the FBI with the next transmission.' };
  if (!isSent) {
    return {
      tone: 'good',
      tag: 'On file',
      sentence: 'It is on file. The FBI has an older version, and gets this one next.',
    };
  }
  return { tone: 'done', tag: 'At the FBI', sentence: 'It is on file, and the FBI was sent it as it stands.' };
}
