import { useState } from 'preact/hooks';

/** Puts a text into the clipboard, and says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow it'),
    );
  return (
    <span class="copy">
      <button type="button" class="usa-button usa-button--outline" onClick={() => void copy()}>
        Copy {what}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
