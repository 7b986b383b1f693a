import type { Period } from '../model/index.ts';

/** One code of a list. */
export interface Code {
  /** What a person calls it. */
  readonly meaning: string;
  /** First period in which it is legal; absent when it always was. */
  readonly since?: Period;
  /** Last period in which it is legal; absent when it still is. */
  readonly until?: Period;
}

/** The legal values of an element. */
export type CodeList = ReadonlyMap<string, Code>;

/** First period of the 2025.0 edition, for codes that are new in it. */
export const edition2025: Period = '2025-01';

/** Last period of what went with the 2023.0 edition. */
export const until2022: Period = '2022-12';

/** Last period of the arrest offenses that ended with the summary reporting system. */
export const until2020: Period = '2020-12';

/** A list from its codes; a code that was always legal is written as its meaning alone. */
export function codeList(codes: Readonly<Record<string, Code | string>>): CodeList {
  return new Map(
    Object.entries(codes)
      .map(([code, entry]): [string, Code] => [code, typeof entry === 'string' ? { meaning: entry } : entry])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** True when `value` is on the list and legal in `period`. */
export function isCode(list: CodeList, value: string, period: Period): boolean {
  const code = list.get(value);
  if (code === undefined) return false;
  return (code.since === undefined || code.since <= period) && (code.until === undefined || period <= code.until);
}

/** What a code means, legal in any period or not; `undefined` when the list never had it. */
export function meaning(list: CodeList, value: string): string | undefined {
  return list.get(value)?.meaning;
}
