import { hash } from 'node:crypto';
import { streamOf } from '../ledger/reports/command.ts';
import { decide, type Happening } from '../ledger/reports/decide.ts';
import { type ReportState, reportFold } from '../ledger/reports/state.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type CleanReport, commandOf } from './commands.ts';
import { happeningIn } from './happened.ts';
import type { Verdict } from './verdict.ts';

/**
 * What the ledger would say of a file if there were nothing on file before it: the same report a second time with other
 * content and without a delete, a number used twice, a zero report for a month of which the file has reports. It decides
 * as the ledger does; only that there is nothing to delete is not held against a file, since the report may well be on
 * file.
 */
export class FileMemory {
  /** States of streams, by ORI and then by stream, so that a zero report looks at its own agency only. */
  readonly #agencies = new Map<string, Map<string, ReportState>>();

  /** Takes the next report of the file. `period` is for one whose header has none. */
  verdictOn(report: CleanReport, period: Period): Verdict {
    const command = commandOf(report, { submission: '', period, at: '', by: '', fingerprint });
    const { ori, kind, number } = command.key;
    const states = this.#agencies.get(ori) ?? new Map<string, ReportState>();
    this.#agencies.set(ori, states);
    const stream = streamOf(command.key);
    const state = states.get(stream) ?? reportFold.initialState;
    const happened = kind === 'zero' ? firstHappening(number, states.values()) : undefined;
    const { events, ...verdict } = decide(command, state, happened);
    states.set(stream, events.reduce(reportFold.evolve, state));
    return verdict.refusal === '095' ? { outcome: 'accepted' } : verdict;
  }
}

function firstHappening(month: Period, states: Iterable<ReportState>): Happening | undefined {
  for (const state of states) {
    const happening = happeningIn(month, state);
    if (happening) return happening;
  }
  return undefined;
}

/** Stays in this process, so it needs no key. */
function fingerprint(text: string): string {
  return hash('sha256', text);
}
