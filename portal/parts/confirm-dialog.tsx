import type { ComponentChildren } from 'preact';
import { ProblemAlert } from '../frame/problem.tsx';
import { Dialog } from './dialog.tsx';
import { useAction } from './use-action.ts';

interface Props {
  title: string;
  /** What the button that does it says. */
  action: string;
  /** What will happen. */
  children?: ComponentChildren;
  onClose(): void;
  onDone(): Promise<unknown>;
}

/** Says what will happen, and does it. */
export function ConfirmDialog({ title, action, children, onClose, onDone }: Props) {
  const { run, busy, problem } = useAction(onDone);
  return (
    <Dialog title={title} onClose={onClose}>
      {problem && <ProblemAlert problem={problem} />}
      {children}
      <div class="buttons">
        <button
          type="button"
          class="usa-button"
          disabled={busy}
          onClick={async () => {
            if (await run()) onClose();
          }}
        >
          {action}
        </button>
        <button type="button" class="usa-button usa-button--outline" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
