/** One row for people, as `plainCsvRow`, in which no spreadsheet finds a formula; what is `null` is an empty cell. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return plainCsvRow(cells.map((cell) => harmless(String(cell ?? ''))));
}

/** One row as RFC 4180 has it, without its line end: for a file that a program reads. */
export function plainCsvRow(cells: readonly string[]): string {
  return cells.map(quoted).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A spreadsheet would calculate a cell that begins like a formula; behind an apostrophe it is text. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
