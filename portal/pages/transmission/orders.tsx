import { useState } from 'preact/hooks';
import type { Reply } from '../../api.ts';
import { ProblemAlert } from '../../frame/problem.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { saveFrom } from '../../parts/save-file.ts';
import { useAction } from '../../parts/use-action.ts';
import { may, usePortal } from '../../portal-context.ts';

interface Props {
  transmission: Reply<'readTransmission'>;
  onChanged(): void;
}

type Order = 'hold' | 'release' | 'forward';

/** What may be done with a sealed file. */
export function Orders({ transmission: { file, stage, sealed }, onChanged }: Props) {
  const { caller, call } = usePortal();
  const [asked, setAsked] = useState<Order>();
  const [said, setSaid] = useState('');
  const download = useAction(async (what: 'file' | 'manifest') => {
    const { url, fileName } = await call('downloadTransmission', { params: { file }, query: { what } });
    saveFrom(url, fileName);
  });
  const close = () => setAsked(undefined);
  const done = (words: string) => {
    setSaid(words);
    onChanged();
  };
  const button = (order: Order, words: string) => (
    <button type="button" class="usa-button usa-button--outline" onClick={() => setAsked(order)}>
      {words}
    </button>
  );
  if (!sealed) return null;

  const mayOrder = may(caller, 'holdTransmission');
  return (
    <>
      {said && (
        <Notice kind="success" isNews>
          {said}
        </Notice>
      )}
      {download.problem && <ProblemAlert problem={download.problem} />}
      <div class="buttons">
        <button type="button" class="usa-button" onClick={() => void download.run('file')}>
          Download the file
        </button>
        <button type="button" class="usa-button usa-button--outline" onClick={() => void download.run('manifest')}>
          Download its manifest
        </button>
        {mayOrder && stage === 'sealed' && button('hold', 'Hold it')}
        {mayOrder && stage === 'held' && button('release', 'Release it')}
        {mayOrder && stage === 'sealed' && button('forward', 'Forward it now')}
      </div>
      {asked === 'hold' && (
        <ReasonDialog
          title="Hold this file?"
          action="Hold it"
          onClose={close}
          onDone={async (reason) => {
            const { held } = await call('holdTransmission', { params: { file }, body: { reason } });
            done(held ? 'It is held.' : 'It was held already.');
          }}
        >
          <p>It stays here, and so do all files after it, until somebody releases it.</p>
        </ReasonDialog>
      )}
      {asked === 'release' && (
        <ReasonDialog
          title="Release this file?"
          action="Release it"
          onClose={close}
          onDone={async (reason) => {
            const { released } = await call('releaseTransmission', { params: { file }, body: { reason } });
            done(released ? 'It is released.' : 'Nobody held it any more.');
          }}
        >
          <p>It goes to the FBI on the next day of the calendar, or when somebody forwards it.</p>
        </ReasonDialog>
      )}
      {asked === 'forward' && (
        <ConfirmDialog
          title="Forward this file now?"
          action="Forward it now"
          onClose={close}
          onDone={async () => {
            await call('forwardTransmission', { params: { file } });
            done('It goes out as soon as those before it have. This page shows when it has.');
          }}
        >
          <p>
            It is handed over for the FBI before the calendar would do it. It cannot be held or taken back afterwards.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
