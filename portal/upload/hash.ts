import { type WorkOptions, workOn } from '../work-on.ts';

/** SHA-256 of a file in hexadecimal digits. Throws `Problem` when it cannot be read, and what the signal was aborted with. */
export function hashOf(file: File, options: WorkOptions): Promise<string> {
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
  return workOn(worker, file, options);
}
