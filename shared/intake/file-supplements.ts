import { fold, type Stamp } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent, NewEvent } from '../ledger/port.ts';
import { eventsBefore, isReplay } from '../ledger/reports/replay.ts';
import { reportFold } from '../ledger/reports/state.ts';
import { supply } from '../ledger/reports/supply.ts';
import { reportStream } from '../ledger/streams.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { Fingerprint } from '../ports.ts';
import {
  checkSupplement,
  countElements,
  type GivenValue,
  type OnFile,
  type SourceSupplement,
  type StateHalf,
  type StateProfile,
  stateContentOf,
  stateHalfText,
} from '../state/index.ts';
import { commandsPerAppend, type Decided, decideAndAppend } from './append-decided.ts';
import { halfOf } from './examine.ts';
import { openOnFile } from './on-file.ts';
import { wasExpunged } from './own-findings.ts';
import type { Verdict } from './verdict.ts';

/** The values of a supplement for one number, which nothing is wrong with by themselves. */
export interface SupplementToFile {
  source: SourceSupplement;
  given: readonly GivenValue[];
  stamp: Stamp;
}

/** What became of them. */
export interface FiledSupplement {
  /** What the report on file has to say. */
  findings: Finding[];
  /** What is on file of them; absent when nothing could be taken. */
  state?: StateHalf | undefined;
  verdict?: Verdict | undefined;
}

export interface FilingDependencies {
  ledger: Ledger;
  profile: StateProfile;
  fingerprint: Fingerprint;
}

interface IndexedSupplement extends SupplementToFile {
  /** Place among all that are to be filed. */
  index: number;
}

interface Work {
  stream: string;
  supplements: readonly IndexedSupplement[];
}

interface Decision extends Decided<Work> {
  filed: readonly FiledSupplement[];
}

/**
 * Files supplements, those of one number in their order, each held against what is on file before it. Filing the same
 * once more, after all or some were filed, appends nothing more and gives the same. What became of each, in their order.
 * Throws `TryAgainError` when a stream changes faster than it can be decided.
 */
export async function fileSupplements(
  deps: FilingDependencies,
  supplements: readonly SupplementToFile[],
): Promise<FiledSupplement[]> {
  const filed = new Array<FiledSupplement>(supplements.length);
  for (const round of roundsOf(supplements)) {
    for (const decision of await decideAndAppend(deps.ledger, round, (works) => decideAll(deps, works))) {
      for (const [place, { index }] of decision.work.supplements.entries()) {
        const one = decision.filed[place];
        if (one) filed[index] = one;
      }
    }
  }
  return filed;
}

/** As many of a number as one append takes; what is filed in a later round finds the earlier ones on file. */
function roundsOf(supplements: readonly SupplementToFile[]): Work[][] {
  const indexed = supplements.map((supplement, index): IndexedSupplement => ({ ...supplement, index }));
  const rounds: Work[][] = [];
  for (const [stream, own] of Map.groupBy(indexed, streamOf)) {
    for (let start = 0, round = 0; start < own.length; start += commandsPerAppend, round++) {
      rounds[round] ??= [];
      rounds[round]?.push({ stream, supplements: own.slice(start, start + commandsPerAppend) });
    }
  }
  return rounds;
}

function streamOf({ source: { report } }: SupplementToFile): string {
  return reportStream('incident', report.ori, report.number);
}

async function decideAll(deps: FilingDependencies, works: readonly Work[]): Promise<Decision[]> {
  const histories = await Promise.all(works.map(({ stream }) => deps.ledger.read(stream)));
  const expunged = histories.map((events) => fold(reportFold, events).expunged);
  // What is expunged cannot be opened, and need not be.
  const before = works.map(({ supplements }, index) =>
    expunged[index] ? [] : eventsBefore(histories[index] ?? [], causeOf(supplements[0])),
  );
  const onFile = await openOnFile(deps.ledger, before);
  return works.map((work, index) => {
    const events = histories[index] ?? [];
    const decision = expunged[index]
      ? refuseAll(work)
      : decideWork(deps, work, before[index] ?? [], onFile[index] ?? { reports: [], supplements: [] });
    // All of a stream's are filed at once, so any of them tells for the rest.
    const isFiled = work.supplements.some((supplement) => isReplay(events, causeOf(supplement)));
    return isFiled ? { ...decision, events: [] } : decision;
  });
}

function causeOf(supplement: SupplementToFile | undefined): Stamp['cause'] {
  return supplement?.stamp.cause ?? {};
}

function refuseAll(work: Work): Decision {
  const verdict = { outcome: 'refused', refusal: 'expunged' } as const;
  const filed = work.supplements.map(({ source }) => ({ findings: [wasExpunged(source)], verdict }));
  return { work, version: 0, events: [], filed };
}

function decideWork(
  { profile, fingerprint }: FilingDependencies,
  work: Work,
  before: readonly LedgerEvent[],
  onFile: OnFile,
): Decision {
  let state = fold(reportFold, before);
  const { version } = state;
  const events: NewEvent[] = [];
  const supplements = [...onFile.supplements];
  const filed = work.supplements.map(({ source, given, stamp }): FiledSupplement => {
    const checked = checkSupplement(profile, given, { reports: onFile.reports, supplements });
    const half = halfOf(profile, checked.given);
    if (!half) return { findings: checked.findings };
    const { ori, number } = source.report;
    const content = {
      contentHash: fingerprint(stateContentOf(half)),
      stateElements: countElements(half),
      state: stateHalfText(half),
    };
    const decision = supply({ ori, number, stamp, ...content }, state);
    events.push(...decision.events);
    state = decision.events.reduce(reportFold.evolve, state);
    supplements.push(half.values);
    return { findings: checked.findings, state: half, verdict: { outcome: decision.outcome } };
  });
  return { work, version, events, filed };
}
