import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ProblemAlert } from '../frame/problem.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './fields.tsx';
import { useAction } from './use-action.ts';

interface Props {
  title: string;
  /** What the button that does it says. */
  action: string;
  /** What will happen. */
  children?: ComponentChildren;
  onClose(): void;
  /** Does it, for this reason. */
  onDone(reason: string): Promise<unknown>;
}

/** Asks why, and does it. */
export function ReasonDialog({ title, action, children, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(onDone);
  return (
    <Dialog title={title} onClose={onClose}>
      {problem && <ProblemAlert problem={problem} />}
      {children}
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run(reason.trim())) onClose();
        }}
      >
        <TextField
          label="Reason"
          hint="It stays on record for everybody who may see this. Name no person."
          value={reason}
          onInput={setReason}
          maxLength={500}
          required
        />
        <div class="buttons">
          <button type="submit" class="usa-button" disabled={busy}>
            {action}
          </button>
          <button type="button" class="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
