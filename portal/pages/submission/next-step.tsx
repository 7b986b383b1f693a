import { count, counted } from '../../../shared/count-words.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Submission } from '../../parts/submission-outcome.ts';
import { monthName } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';

/** What to do now that nothing more will come of a submission by itself. */
export function NextStep({ submission }: { submission: Submission }) {
  const { refusal, reports, period, kind, errors, warnings } = submission;
  if (refusal) return <Refused refusal={refusal} />;
  if (kind === 'supplement' && errors > 0) return <CorrectSupplement submission={submission} />;
  if (reports.rejected > 0 && period) return <Correct submission={submission} period={period} />;
  const href = `findings?submission=${submission.submission}`;
  return (
    <Notice kind="success" title="There is nothing you have to do">
      <p>
        {warnings > 0 ? (
          <>
            Everything is on file. <a href={href}>Look at {counted(warnings, 'warning')}</a> when you have time:
            something may be mistyped.
          </>
        ) : (
          'Everything in this file is on file.'
        )}
      </p>
    </Notice>
  );
}

function Refused({ refusal: { message, hint, record } }: { refusal: NonNullable<Submission['refusal']> }) {
  return (
    <Notice kind="error" title="What to do next">
      <p>
        {message} {record !== undefined && `It was record ${count(record)} of the file.`}
      </p>
      <p>{hint}</p>
      <p>
        Then <a href="upload">send it again</a>. Nothing that was on file before has changed.
      </p>
    </Notice>
  );
}

function Correct({ submission, period }: { submission: Submission; period: string }) {
  const { caller } = usePortal();
  return may(caller, 'listMonths') ? (
    <CorrectUnlessDone submission={submission} period={period} />
  ) : (
    <CorrectNow submission={submission} />
  );
}

/** Reports may have been put right in another file since. */
function CorrectUnlessDone({ submission, period }: { submission: Submission; period: string }) {
  const { data } = useCall('listMonths', { query: { from: period, to: period } });
  const own = data?.agencies.filter(({ ori }) => submission.agencies.includes(ori));
  const open = own?.reduce((sum, { months }) => sum + months.reduce((reports, month) => reports + month.open, 0), 0);
  if (open !== 0) return <CorrectNow submission={submission} />;
  return (
    <Notice kind="success" title="All of it was put right since">
      <p>
        Another file has brought the corrected {submission.reports.rejected === 1 ? 'report' : 'reports'}: no report of{' '}
        <a href={`months?to=${period}`}>{monthName(period)}</a> is left to correct.
      </p>
    </Notice>
  );
}

function CorrectNow({ submission: { submission, reports, warnings } }: { submission: Submission }) {
  const { rejected, accepted } = reports;
  const these = rejected === 1 ? 'that report' : `those ${count(rejected)} reports`;
  return (
    <Notice kind="warning" title="What to do next">
      <ol>
        <li>
          <a href={`findings?submission=${submission}&severity=error`}>See what is wrong</a> with {these}.
        </li>
        <li>
          Correct {rejected === 1 ? 'it' : 'them'} in your records system, and export {rejected === 1 ? 'it' : 'them'}{' '}
          again.
        </li>
        <li>
          <a href="upload">Send the new file</a>, under any name.
        </li>
      </ol>
      {accepted > 0 && (
        <p>
          {accepted === 1 ? 'The other report is' : `The other ${count(accepted)} reports are`} on file. Sending{' '}
          {accepted === 1 ? 'it' : 'them'} again does no harm.
          {warnings > 0 && ` ${counted(warnings, 'warning')} can wait.`}
        </p>
      )}
    </Notice>
  );
}

function CorrectSupplement({ submission: { submission } }: { submission: Submission }) {
  return (
    <Notice kind="warning" title="What to do next">
      <ol>
        <li>
          <a href={`findings?submission=${submission}&severity=error`}>See which rows and values are wrong</a>. They
          were left out; everything else was taken.
        </li>
        <li>Correct them in your records system, and export the supplement again.</li>
        <li>
          <a href="upload">Send the new file</a>, under any name.
        </li>
      </ol>
    </Notice>
  );
}
