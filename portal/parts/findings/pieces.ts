/** A place in a record, and what was found there. */
export interface Place {
  /** First and last column, from 1. */
  columns: readonly [number, number];
  code: string;
  severity: 'error' | 'warning';
}

/** A part of a record in which the same is wrong. */
export interface Piece {
  /** First and last column, from 1. */
  columns: readonly [number, number];
  text: string;
  /** What was found there; nothing where all is well. */
  places: readonly Place[];
}

/** A place beyond the end of a short record is shown as blanks, as far as this. */
const mostBlanks = 20;

/** Cuts a record where places in it begin and end. */
export function piecesOf(record: string, places: readonly Place[]): Piece[] {
  const ends = places.map(({ columns: [first, last] }) => Math.min(last, Math.max(record.length, first) + mostBlanks));
  const text = record.padEnd(Math.max(0, ...ends));
  const cuts = new Set([0, text.length, ...places.map(({ columns: [first] }) => first - 1), ...ends]);
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    return {
      columns: [start + 1, end],
      text: text.slice(start, end),
      places: places.filter(({ columns: [first, last] }) => first <= start + 1 && last >= end),
    };
  });
}

/** `····5···10···15`: every fifth column's number ends where the column is. */
export function rulerOf(columns: number): string {
  return Array.from({ length: Math.ceil(columns / 5) }, (_, index) => `${(index + 1) * 5}`.padStart(5, '·'))
    .join('')
    .slice(0, columns);
}
