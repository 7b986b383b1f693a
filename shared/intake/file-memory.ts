import { hash } from 'node:crypto';
import { streamOf } from '../ledger/reports/command.ts';
import { decide, type Refusal } from '../ledger/reports/decide.ts';
import { type ReportState, reportFold } from '../ledger/reports/state.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type CleanReport, commandOf } from './commands.ts';

/**
 * What the ledger would refuse of a file if there were nothing on file before it: the same report a second time with
 * other content and without a delete. It decides as the ledger does; only that there is nothing to delete is not held
 * against a file, since the report may well be on file.
 */
export class FileMemory {
  readonly #states = new Map<string, ReportState>();

  /** Takes the next report of the file. `period` is for one whose header has none. */
  refusalOf(report: CleanReport, period: Period): Exclude<Refusal, '095'> | undefined {
    const command = commandOf(report, { submission: '', period, at: '', by: '', fingerprint });
    const stream = streamOf(command.key);
    const state = this.#states.get(stream) ?? reportFold.initialState;
    const { events, refusal } = decide(command, state);
    this.#states.set(stream, events.reduce(reportFold.evolve, state));
    return refusal === '095' ? undefined : refusal;
  }
}

/** Stays in this process, so it needs no key. */
function fingerprint(text: string): string {
  return hash('sha256', text);
}
