import { wrap } from './wrap.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Cells that are longer go on below; absent for a column as wide as its widest cell. */
  width?: number;
}

/** Lines of a table. A line end in a cell begins a new line of it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const titles = columns.map(({ title }) => [title]);
  const cells = rows.map((row) => columns.map((column, index) => linesOf(row[index] ?? '', column)));
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...cells].flatMap((row) => (row[index] ?? []).map(({ length }) => length))),
  );
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, index) =>
        columns[index]?.align === 'right' ? part.padStart(widths[index] ?? 0) : part.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [titles, ...cells].flatMap((row) => {
    const height = Math.max(...row.map(({ length }) => length));
    return Array.from({ length: height }, (_, below) => line(row.map((lines) => lines[below] ?? '')));
  });
}

function linesOf(cell: string, { width }: Column): string[] {
  const lines = cell.split('\n');
  return width === undefined ? lines : lines.flatMap((line) => wrap(line, width));
}
