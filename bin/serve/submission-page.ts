import type { Finding } from '../../shared/nibrs/finding.ts';
import type { SubmissionStatus } from '../repository/submissions.ts';
import { isUnderWay, outcomeOf } from './home-page.ts';
import { type Html, html } from './html.ts';
import { layout, tableOf } from './layout.ts';

/** How many findings a page shows. */
export const shownFindings = 500;

/** The page of one submission: what became of it, and its findings. */
export function submissionPage(submission: SubmissionStatus, findings: readonly Finding[]): string {
  const { id, received, split, refused, tally } = submission;
  const body = html`
<p>${outcomeOf(submission)}${split ? html` for ${split.period}, ${split.agencies.join(', ')}` : undefined}</p>
${refused ? html`<p><strong>${refused.message}</strong><br>${refused.hint}</p>` : undefined}
<p>${tally.records} records in ${tally.reports} reports: ${tally.accepted} accepted, ${tally.rejected} rejected;
${tally.stateElements} state-only values kept apart.</p>
${findings.length > 0 ? findingsTable(findings) : undefined}
<p class="quiet"><code>${id}</code></p>`;
  return layout(received?.fileName ?? 'Submission', body, isUnderWay(submission) ? 2 : undefined);
}

function findingsTable(findings: readonly Finding[]): Html {
  return html`<h2>Findings</h2>
${tableOf(
  'Findings',
  [
    { title: 'Code' },
    { title: 'Record', number: true },
    { title: 'Report' },
    { title: 'Element' },
    { title: 'What to do' },
  ],
  findings
    .slice(0, shownFindings)
    .map(({ code, severity, record, ori, report, element, elementName, message, hint }) => [
      html`<span class="${severity}">${code}</span> ${severity}`,
      html`${record}`,
      html`${report}<br><span class="quiet">${ori}</span>`,
      html`${element} ${elementName}`,
      html`${message}<br>${hint}`,
    ]),
)}
${findings.length > shownFindings ? html`<p>Only the first ${shownFindings} are shown.</p>` : undefined}`;
}
