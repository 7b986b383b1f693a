import { count } from '../../../shared/count-words.ts';
import { Facts, Figures } from '../../parts/facts.tsx';
import type { Submission } from '../../parts/submission-outcome.ts';
import { Time } from '../../parts/time.tsx';
import { byteSize, monthName } from '../../parts/words.ts';

/** How much there was, and how much of it is on file. */
export function SubmissionFigures({ submission: { reports, errors, warnings, kind } }: { submission: Submission }) {
  if (kind === null) return null;
  return (
    <Figures
      figures={[
        [reports.total === 1 ? 'report' : 'reports', count(reports.total)],
        ['on file', count(reports.accepted)],
        ['rejected', count(reports.rejected)],
        [errors === 1 ? 'error' : 'errors', count(errors)],
        [warnings === 1 ? 'warning' : 'warnings', count(warnings)],
      ]}
    />
  );
}

/** All else that is known of a file. */
export function SubmissionFacts({ submission }: { submission: Submission }) {
  const { period, agencies, agency, uploadedBy, openedAt, endedAt, bytes, records, reports, sha256, kind } = submission;
  return (
    <section class="submission-part">
      <h2>About the file</h2>
      <Facts
        facts={[
          ['Sent', <Time at={openedAt} />],
          ['Sent by', uploadedBy],
          ['In the name of', <span class="ori">{agency}</span>],
          ['Finished', endedAt && <Time at={endedAt} />],
          ['Kind', kind === 'supplement' ? 'Supplement' : kind && 'NIBRS flat file'],
          ['Month of submission', period && <a href={`months?to=${period}`}>{monthName(period)}</a>],
          ['Agencies in it', agencies.length > 0 && <AgencyLinks agencies={agencies} />],
          ['Size', byteSize(bytes)],
          ['Records', records > 0 && count(records)],
          ['On file before, unchanged', reports.unchanged > 0 && count(reports.unchanged)],
          ['Replaced by a later file', reports.superseded > 0 && count(reports.superseded)],
          ['SHA-256', <span class="ori">{sha256}</span>],
        ]}
      />
    </section>
  );
}

/** So many are named. */
const mostNamed = 12;

function AgencyLinks({ agencies }: { agencies: readonly string[] }) {
  return (
    <>
      {agencies.slice(0, mostNamed).map((ori) => (
        <>
          <a class="ori" href={`agencies/${ori}`}>
            {ori}
          </a>{' '}
        </>
      ))}
      {agencies.length > mostNamed && `and ${count(agencies.length - mostNamed)} more`}
    </>
  );
}
