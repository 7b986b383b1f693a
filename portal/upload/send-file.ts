import type { Call, Reply } from '../api.ts';
import type { WorkOptions } from '../work-on.ts';
import { retrying } from './retrying.ts';
import { type SendingParts, sendParts } from './send-parts.ts';

/** How far a file is on its way. */
export type Progress = { is: 'hashing' | 'uploading'; share: number };

/** Where a file has come to. */
export interface Sent {
  submission: string;
  /** It had come before, under this name. */
  wasHere: boolean;
}

export interface Sending extends Omit<SendingParts, 'tell'> {
  call: Call;
  hashOf(file: File, options: WorkOptions): Promise<string>;
  /** In whose name; the caller's only agency, or the state program, where it is absent. */
  agency: string | undefined;
  tell(progress: Progress): void;
}

/**
 * Opens the submission of a file and uploads it; what came of an earlier upload of the same file is not sent again. Throws
 * `Problem`, and what the signal was aborted with.
 */
export async function sendFile(file: File, sending: Sending): Promise<Sent> {
  const { call, signal, agency, tell } = sending;
  const sha256 = await sending.hashOf(file, { signal, tell: (share) => tell({ is: 'hashing', share }) });
  const tellUploading = (share: number) => tell({ is: 'uploading', share });
  const body = { fileName: file.name, bytes: file.size, sha256, agency };
  const open = () => call('openSubmission', { body }, { signal });

  tellUploading(0);
  // A form has an end, after which there is another one.
  const { submission, upload } = await retrying(async () => {
    const opened = await open();
    if (opened.upload.kind === 'form') await sendForm(file, opened.upload, { ...sending, tell: tellUploading });
    return opened;
  }, sending);
  if (upload.kind === 'parts') await sendParts(file, { submission, upload }, { ...sending, tell: tellUploading });
  return { submission, wasHere: upload.kind === 'none' };
}

type Form = Extract<Reply<'openSubmission'>['upload'], { kind: 'form' }>;

function sendForm(
  file: File,
  { url, fields }: Form,
  { transfer, signal, tell }: Pick<SendingParts, 'transfer' | 'signal' | 'tell'>,
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  return transfer({ method: 'POST', url, body, signal, tell });
}
