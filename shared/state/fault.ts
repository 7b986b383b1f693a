import type { StateElement, StateSegment } from './declaration.ts';

/** A declaration whose parts have the right shape, not yet compared with one another. */
export interface Declared {
  state: string;
  version: string;
  history: { version: string; date: string }[];
  elements: StateElement[];
  segments: StateSegment[];
}

/** A fault, when there is one. */
export function when(isFault: boolean, fault: string): string[] {
  return isFault ? [fault] : [];
}
