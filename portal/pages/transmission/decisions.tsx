import { Time } from '../../parts/time.tsx';
import type { Transmission } from '../../parts/transmission-words.ts';

interface Step {
  at: string;
  what: string;
  why?: string;
}

/** What became of it, step by step: who decided what, and why. */
export function Decisions({ transmission }: { transmission: Transmission }) {
  return (
    <>
      <h2>What became of it</h2>
      <ol class="steps">
        {stepsOf(transmission).map(({ at, what, why }) => (
          <li key={`${at} ${what}`}>
            <Time at={at} />
            <span>
              <b>{what}</b>
              {why && `: ${why}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function stepsOf({ startedAt, sealedAt, forwardedAt, decisions, answers }: Transmission): Step[] {
  const steps: Step[] = [
    { at: startedAt, what: 'Begun' },
    ...(sealedAt ? [{ at: sealedAt, what: 'Sealed' }] : []),
    ...decisions.map(({ at, what, by, reason }) => ({
      at,
      what: `${what === 'held' ? 'Held' : 'Released'} by ${by}`,
      why: reason,
    })),
    ...(forwardedAt ? [{ at: forwardedAt, what: 'Forwarded' }] : []),
    ...answers.map(({ at }) => ({ at, what: 'Answered by the FBI' })),
  ];
  return steps.sort((one, other) => (one.at < other.at ? -1 : 1));
}
