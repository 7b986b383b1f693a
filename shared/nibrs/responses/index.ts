export type { DataSet } from './columns.ts';
export { elementName } from './element-name.ts';
export { type FederalFinding, isGap } from './finding.ts';
export { type Answer, type LineFault, readAnswer } from './read.ts';
export { writeErrorDataSet, writeWarningDataSet } from './write.ts';
