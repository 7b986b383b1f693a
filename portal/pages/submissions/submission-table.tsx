import { StatusTag } from '../../parts/status-tag.tsx';
import { outcomeOf, type Submission } from '../../parts/submission-outcome.ts';
import { Time } from '../../parts/time.tsx';
import { agencyCount, monthName } from '../../parts/words.ts';

/** Submissions with what became of each: a table, and cards where the window is narrow. */
export function SubmissionTable({ caption, submissions }: { caption: string; submissions: readonly Submission[] }) {
  return (
    <table class="usa-table usa-table--borderless submissions">
      <caption class="usa-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What became of it</th>
          <th scope="col">Month</th>
          <th scope="col">Agencies</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => (
          <SubmissionRow key={submission.submission} submission={submission} />
        ))}
      </tbody>
    </table>
  );
}

function SubmissionRow({ submission }: { submission: Submission }) {
  const { period, kind, agencies, agency, openedAt, uploadedBy, fileName } = submission;
  const { tone, status, sentence } = outcomeOf(submission);
  return (
    <tr>
      <th scope="row">
        <a href={`submissions/${submission.submission}`}>{fileName}</a>
      </th>
      <td>
        <StatusTag tone={tone}>{status}</StatusTag> <span class="submissions__sentence">{sentence}</span>
      </td>
      <td class="submissions__short">{period ? monthName(period) : kind === 'supplement' && 'Supplement'}</td>
      <td class="submissions__short">
        <span class="ori">{agencies.length > 2 ? agencyCount(agencies.length) : agencies.join(', ') || agency}</span>
      </td>
      <td>
        <Time at={openedAt} />
        {uploadedBy && <span class="quiet submissions__by"> by {uploadedBy}</span>}
      </td>
    </tr>
  );
}
