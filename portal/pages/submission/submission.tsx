import { useRoute } from 'preact-iso';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { isUnderWay, outcomeOf, type Submission } from '../../parts/submission-outcome.ts';
import { useCall } from '../../use-call.ts';
import { Downloads } from './downloads.tsx';
import { NextStep } from './next-step.tsx';
import { SubmissionFacts, SubmissionFigures } from './submission-facts.tsx';
import { TopFindings } from './top-findings.tsx';

/** A file that was sent: what became of it, and what to do next. */
export default function SubmissionPage() {
  const { id = '' } = useRoute().params;
  const called = useCall('readSubmission', { params: { submission: id } }, isUnderWay);
  return (
    <>
      <p class="back">
        <a href="submissions">
          <span aria-hidden="true">← </span>All submissions
        </a>
      </p>
      <Page title={called.data?.fileName ?? 'Submission'}>
        <Shown called={called} what="the submission">
          {(submission) => <Content submission={submission} />}
        </Shown>
      </Page>
    </>
  );
}

function Content({ submission }: { submission: Submission }) {
  const { tone, status, sentence } = outcomeOf(submission);
  const { chunks } = submission;
  return (
    <>
      <div role="status" class="outcome">
        <StatusTag tone={tone}>{status}</StatusTag> {sentence}
      </div>
      {submission.status === 'processing' && (
        <progress class="outcome__progress" aria-label="Checked" max={chunks.total || 1} value={chunks.done} />
      )}
      {!isUnderWay(submission) && <NextStep submission={submission} />}
      <SubmissionFigures submission={submission} />
      <TopFindings submission={submission} />
      <Downloads submission={submission} />
      <SubmissionFacts submission={submission} />
    </>
  );
}
