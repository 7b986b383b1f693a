import type { DeadLetter } from '../../local/index.ts';
import type { MonthSummary } from '../../shared/extract/month.ts';
import { type Html, html } from '../../shared/html/html.ts';
import { tableOf } from '../../shared/html/table.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import { count, counted } from '../print/table.ts';
import type { SubmissionStatus } from '../repository/submissions.ts';
import type { TransmissionResult } from '../repository/transmissions.ts';
import { layout } from './layout.ts';

/** A month as the home page shows it. */
export interface Month {
  period: Period;
  agencies: MonthSummary[];
  transmission: TransmissionResult;
}

/** All that the page at `/` shows. */
export interface Home {
  submissions: readonly SubmissionStatus[];
  months: readonly Month[];
  deadLetters: readonly DeadLetter[];
}

/** The page at `/`: file a submission, see what became of them, send a month. */
export function homePage({ submissions, months, deadLetters }: Home): string {
  const body = html`
<form class="panel" method="post" action="/submissions" enctype="multipart/form-data">
<label>NIBRS flat files, one or several<br><input type="file" name="file" multiple required></label>
<button>Submit</button>
</form>
<p class="quiet">A file is checked and its good reports are filed on this computer; nothing is sent to anybody.</p>
<h2>Submissions</h2>
${submissionsTable(submissions)}
<h2>Months</h2>
${monthsTable(months)}
${deadLetters.length > 0 ? deadLettersTable(deadLetters) : undefined}`;
  return layout('Submissions and months', body, submissions.some(isUnderWay) ? 2 : undefined);
}

/** Whether more is to be expected of a submission. */
export function isUnderWay({ completed, refused }: SubmissionStatus): boolean {
  return !completed && !refused;
}

/** In a word, how a submission went. */
export function outcomeOf(submission: SubmissionStatus): Html {
  if (submission.refused) return html`<span class="error">refused</span>`;
  if (isUnderWay(submission)) return html`<span class="quiet">processing</span>`;
  const { accepted, rejected } = submission.tally;
  if (rejected === 0) return html`<span class="good">filed</span>`;
  return html`<span class="error">${accepted === 0 ? 'every report rejected' : 'filed, with rejected reports'}</span>`;
}

function submissionsTable(submissions: readonly SubmissionStatus[]): Html {
  if (submissions.length === 0)
    return html`<p class="quiet">Nothing was submitted yet. Choose the month’s file from your records system above.</p>`;
  return tableOf(
    'Submissions',
    [
      { title: 'File' },
      { title: 'Month' },
      { title: 'Outcome' },
      { title: 'Records', number: true },
      { title: 'Reports accepted', number: true },
      { title: 'Reports rejected', number: true },
    ],
    submissions.map((submission) => [
      html`<a href="/submissions/${submission.id}">${submission.received?.fileName ?? submission.id}</a>`,
      ...submissionCells(submission),
    ]),
  );
}

/** A refused file has no month, and none of its reports was counted. */
function submissionCells(submission: SubmissionStatus): Html[] {
  const { split, refused, tally } = submission;
  const nothing = html``;
  if (refused) return [nothing, html`${outcomeOf(submission)}<br>${refused.message}`, nothing, nothing, nothing];
  return [
    split ? html`<span class="nowrap">${split.period}</span>` : nothing,
    outcomeOf(submission),
    split ? html`${count(split.records)}` : nothing,
    html`${count(tally.accepted)}`,
    html`${count(tally.rejected)}`,
  ];
}

function monthsTable(months: readonly Month[]): Html {
  if (months.length === 0) return html`<p class="quiet">No month has a report yet.</p>`;
  const intro = html`<p class="quiet">What is on file for each month: every report once, in its latest state, without those deleted.</p>`;
  const sum = (agencies: readonly MonthSummary[], name: 'incidents' | 'arrests' | 'zeroReports') =>
    agencies.reduce((total, agency) => total + agency[name], 0);
  return html`${intro}${tableOf(
    'Months',
    [
      { title: 'Month' },
      { title: 'Agencies', number: true },
      { title: 'Incidents', number: true },
      { title: 'Group B arrests', number: true },
      { title: 'Zero reports', number: true },
      { title: 'FBI file' },
      { title: '' },
    ],
    months.map(({ period, agencies, transmission }) => [
      html`<span class="nowrap">${period}</span>`,
      html`${count(agencies.length)}`,
      html`${count(sum(agencies, 'incidents'))}`,
      html`${count(sum(agencies, 'arrests'))}`,
      html`${count(sum(agencies, 'zeroReports'))}`,
      transmissionCell(transmission),
      html`<form method="post" action="/transmissions"><input type="hidden" name="period" value="${period}">
<button aria-label="Build the FBI file of ${period}">${transmission.outcome === 'sealed' ? 'Build again' : 'Build FBI file'}</button></form>`,
    ]),
  )}`;
}

function transmissionCell(transmission: TransmissionResult): Html {
  switch (transmission.outcome) {
    case 'nothing':
      return html`<span class="quiet">not built</span>`;
    case 'unfinished':
      return html`<span class="error">not finished</span>`;
    case 'refused':
      return html`<span class="error">not sealed: ${transmission.refused.reason}</span>`;
    case 'sealed': {
      const { key, fileName, manifestKey, reports, sha256, strippedStateElements } = transmission.sealed;
      return html`<a href="/outbox/${key}">${fileName}</a>, ${counted(reports, 'report')}
(<a href="/outbox/${manifestKey}">manifest</a>)<br>${counted(strippedStateElements, 'state value')} left out
<br><code class="quiet">SHA-256 ${sha256}</code>`;
    }
  }
}

function deadLettersTable(deadLetters: readonly DeadLetter[]): Html {
  const rows = deadLetters.map(({ queue, cause }) => [html`${queue}`, html`${cause ?? 'no reason is known'}`]);
  return html`<h2>Messages that were given up</h2>
${tableOf('Messages that were given up', [{ title: 'Queue' }, { title: 'Reason' }], rows)}`;
}
