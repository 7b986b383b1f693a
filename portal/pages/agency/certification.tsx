import type { Reply } from '../../api.ts';
import { standings } from '../../parts/month-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { monthName } from '../../parts/words.ts';

type Standing = Reply<'readAgency'>['certification'];

/** How the agency stands against the FBI's error rate, in words. */
export function Certification({ certification }: { certification: Standing }) {
  const { word, tone } = standings[certification.standing];
  const last = certification.changes.at(-1);
  return (
    <p>
      The FBI certifies at an error rate of 4% or less in three months one after the other.{' '}
      <StatusTag tone={tone}>{word}</StatusTag> {standingWords(certification)}
      {last && ` ${last.became === 'met' ? 'Met' : 'Lost'} in ${monthName(last.period)}.`}
    </p>
  );
}

function standingWords({ standing, run }: Standing): string {
  const months = run === 1 ? '1 month' : `${run} months`;
  if (standing === 'met') return `It kept to it for ${months} in a row.`;
  if (run === 0) return 'The last month was above it.';
  return `It kept to it for ${months} in a row; ${3 - run} more ${3 - run === 1 ? 'is' : 'are'} needed.`;
}
