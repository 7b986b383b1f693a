import type { Call, Reply } from '../api.ts';
import { type Retrying, retrying } from './retrying.ts';
import type { transfer } from './transfer.ts';

type Parts = Extract<Reply<'openSubmission'>['upload'], { kind: 'parts' }>;

export interface SendingParts extends Retrying {
  call: Call;
  transfer: typeof transfer;
  /** SHA-256 in hexadecimal digits. */
  hashPart(part: Blob): Promise<string>;
  /** How much of the file is there, from 0 to 1. */
  tell(share: number): void;
}

/** So many parts are under way at a time. */
const lanes = 3;

/** Sends the parts of a large file that are not there yet, and has them put together. Throws as `retrying`. */
export async function sendParts(
  file: Blob,
  { submission, upload: { partBytes, parts } }: { submission: string; upload: Parts },
  sending: SendingParts,
): Promise<void> {
  const { call, tell } = sending;
  const failed = new AbortController();
  const signal = AbortSignal.any([sending.signal, failed.signal]);
  const bytes = new Map<number, number>();
  const add = (number: number, sent: number) => {
    bytes.set(number, sent);
    tell([...bytes.values()].reduce((sum, part) => sum + part, 0) / file.size);
  };

  const send = async (number: number): Promise<void> => {
    const part = partOf(file, number, partBytes);
    const hash = await sending.hashPart(part);
    await retrying(
      async () => {
        const body = { parts: [{ number, sha256: hash }] };
        const { parts } = await call('signParts', { params: { submission }, body }, { signal });
        const [signed] = parts;
        if (!signed) throw new Error(`No place was given for part ${number}.`);
        const { url, headers } = signed;
        const tellPart = (share: number) => add(number, share * part.size);
        await sending.transfer({ method: 'PUT', url, headers, body: part, signal, tell: tellPart });
      },
      { ...sending, signal },
    );
    add(number, part.size);
  };

  for (const { number, isThere } of parts) if (isThere) add(number, partOf(file, number, partBytes).size);
  const missing = parts.filter(({ isThere }) => !isThere).map(({ number }) => number);
  const lane = async () => {
    for (let next = missing.shift(); next !== undefined; next = missing.shift()) await send(next);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    failed.abort();
  }
  await retrying(() => call('completeUpload', { params: { submission } }, { signal: sending.signal }), sending);
}

function partOf(file: Blob, number: number, partBytes: number): Blob {
  return file.slice((number - 1) * partBytes, number * partBytes);
}
