import { StatusTag } from '../../parts/status-tag.tsx';
import { byteSize } from '../../parts/words.ts';
import type { ChosenFile, FileState } from '../../upload/upload-list.ts';
import { CheckResult } from './check-result.tsx';
import { Failed } from './failed.tsx';
import { SentFile } from './sent-file.tsx';
import { Share } from './share.tsx';

interface Props {
  chosen: ChosenFile;
  onRemove(): void;
  onRetry(): void;
}

/** A file that was chosen: what happens to it, and what can be done. */
export function FileRow({ chosen: { file, state, check }, onRemove, onRetry }: Props) {
  return (
    <li class="file-row">
      <div class="file-row__head">
        <p class="file-row__name">
          <b>{file.name}</b> <span class="quiet">{byteSize(file.size)}</span>
        </p>
        <div class="file-row__actions">
          {state.is === 'failed' && (
            <button type="button" class="usa-button usa-button--unstyled" onClick={onRetry}>
              Try again<span class="usa-sr-only"> to send {file.name}</span>
            </button>
          )}
          <button type="button" class="usa-button usa-button--unstyled" onClick={onRemove}>
            {removalOf(state)}
            <span class="usa-sr-only"> {file.name}</span>
          </button>
        </div>
      </div>
      <Progress state={state} />
      {check && <CheckResult check={check} />}
    </li>
  );
}

function removalOf({ is }: FileState): string {
  if (is === 'sent') return 'Clear from the list';
  return is === 'waiting' || is === 'hashing' || is === 'uploading' ? 'Cancel' : 'Remove';
}

function Progress({ state }: { state: FileState }) {
  switch (state.is) {
    case 'chosen':
      return null;
    case 'unfit':
      return (
        <p role="status">
          <StatusTag tone="bad">Cannot be sent</StatusTag> {state.why}
        </p>
      );
    case 'waiting':
      return (
        <p>
          <StatusTag tone="quiet">Waiting</StatusTag> It is sent after the files before it.
        </p>
      );
    case 'hashing':
      return <Share words="Reading the file" share={state.share} />;
    case 'uploading':
      return <Share words="Uploading" share={state.share} />;
    case 'sent':
      return <SentFile sent={state} />;
    case 'failed':
      return <Failed tag="Not sent" problem={state.problem} />;
  }
}
