import { useEffect } from 'preact/hooks';
import { Shown } from '../../frame/shown.tsx';
import { isUnderWay } from '../../parts/submission-outcome.ts';
import { useUploads } from '../../upload/use-uploads.ts';
import { useCall } from '../../use-call.ts';
import { SubmissionTable } from '../submissions/submission-table.tsx';

/** The last few files, as they come on. */
export function LatestSubmissions() {
  const { files } = useUploads();
  const called = useCall('listSubmissions', { query: { limit: '5' } }, ({ items }) => items.some(isUnderWay));
  const sent = files.filter(({ state }) => state.is === 'sent').length;
  useEffect(() => {
    if (sent > 0) called.refresh();
  }, [sent]);
  return (
    <section>
      <div class="section-head">
        <h2>Sent last</h2>
        <a href="submissions">All submissions</a>
      </div>
      <Shown called={called} what="what you have sent">
        {({ items }) =>
          items.length === 0 ? (
            <p>Nothing was sent yet.</p>
          ) : (
            <SubmissionTable caption="The files that were sent last" submissions={items} />
          )
        }
      </Shown>
    </section>
  );
}
