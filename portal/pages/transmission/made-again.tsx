import { useState } from 'preact/hooks';
import { ProblemAlert } from '../../frame/problem.tsx';
import { Extract } from '../../parts/extract.tsx';
import { useAction } from '../../parts/use-action.ts';
import { usePortal } from '../../portal-context.ts';

/** The same file once more from the ledger, to see that it is the same. */
export function MadeAgain({ file }: { file: string }) {
  const { call } = usePortal();
  const [extract, setExtract] = useState<string>();
  const { run, busy, problem } = useAction(async () => {
    setExtract((await call('requestExtract', { body: { file } })).extract);
  });
  return (
    <>
      <h2>Make it again</h2>
      <p>From the ledger alone, to show that it is the same to the byte.</p>
      {problem && <ProblemAlert problem={problem} />}
      {extract ? (
        <Extract extract={extract} of="The file" />
      ) : (
        <button type="button" class="usa-button usa-button--outline" disabled={busy} onClick={() => void run()}>
          Make it again
        </button>
      )}
    </>
  );
}
