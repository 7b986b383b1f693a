import type { Reply } from '../api.ts';
import type { Tone } from './status-tag.tsx';

export type Transmission = Reply<'listTransmissions'>['transmissions'][number];
export type SaidOfAgency = Reply<'readTransmission'>['changes'][number];

/** How far a transmission is, as people say it, and what comes next. */
export const stages: Readonly<Record<Transmission['stage'], { word: string; tone: Tone; next: string }>> = {
  started: { word: 'Being built', tone: 'busy', next: 'It is built and checked. This page follows it.' },
  refused: { word: 'Not sealed', tone: 'bad', next: 'Put right what is listed below, and build it again.' },
  sealed: { word: 'Sealed', tone: 'good', next: 'It goes to the FBI on its day, unless somebody holds it.' },
  held: { word: 'Held', tone: 'warn', next: 'It does not go to the FBI, nor does any after it, until it is released.' },
  forwarding: { word: 'Being forwarded', tone: 'busy', next: 'It is on its way and can be held no more.' },
  forwarded: { word: 'Forwarded', tone: 'done', next: 'The FBI has it and has not answered yet.' },
  acknowledged: { word: 'Answered', tone: 'done', next: 'The FBI has answered.' },
};

/** Whether more becomes of it soon and by itself. */
export function isUnderWay({ stage }: Pick<Transmission, 'stage'>): boolean {
  return stage === 'started' || stage === 'forwarding';
}

type Effect = SaidOfAgency['changes'][number]['effect'];

/** What the FBI is told of a report. */
export const effects: Readonly<Record<Effect, string>> = {
  new: 'New',
  corrected: 'Corrected',
  again: 'Sent again',
  deleted: 'Deleted',
  withheld: 'Withheld',
};

export type EffectCounts = Readonly<Record<Effect, number>>;

/** So many reports of each effect. */
export function countEffects(changes: readonly { effect: Effect }[]): EffectCounts {
  const counts = { new: 0, corrected: 0, again: 0, deleted: 0, withheld: 0 };
  for (const { effect } of changes) counts[effect] += 1;
  return counts;
}

/** What a report is called. */
export function reportName({ kind, number, part }: SaidOfAgency['changes'][number]): string {
  switch (kind) {
    case 'incident':
      return `Incident ${number}`;
    case 'arrest':
      return `Group B arrest ${number}${part && `, arrestee ${part}`}`;
    case 'zero':
      return `Zero report for ${number}`;
  }
}
