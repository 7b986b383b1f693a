import { csvRow } from '../../shared/csv-row.ts';

/** Saves a text as a file of whoever sees the page. */
export function saveText(fileName: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  saveFrom(url, fileName);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves rows as CSV that a spreadsheet reads as text. */
export function saveCsv(fileName: string, rows: readonly (readonly (string | number | null)[])[]): void {
  saveText(fileName, 'text/csv', rows.map((row) => `${csvRow(row)}\r\n`).join(''));
}

/** Saves what is behind a link. */
export function saveFrom(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
