import { draftNote, type Finality, final, type Statuses } from './arrests.ts';
import type { PublishedFigure, PublishedTable } from './publish.ts';
import type { StatusRow } from './tables.ts';

/** One part of every bar and one column of numbers. */
interface Series {
  /** Heads its column. */
  label: string;
  meaning: string;
  color: string;
  figureOf(row: StatusRow<PublishedFigure>): PublishedFigure;
}

/** Colors that stay apart for people who see few of them (Okabe and Ito). */
const statusColors = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442'];

const layout = { labels: 270, bars: 320, column: 64, row: 24, suppressed: 14, margin: 16 };

/**
 * Arrests of one period by category and status as an SVG: a bar for each category that has arrests, and the same numbers
 * as a table beside it. A suppressed figure is a hatched piece that is always of the same length, so that no length tells
 * what no number does.
 */
export function arrestsChart(
  { period, categories, total }: PublishedTable,
  statuses: Statuses,
  { draft }: Finality = final,
): string {
  const series = seriesOf(statuses);
  const rows = categories.filter(({ asked }) => asked !== 0);
  const head = layout.margin * 2 + 30 + series.length * layout.row;
  const height = head + (rows.length + 3) * layout.row + layout.margin;
  const width = layout.margin * 2 + layout.labels + layout.bars + layout.column * (series.length + 1);
  const subject = `Arrests by offense category and ${uncapitalized(statuses.title)}, ${period}`;
  const title = draft ? `${draftNote} ${subject}` : subject;
  const perArrest = scaleOf(rows, series);
  const id = `arrests-${period}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="figure" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="sans-serif" font-size="13">
<title id="${id}-title">${escaped(title)}</title>
<desc id="${id}-desc">${escaped(descriptionOf(rows.length, series))}</desc>
<defs><pattern id="${id}-suppressed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="#333"/></pattern></defs>
<rect width="${width}" height="${height}" fill="#fff"/>
${text(layout.margin, layout.margin + 14, title, 'font-size="17" font-weight="bold" aria-hidden="true"')}
${legend(series, id)}
<g role="table" aria-label="${escaped(title)}">
${tableRow(head + layout.row, 'Category', [...series, { label: 'all', meaning: 'all arrests' }], 'columnheader')}
${rows.map((row, index) => categoryRow(row.category, row, series, head + (index + 2) * layout.row, perArrest, id)).join('\n')}
${numbersRow('All categories', total, series, head + (rows.length + 2) * layout.row)}
</g>
</svg>
`;
}

function seriesOf({ determined, notDetermined }: Statuses): Series[] {
  const byCode = Object.entries(determined).map(
    ([code, meaning], status): Series => ({
      label: code,
      meaning,
      color: statusColors[status % statusColors.length] ?? '',
      figureOf: ({ byStatus }) => byStatus[status] ?? 0,
    }),
  );
  return [
    ...byCode,
    { label: notDetermined, meaning: 'not determined', color: '#999999', figureOf: (row) => row.notDetermined },
    { label: 'none', meaning: 'missing: reported without it', color: '#dddddd', figureOf: (row) => row.missing },
  ];
}

function descriptionOf(bars: number, series: readonly Series[]): string {
  const parts = series.map(({ label, meaning }) => `${label} ${meaning}`).join('; ');
  return `${bars} stacked bars, one for each category with arrests, and the same numbers as a table. Parts: ${parts}. ${suppressedMeaning}`;
}

const suppressedMeaning = 'Hatched, or *: a figure that is not published, to protect people; do not read it as zero.';

/** Length of one arrest, so that the longest bar fits. Suppressed figures have no part in it. */
function scaleOf(rows: readonly StatusRow<PublishedFigure>[], series: readonly Series[]): number {
  const sums = rows.map((row) => series.reduce((sum, { figureOf }) => sum + (numberOf(figureOf(row)) ?? 0), 0));
  return (layout.bars - 10 - series.length * layout.suppressed) / Math.max(1, ...sums);
}

function numberOf(figure: PublishedFigure): number | undefined {
  return figure === 'suppressed' ? undefined : figure;
}

function legend(series: readonly Series[], id: string): string {
  const entries = [
    ...series.map(({ label, meaning, color }) => ({ fill: color, meaning: `${label}: ${meaning}` })),
    { fill: `url(#${id}-suppressed)`, meaning: suppressedMeaning },
  ];
  const lines = entries.map(({ fill, meaning }, index) => {
    const y = layout.margin + 30 + index * layout.row;
    return `${block(layout.margin, y, layout.suppressed, fill)}${text(layout.margin + 24, y + 13, meaning)}`;
  });
  return `<g aria-hidden="true">\n${lines.join('\n')}\n</g>`;
}

function categoryRow(
  category: string,
  row: StatusRow<PublishedFigure>,
  series: readonly Series[],
  y: number,
  perArrest: number,
  id: string,
): string {
  let x = layout.margin + layout.labels;
  const blocks = series.map(({ color, figureOf }) => {
    const figure = figureOf(row);
    const length = figure === 'suppressed' ? layout.suppressed : figure * perArrest;
    x += length;
    return length === 0 ? '' : block(x - length, y, length, figure === 'suppressed' ? `url(#${id}-suppressed)` : color);
  });
  return `<g aria-hidden="true">${blocks.join('')}</g>\n${numbersRow(category, row, series, y)}`;
}

function numbersRow(name: string, row: StatusRow<PublishedFigure>, series: readonly Series[], y: number): string {
  const figures = [...series.map(({ figureOf }) => figureOf(row)), row.asked];
  const cells = figures.map((figure) =>
    figure === 'suppressed'
      ? { label: '*', meaning: 'suppressed' }
      : { label: String(figure), meaning: String(figure) },
  );
  return tableRow(y, name, cells, 'cell');
}

/** One row of the table: its name at the left, its cells right of the bars. `meaning` is what is read aloud. */
function tableRow(
  y: number,
  name: string,
  cells: readonly { label: string; meaning: string }[],
  role: 'cell' | 'columnheader',
): string {
  const first = layout.margin + layout.labels + layout.bars;
  const shown = cells.map(({ label, meaning }, index) =>
    text(
      first + (index + 1) * layout.column,
      y + 13,
      label,
      `text-anchor="end" role="${role}" aria-label="${escaped(meaning)}"`,
    ),
  );
  const heading = text(layout.margin, y + 13, name, `role="${role === 'cell' ? 'rowheader' : role}"`);
  return `<g role="row">${heading}${shown.join('')}</g>`;
}

function block(x: number, y: number, length: number, fill: string): string {
  return `<rect x="${rounded(x)}" y="${y}" width="${rounded(length)}" height="${layout.row - 8}" fill="${fill}" stroke="#333" stroke-width="0.5"/>`;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${rounded(x)}" y="${y}" ${attributes}>${escaped(words)}</text>`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

function uncapitalized(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
