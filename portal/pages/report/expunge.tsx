import { useState } from 'preact/hooks';
import { ProblemAlert } from '../../frame/problem.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/fields.tsx';
import { focusMistake } from '../../parts/focus-mistake.ts';
import { Notice } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { usePortal } from '../../portal-context.ts';
import type { ReportName } from './report-name.ts';

interface Props extends ReportName {
  /** It was before. */
  isExpunged: boolean;
  onOrdered(): void;
}

/** Has everything under a number removed for good. */
export function Expunge({ isExpunged, ...props }: Props) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section class="part" aria-labelledby="expunge">
      <h2 id="expunge">{isExpunged ? 'Expunge it once more' : 'Expunge this report'}</h2>
      <p>
        {isExpunged
          ? 'Everything is looked through again: files that came under this number since, or came back from a backup.'
          : 'An order of a court or an official may demand that everything reported under this number is removed.'}
      </p>
      <button type="button" class="usa-button usa-button--secondary" onClick={() => setAsked(true)}>
        Expunge …
      </button>
      {isAsked && <ExpungeDialog {...props} onClose={() => setAsked(false)} />}
    </section>
  );
}

/** Whoever expunges types the number: nobody does so by a click that went wrong. */
function ExpungeDialog({ ori, number, onOrdered, onClose }: Omit<Props, 'isExpunged'> & { onClose(): void }) {
  const { call } = usePortal();
  const [order, setOrder] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, busy, problem } = useAction(() => call('expungeReport', { params: { ori, number }, body: { order } }));
  const isSame = typed.trim() === number;
  const isNamed = order.trim() !== '';
  const expunge = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!isSame || !isNamed) return focusMistake(event.currentTarget);
    if (!(await run())) return;
    onClose();
    onOrdered();
  };
  return (
    <Dialog title={`Expunge report ${number}`} onClose={onClose}>
      {problem && <ProblemAlert problem={problem} />}
      <Notice kind="warning">
        It cannot be undone. The keys to what it said are destroyed, its lines are blanked in every uploaded file, and
        the FBI is told to delete it. Files that were sent to the FBI stay as the proof of what was sent.
      </Notice>
      <form noValidate onSubmit={(event) => void expunge(event)}>
        <TextField
          label="Number of the order"
          hint="What it is filed under. It stays on record: name nobody who is in the report."
          error={isTried && !isNamed ? 'Say what the order is filed under.' : undefined}
          value={order}
          maxLength={200}
          onInput={setOrder}
        />
        <TextField
          label={`Type ${number} to confirm`}
          error={isTried && !isSame ? `This is not ${number}.` : undefined}
          value={typed}
          maxLength={12}
          isCode
          onInput={setTyped}
        />
        <div class="buttons">
          <button type="submit" class="usa-button usa-button--secondary" aria-disabled={busy}>
            Expunge for good
          </button>
          <button type="button" class="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
