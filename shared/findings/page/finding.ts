import { type Html, html } from '../../html/html.ts';
import type { Finding } from '../../nibrs/finding.ts';
import { columnsLabel, elementLabel, placeLabel } from '../labels.ts';

/** What stands with a finding: its record, as it may be shown, and what else there is to say of it. */
export interface Beside {
  record?: string | undefined;
  note?: string | undefined;
}

/** The findings of one report under its heading; `agency` is its ORI, by which the page filters. */
export function reportSection(agency: string, heading: Html, items: readonly Html[]): string {
  return html`<section class="report" data-agency="${agency}">
<h4>${heading}</h4>
<ol>
${items}</ol>
</section>
`.html;
}

/** Begins the part of a file; `fileEnd` ends it. */
export function fileStart(name: string): string {
  return html`<section class="file">\n<h3>${name}</h3>\n`.html;
}

export const fileEnd = '</section>\n';

/** A finding: what it is and where, what is wrong, what to do, and its record with the bad columns marked. */
export function findingItem(finding: Finding, { record, note }: Beside): Html {
  const { code, severity, columns, message, hint } = finding;
  const hasColumns = record !== undefined && columns !== undefined;
  const place = [placeLabel(finding), ...(hasColumns ? [columnsLabel(columns)] : [])].join(', ');
  return html`<li class="finding" data-code="${code}" data-severity="${severity}">
<p><strong class="${severity}">${severity} ${code}</strong> <strong>${elementLabel(finding)}</strong> <span class="quiet">${place}</span></p>
<p class="words">${message}</p>
<p class="words"><span aria-hidden="true">→</span> ${hint}</p>
${note === undefined ? undefined : html`<p class="quiet">${note}</p>`}${record === undefined ? undefined : recordHtml(record, columns)}</li>
`;
}

function recordHtml(shown: string, columns: Finding['columns']): Html {
  if (!columns) return html`<pre>${shown}</pre>`;
  const [first, last] = columns;
  const padded = shown.padEnd(last);
  return html`<pre>${padded.slice(0, first - 1)}<mark>${padded.slice(first - 1, last)}</mark>${padded.slice(last)}</pre>`;
}
