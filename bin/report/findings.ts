import { type Html, html } from '../../shared/html/html.ts';
import type { Examined } from '../../shared/intake/examine.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import type { SourceRecord } from '../../shared/nibrs/flatfile/record.ts';
import { columnsLabel, elementLabel, mostSeriousFirst, placeLabel } from '../print/finding.ts';
import { refusalFinding } from '../print/finding-line.ts';
import { printable, shownRecord } from '../print/record.ts';
import { outcomeOf, reportLabel } from '../print/validation.ts';

/** A report with its findings, most serious first. */
export function reportHtml(examined: Examined): string {
  const { source, findings } = examined;
  const { rejected, outcome, counts } = outcomeOf(examined);
  const heading = html`${reportLabel(source)}: <span class="${rejected ? 'error' : 'warning'}">${outcome}</span>, ${counts}`;
  const items = mostSeriousFirst(findings).map((finding) => findingHtml(finding, source.records));
  return section(printable(source.report.ori), heading, items);
}

/** A file that was refused whole. */
export function refusalHtml(refusal: Refusal): string {
  return section('', html`<span class="error">The whole file is refused</span>`, [
    findingHtml(refusalFinding(refusal), []),
  ]);
}

function section(agency: string, heading: Html, items: readonly Html[]): string {
  return html`<section class="report" data-agency="${agency}">
<h4>${heading}</h4>
<ol>
${items}</ol>
</section>
`.html;
}

function findingHtml(finding: Finding, records: readonly SourceRecord[]): Html {
  const { code, severity, columns, message, hint } = finding;
  const record = records.find(({ number }) => number === finding.record);
  const place = [placeLabel(finding), ...(record && columns ? [columnsLabel(columns)] : [])].join(', ');
  return html`<li class="finding" data-code="${code}" data-severity="${severity}">
<p><strong class="${severity}">${severity} ${code}</strong> <strong>${elementLabel(finding)}</strong> <span class="quiet">${place}</span></p>
<p class="words">${message}</p>
<p class="words"><span aria-hidden="true">→</span> ${hint}</p>
${record && recordHtml(shownRecord(record.text.trimEnd(), finding.segment), columns)}</li>
`;
}

/** The record as text output shows it, without state-only values, with its bad columns marked. */
function recordHtml(shown: string, columns: Finding['columns']): Html {
  if (!columns) return html`<pre>${shown}</pre>`;
  const [first, last] = columns;
  const padded = shown.padEnd(last);
  return html`<pre>${padded.slice(0, first - 1)}<mark>${padded.slice(first - 1, last)}</mark>${padded.slice(last)}</pre>`;
}
