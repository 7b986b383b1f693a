import type { ComponentChildren } from 'preact';
import type { Called } from '../use-call.ts';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem.tsx';

interface Props<R> {
  called: Called<R>;
  /** What is loading, in words: `submissions`. */
  what: string;
  children(data: R): ComponentChildren;
}

/** What a call gives, once it is there; above it why it could not be had, or is not up to date. */
export function Shown<R>({ called: { data, problem, refresh }, what, children }: Props<R>) {
  return (
    <>
      {problem && <ProblemAlert problem={problem} retry={refresh} />}
      {data !== undefined ? children(data) : !problem && <Loading what={what} />}
    </>
  );
}
