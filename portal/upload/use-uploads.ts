import { useEffect, useState } from 'preact/hooks';
import { check, dayOf } from '../check/check.ts';
import { after } from '../poll.ts';
import { type Portal, usePortal } from '../portal-context.ts';
import { lookAfter } from '../unfinished.ts';
import { hashOf } from './hash.ts';
import { hashPart } from './hash-part.ts';
import { sendFile } from './send-file.ts';
import { transfer } from './transfer.ts';
import { UploadList } from './upload-list.ts';

/** One for as long as the portal is open: uploads go on while other pages of it are shown. */
let list: UploadList | undefined;

/** The files that were chosen; the component is rendered anew with every change. */
export function useUploads(): UploadList {
  const portal = usePortal();
  list ??= newList(portal);
  const [, setRound] = useState(0);
  const uploads = list;
  useEffect(() => uploads.subscribe(() => setRound((round) => round + 1)), [uploads]);
  return uploads;
}

function newList({ call, config, caller }: Portal): UploadList {
  const uploads = new UploadList({
    send: ({ file, agency }, options) =>
      sendFile(file, { call, hashOf, hashPart, transfer, wait: after, agency, ...options }),
    check: (file, options) =>
      check(
        {
          file,
          state: config.state?.code ?? null,
          today: dayOf(new Date()),
          oris: caller.agencies?.map(({ ori }) => ori) ?? null,
        },
        options,
      ),
  });
  lookAfter(uploads);
  // Asks whether to leave while files are under way.
  addEventListener('beforeunload', (event) => {
    if (uploads.isSending) event.preventDefault();
  });
  return uploads;
}
