import { type WorkOptions, workOn } from '../work-on.ts';
import type { Checked, CheckQuestion } from './checked.ts';

/** Checks a file on this computer. Throws `Problem` when it cannot be read, and what the signal was aborted with. */
export function check(question: CheckQuestion, options: WorkOptions): Promise<Checked> {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  return workOn(worker, question, options);
}

/** A date as NIBRS writes it, where the reader is. */
export function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}${month}${day}`;
}
