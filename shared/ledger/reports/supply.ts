import type { Stamp } from '../decider.ts';
import type { Decision } from './decide.ts';
import type { ReportState } from './state.ts';

/** What a supplement says of the report of a number: its values as a state half in the clear. */
export interface SupplyCommand {
  ori: string;
  number: string;
  stamp: Stamp;
  /** Fingerprint of the values, which tells one content from another. */
  contentHash: string;
  stateElements: number;
  state: string;
}

/**
 * What a supplement does to the report of its number, which may be on file already or come later: the values that it
 * brings are one event, those of the last supplement once more are none, and under an expunged number nothing is filed.
 */
export function supply(command: SupplyCommand, state: ReportState): Decision {
  if (state.expunged) return { events: [], outcome: 'refused', refusal: 'expunged' };
  if (state.supplied === command.contentHash) return { events: [], outcome: 'unchanged' };
  const { stamp, ori, number, contentHash, stateElements, state: half } = command;
  const data = { ori, number, contentHash, stateElements };
  return { events: [{ ...stamp, type: 'StateElementsSupplied', data, state: half }], outcome: 'accepted' };
}
