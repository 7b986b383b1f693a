import type { Tally } from '../../events/submission.ts';
import { type Html, html } from '../../shared/html/html.ts';
import { tableOf } from '../../shared/html/table.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { elementLabel, placeLabel } from '../print/finding.ts';
import { count, counted } from '../print/table.ts';
import type { SubmissionStatus } from '../repository/submissions.ts';
import { isUnderWay, outcomeOf } from './home-page.ts';
import { layout } from './layout.ts';

/** How many findings a page shows. */
export const shownFindings = 500;

/** The page of one submission: what became of it, our findings, and the FBI's on what was sent of it. */
export function submissionPage(
  submission: SubmissionStatus,
  findings: readonly Finding[],
  federal: readonly Finding[] = [],
): string {
  const { id, received, split, refused, tally } = submission;
  const body = html`
<p>${outcomeOf(submission)}${split ? html` for ${split.period}, ${split.agencies.join(', ')}` : undefined}</p>
${refused ? html`<p><strong>${refused.message}</strong><br>→ ${refused.hint}</p><p>None of its reports is on file.</p>` : undefined}
${refused ? undefined : countsOf(tally)}
${findings.length > 0 ? findingsTable('Findings', findings) : undefined}
${federal.length > 0 ? findingsTable('Found by the FBI', federal.map(withoutRecord)) : undefined}
<p class="quiet">Submission <code>${id}</code></p>`;
  return layout(received?.fileName ?? 'Submission', body, isUnderWay(submission) ? 2 : undefined);
}

/** The FBI counts the records of the file that it was sent, not of the agency's. */
function withoutRecord(finding: Finding): Finding {
  return { ...finding, record: undefined };
}

function findingsTable(title: string, findings: readonly Finding[]): Html {
  return html`<h2>${title}</h2>
${tableOf(
  title,
  [{ title: 'Report' }, { title: 'Finding' }, { title: 'Where' }, { title: 'What is wrong, and what to do' }],
  findings
    .slice(0, shownFindings)
    .map((finding) => [
      html`<span class="nowrap">${finding.report}</span><br><span class="quiet">${finding.ori}</span>`,
      html`<span class="${finding.severity} nowrap">${finding.severity} ${finding.code}</span>`,
      html`${elementLabel(finding)}<br><span class="quiet">${placeLabel(finding)}</span>`,
      html`<p>${finding.message}</p><p>→ ${finding.hint}</p>`,
    ]),
)}
${findings.length > shownFindings ? html`<p>Only the first ${shownFindings} are shown.</p>` : undefined}`;
}

function countsOf(tally: Tally): Html {
  return html`<p>${counted(tally.records, 'record')} in ${counted(tally.reports, 'report')}: ${count(tally.accepted)} accepted,
${count(tally.rejected)} rejected. A rejected report is not on file until it is corrected and sent again.<br>
${counted(tally.stateElements, 'state-only value')} kept apart from what goes to the FBI.</p>`;
}
