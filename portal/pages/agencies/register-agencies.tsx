import { useId, useState } from 'preact/hooks';
import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { ProblemAlert } from '../../frame/problem.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { agencyCount } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';

/** Takes up a list of agencies. */
export function RegisterAgencies({ onRegistered }: { onRegistered(): void }) {
  const { call } = usePortal();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [done, setDone] = useState<Reply<'registerAgencies'>>();
  const { run, busy, problem } = useAction(async (list: File) => {
    setDone(undefined);
    setDone(await call('registerAgencies', { body: { csv: await list.text() } }));
    onRegistered();
  });

  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Take up a list of agencies</h2>
      <p>
        A CSV file whose first row names the columns, such as <code>ori,name,kind,county,contact_email</code>. Agencies
        that are not in it stay as they are; the same list again changes nothing.
      </p>
      <div aria-live="polite">
        {problem && <ProblemAlert problem={problem} />}
        {done && (
          <Notice kind="success" title="The list is taken up">
            {agencyCount(done.registered.length)} new, {count(done.changed.length)} changed, {count(done.unchanged)} as
            before.
          </Notice>
        )}
      </div>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void run(file);
        }}
      >
        <div class="field field--file">
          <label class="usa-label" for={id}>
            List of agencies (CSV)
          </label>
          <input
            class="file"
            type="file"
            id={id}
            accept=".csv,text/csv"
            required
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        </div>
        <button type="submit" class="usa-button" disabled={busy}>
          {busy ? 'Taking up …' : 'Take up the list'}
        </button>
      </form>
    </section>
  );
}
