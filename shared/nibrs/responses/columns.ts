/** First column, from 1, and number of columns. */
export type Columns = readonly [start: number, length: number];

/** Where the values of a finding stand in a record. */
export interface DataSetLayout {
  readonly year: Columns;
  readonly month: Columns;
  readonly record: Columns;
  readonly action: Columns;
  readonly ori: Columns;
  readonly report: Columns;
  readonly publicationEffect?: Columns;
  readonly level: Columns;
  readonly offense: Columns;
  readonly sequence: Columns;
  readonly loss: Columns;
  readonly element: Columns;
  readonly code: Columns;
  readonly value: Columns;
  readonly text: Columns;
}

/** The two files with which the FBI answers a flat file. */
export type DataSet = 'errors' | 'warnings';

const head = { year: [1, 4], month: [5, 2], record: [7, 7], action: [14, 1], ori: [15, 9], report: [24, 12] } as const;

/** Specification 5.1 and 6.9 (error data set) and 6.10 (warning data set, of which it prints a figure alone). */
export const dataSetLayouts: Readonly<Record<DataSet, DataSetLayout>> = {
  errors: {
    ...head,
    level: [36, 1],
    offense: [37, 3],
    sequence: [40, 3],
    loss: [43, 1],
    element: [44, 3],
    code: [47, 3],
    value: [50, 12],
    text: [62, 79],
  },
  warnings: {
    ...head,
    publicationEffect: [36, 1],
    offense: [37, 3],
    level: [40, 1],
    sequence: [41, 3],
    loss: [44, 1],
    element: [45, 3],
    code: [48, 12],
    value: [60, 12],
    text: [72, 78],
  },
};

/** Characters of a record. */
export const recordLength: Readonly<Record<DataSet, number>> = { errors: 146, warnings: 149 };
