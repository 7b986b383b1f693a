import { useState } from 'preact/hooks';

/** Where files are chosen, or dropped. */
export function DropZone({ onFiles }: { onFiles(files: File[]): void }) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button
    <div
      class={`drop-zone ${isOver ? 'drop-zone--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <input
        class="usa-sr-only"
        id="choose-files"
        type="file"
        multiple
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // So that the same file can be chosen again once it was removed.
          currentTarget.value = '';
        }}
      />
      <label class="usa-button" for="choose-files">
        Choose files
      </label>
      <p>
        <span class="drop-zone__drop">or drop them here. </span>NIBRS flat files, or supplements (CSV), of any name, up
        to 5 GB each.
      </p>
    </div>
  );
}
