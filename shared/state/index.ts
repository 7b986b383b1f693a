export type { StateElement, StateProfile } from './declaration.ts';
export { type StateSegmentLayout, stateLayouts, stateLevels } from './layout.ts';
export { toStateCodes } from './mapping.ts';
export { findProfile, profiles } from './profiles/index.ts';
export { type ReadStateHalf, readStateHalf } from './read-state-half.ts';
export {
  countElements,
  type StateHalf,
  type StateValue,
  stateContentOf,
  stateHalf,
  stateHalfText,
} from './state-half.ts';
export { type StateSegmentHead, writeStateSegments } from './write-state-segment.ts';
