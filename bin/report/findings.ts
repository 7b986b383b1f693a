import { mostSeriousFirst } from '../../shared/findings/labels.ts';
import { findingItem, reportSection } from '../../shared/findings/page/finding.ts';
import { html } from '../../shared/html/html.ts';
import type { Examined } from '../../shared/intake/examine.ts';
import { refusalFinding } from '../../shared/intake/finding-line.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import { printable, shownRecord } from '../../shared/intake/shown-record.ts';
import { outcomeOf, reportLabel } from '../print/validation.ts';

/** A report with its findings, most serious first. */
export function reportHtml(examined: Examined): string {
  const { source, findings } = examined;
  const { rejected, outcome, counts } = outcomeOf(examined);
  const heading = html`${reportLabel(source)}: <span class="${rejected ? 'error' : 'warning'}">${outcome}</span>, ${counts}`;
  const items = mostSeriousFirst(findings).map((finding) => {
    const record = source.records.find(({ number }) => number === finding.record);
    // As text output shows it, without state-only values.
    return findingItem(finding, { record: record && shownRecord(record.text.trimEnd(), finding.segment) });
  });
  return reportSection(printable(source.report.ori), heading, items);
}

/** A file that was refused whole. */
export function refusalHtml(refusal: Refusal): string {
  return reportSection('', html`<span class="error">The whole file is refused</span>`, [
    findingItem(refusalFinding(refusal), {}),
  ]);
}
