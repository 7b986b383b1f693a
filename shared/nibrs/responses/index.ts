export type { DataSet } from './columns.ts';
export { elementName, type FederalFinding, isGap } from './finding.ts';
export { type Answer, type LineFault, readAnswer } from './read.ts';
export { writeErrorDataSet, writeWarningDataSet } from './write.ts';
