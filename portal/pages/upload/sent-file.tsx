import { StatusTag } from '../../parts/status-tag.tsx';
import { isUnderWay, outcomeOf } from '../../parts/submission-outcome.ts';
import type { Sent } from '../../upload/send-file.ts';
import { useCall } from '../../use-call.ts';

/** What becomes of a file that was sent, as it happens. */
export function SentFile({ sent: { submission, wasHere } }: { sent: Sent }) {
  const { data } = useCall('readSubmission', { params: { submission } }, isUnderWay);
  const outcome = data && outcomeOf(data);
  const isMoving = !data || isUnderWay(data);
  return (
    <div role="status">
      <p>
        <StatusTag tone={outcome?.tone ?? 'busy'}>{outcome?.status ?? 'Sent'}</StatusTag>{' '}
        {wasHere && 'This file is here already, under the same name; it was not sent again. '}
        {outcome?.sentence}
      </p>
      <p>
        <a href={`submissions/${submission}`}>{isMoving ? 'Follow it' : 'See what became of it'}</a>
      </p>
    </div>
  );
}
