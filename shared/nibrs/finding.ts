/** What one edit has to say about one place in a report. */
export interface Finding {
  /** The FBI's three- or four-digit number, or a state's own code (`MO01`). */
  code: string;
  severity: 'error' | 'warning';
  /** Record number in the file, from 1; absent when no single record is at fault (a missing segment, a whole file). */
  record?: number | undefined;
  /** Level character, `supplement` for a row of one, or `file`. */
  segment: string;
  ori: string;
  /** Incident number, arrest transaction number, or the zero report's number. */
  report: string;
  /** Victim, offender or arrestee number, offense code, or type of property loss: which of its kind the segment is. */
  sequence?: string | undefined;
  /** Element number of the FBI (`31`) or id of the state (`MO-ARR-1`). */
  element: string;
  /** What a person calls the element. */
  elementName: string;
  /** The value found; never set for a state-only element. */
  value?: string | undefined;
  /** First and last column of the value in the record, 1-based; absent when there is no such place. */
  columns?: readonly [number, number] | undefined;
  /** What is wrong, in one plain sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}
