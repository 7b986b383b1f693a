import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** Escape, and the button to leave it. */
  onClose(): void;
  children?: ComponentChildren;
}

/** Asks for something before anything else is done. The focus goes into it, and back to where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog__head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="usa-button usa-button--unstyled" onClick={onClose}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}
