import { Problem } from '../api.ts';

/** Bytes on their way to the inbox. */
export interface Transfer {
  method: 'POST' | 'PUT';
  url: string;
  headers?: Record<string, string>;
  body: Blob | FormData;
  signal: AbortSignal;
  /** How much is there so far, from 0 to 1. */
  tell(share: number): void;
}

/** Sends bytes and tells how far they are, which `fetch` cannot. Throws `Problem`, and what the signal was aborted with. */
export function transfer({ method, url, headers = {}, body, signal, tell }: Transfer): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(loaded / total));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(notTaken(request.status))));
    request.addEventListener('error', () => reject(brokenOff));
    request.addEventListener('abort', () => reject(signal.reason));
    request.send(body);
  });
}

const brokenOff = new Problem({
  type: 'urn:nibrs-ledger:broken-off',
  title: 'The upload broke off',
  status: 0,
  detail: 'Check the connection of this computer and try again: it goes on where it was.',
});

function notTaken(status: number): Problem {
  return new Problem({
    type: 'urn:nibrs-ledger:not-taken',
    title: 'The file did not arrive whole',
    status,
    detail: `It was changed on the way or after you chose it, or the upload took too long (${status}). Try again.`,
  });
}
