import { useRef, useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import { Select } from '../../parts/fields.tsx';
import { usePortal } from '../../portal-context.ts';
import { useUploads } from '../../upload/use-uploads.ts';
import { DropZone } from './drop-zone.tsx';
import { FileRow } from './file-row.tsx';
import { Samples } from './samples.tsx';

/** Chooses files, checks them on this computer, sends them, and shows what becomes of them. */
export function Uploader() {
  const { caller } = usePortal();
  const uploads = useUploads();
  const agencies = caller.agencies ?? [];
  const [agency, setAgency] = useState(agencies[0]?.ori);
  const heading = useRef<HTMLHeadingElement>(null);
  const { files } = uploads;
  const toSend = files.filter(({ state }) => state.is === 'chosen');
  const isChecking = toSend.some(({ check }) => check?.is === 'waiting' || check?.is === 'checking');

  // Who removes a file has the focus where the file was.
  const remove = (id: string) => {
    uploads.remove(id);
    heading.current?.focus();
  };

  return (
    <>
      {agencies.length > 1 && (
        <div class="fields">
          <Select
            label="Agency you send for"
            value={agency ?? ''}
            options={agencies.map(({ ori, name }) => [ori, name ? `${name} (${ori})` : ori])}
            onChange={setAgency}
          />
        </div>
      )}
      <DropZone onFiles={(chosen) => uploads.add(chosen)} />
      <Samples
        mayUse={(ori) => caller.agencies === null || agencies.some((own) => own.ori === ori)}
        onFile={(file) => uploads.add([file])}
      />
      {files.length > 0 && (
        <section class="chosen" aria-labelledby="chosen-files">
          <h3 id="chosen-files" tabIndex={-1} ref={heading}>
            Your {files.length === 1 ? 'file' : `${files.length} files, in the order in which they are sent`}
          </h3>
          <ol class="file-rows">
            {files.map((chosen) => (
              <FileRow
                key={chosen.id}
                chosen={chosen}
                onRemove={() => remove(chosen.id)}
                onRetry={() => uploads.retry(chosen.id)}
              />
            ))}
          </ol>
          {toSend.length > 0 && (
            <div class="buttons">
              <button type="button" class="usa-button" onClick={() => uploads.send(agency)}>
                Send {counted(toSend.length, 'file')}
              </button>
              <button
                type="button"
                class="usa-button usa-button--outline"
                disabled={isChecking}
                onClick={() => uploads.check()}
              >
                Check without sending
              </button>
              <p class="quiet">A check happens on this computer alone: nothing is sent or filed.</p>
            </div>
          )}
        </section>
      )}
    </>
  );
}
