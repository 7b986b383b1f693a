import type { SubmittedReport } from '../model/index.ts';

/** One line of a flat file. */
export interface SourceRecord {
  /** Number of its line in the file, from 1. Blank lines are numbered, though they yield no record. */
  number: number;
  /** Byte offset of its first character in the file. */
  offset: number;
  /** Bytes from `offset` to the start of the next line, line end included. */
  size: number;
  /** The characters without the line end; bytes read as Latin-1, so that one character is one byte. */
  text: string;
}

/** One report as it stands in a file: what was read from it and the records it was read from. */
export interface SourceReport {
  report: SubmittedReport;
  /** Every record of the report, in order. */
  records: SourceRecord[];
  /** Those of `records` that are state segments: a level that the state profile declares. */
  stateRecords: SourceRecord[];
  /** Those of `records` whose level is neither the FBI's nor the profile's. */
  unreadable: SourceRecord[];
}
