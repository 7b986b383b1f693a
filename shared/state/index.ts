export { type Adoption, addAdoption, adoptionIn } from './adoption.ts';
export { type Augmentation, fromAugmentation, toAugmentation } from './augmentation.ts';
export { supplementLevel } from './carrier.ts';
export { checkSupplement, type OnFile, type ReportOnFile } from './check-supplement.ts';
export type { StateElement, StateProfile } from './declaration.ts';
export { isSequence } from './described.ts';
export { joinStateHalf } from './join.ts';
export { type StateSegmentLayout, stateLayouts, stateLevels } from './layout.ts';
export { toFederalCodes, toStateCodes } from './mapping.ts';
export type { GivenValue } from './obligations.ts';
export { findProfile, profiles } from './profiles/index.ts';
export { lacksWith, type ReadStateHalf, readStateHalf } from './read-state-half.ts';
export { type ReadSupplement, readSupplement } from './read-supplement.ts';
export { codeOf, ruleWords } from './rules.ts';
export {
  countElements,
  parseStateHalf,
  type StateHalf,
  type StateValue,
  stateContentOf,
  stateHalf,
  stateHalfText,
} from './state-half.ts';
export { keyColumns, type SourceSupplement, type SupplementRow, supplementColumns } from './supplement.ts';
export { type StateSegmentHead, writeStateSegments } from './write-state-segment.ts';
export { type SupplementCells, supplementHeader, supplementRows, writeSupplement } from './write-supplement.ts';
