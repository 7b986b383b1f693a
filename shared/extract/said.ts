import { compareText } from '../compare.ts';
import type { Ledger } from '../ledger/port.ts';
import type { TakenNumber } from '../ledger/series.ts';
import { kindOfPart } from '../ledger/streams.ts';
import type { TransmissionState } from '../ledger/transmissions.ts';
import type { ReportKind } from '../nibrs/model/index.ts';
import { writtenIn } from './update-federal-copy.ts';
import type { WrittenReport } from './write-part.ts';

/**
 * What a report is to the FBI that is told of it: new, in place of what it has, once more what it has, or taken back.
 * Withheld is a zero report that others contradict: the FBI is not told of it.
 */
export type Effect = 'new' | 'corrected' | 'again' | 'deleted' | 'withheld';

/** What a transmission says of one report. */
export interface Said {
  kind: ReportKind;
  /** Incident or arrest number; of a zero report its month. */
  number: string;
  /** Arrestee number of a Group B arrest, '' for the other kinds. */
  part: string;
  effect: Effect;
}

/** What a transmission says of an agency's reports. */
export interface SaidOfAgency {
  ori: string;
  changes: Said[];
}

/** What becomes of a report at the FBI. */
export function effectOf({ status, version, deletes }: WrittenReport): Effect {
  if (status !== 'present') return status;
  if (deletes === undefined) return 'new';
  return deletes === version ? 'again' : 'corrected';
}

/** What a part says of a report. */
export function saidOf(report: WrittenReport): Said {
  const { stream, part } = report;
  return { kind: kindOfPart(stream, part), number: numberOf(stream), part, effect: effectOf(report) };
}

/** What a sealed transmission says, agency by agency; nothing of one that is not sealed. */
export async function saidBy(
  ledger: Pick<Ledger, 'read'>,
  { number, state }: { number: TakenNumber; state: TransmissionState },
): Promise<SaidOfAgency[]> {
  if (!state.sealed) return [];
  const parts = [...state.parts.values()].sort((one, other) => compareText(one.ori, other.ori));
  return Promise.all(
    parts.map(async (part) => ({
      ori: part.ori,
      changes: (await writtenIn(ledger, number.transmission, part)).map(saidOf),
    })),
  );
}

/** What stands behind the agency in the stream of a report. */
function numberOf(stream: string): string {
  return stream.split('#').slice(2).join('#');
}
