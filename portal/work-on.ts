import { Problem } from './api.ts';

/** What a worker tells of its work on a file. */
export type WorkerNews<R> =
  | { is: 'under way'; share: number }
  | { is: 'done'; result: R }
  /** The file was moved, changed or locked since it was chosen, or is a folder. */
  | { is: 'unreadable' };

export interface WorkOptions {
  signal: AbortSignal;
  /** How much of the file is behind the worker, from 0 to 1. */
  tell(share: number): void;
}

/** Has a worker do its work on a file, and ends the worker. Throws `Problem`, and what the signal was aborted with. */
export function workOn<R>(worker: Worker, question: unknown, { signal, tell }: WorkOptions): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    worker.addEventListener('error', () => reject(failed));
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerNews<R>>) => {
      if (data.is === 'under way') return tell(data.share);
      if (data.is === 'done') return resolve(data.result);
      reject(unreadable);
    });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

const unreadable = new Problem({
  type: 'urn:nibrs-ledger:unreadable',
  title: 'The file cannot be read',
  status: 400,
  detail: 'It was moved, changed or opened by another program since you chose it, or it is a folder. Choose it again.',
});

const failed = new Problem({
  type: 'urn:nibrs-ledger:worker',
  title: 'This browser could not read the file',
  status: 400,
  detail: 'Load the page again. If it fails once more, use another browser and tell the state program.',
});
