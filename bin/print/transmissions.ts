import { count } from '../../shared/count-words.ts';
import { stageOf } from '../../shared/ledger/forwarding.ts';
import type { ListedTransmission } from '../../shared/ledger/list-transmissions.ts';
import type { LedgerEvent } from '../../shared/ledger/port.ts';
import { table } from './table.ts';

/** Characters of a hash that are shown: enough to compare by eye. JSON has all of it. */
const shownHash = 12;

/** What is told of a transmission's events, in a word; of others nothing. */
const words: Partial<Record<LedgerEvent['type'], string>> = {
  TransmissionStarted: 'started',
  TransmissionSealed: 'sealed',
  TransmissionRefused: 'refused',
  TransmissionHeld: 'held',
  TransmissionReleased: 'released',
  ForwardingStarted: 'forwarding',
  TransmissionForwarded: 'forwarded',
  TransmissionAcknowledged: 'acknowledged',
};

/** Transmissions, one a row and below it who did what when; the newest last. */
export function transmissionLines(transmissions: readonly ListedTransmission[]): string[] {
  const right = { align: 'right' } as const;
  const columns = [
    { title: 'file' },
    { title: 'period' },
    { title: 'state' },
    { title: 'reports', ...right },
    { title: 'records', ...right },
    { title: 'SHA-256' },
  ];
  const [head = '', ...rows] = table(columns, transmissions.map(rowOf));
  // A row is a line: no cell of it is wrapped.
  return [head, ...transmissions.flatMap(({ events }, index) => [rows[index] ?? '', ...steps(events).map(stepLine)])];
}

function rowOf({ number, state }: ListedTransmission): string[] {
  const { reports, records, sha256 } = state.sealed ?? {};
  return [
    state.started?.fileName ?? number.transmission,
    number.period,
    stageOf(state),
    reports === undefined ? '' : count(reports),
    records === undefined ? '' : count(records),
    sha256?.slice(0, shownHash) ?? '',
  ];
}

/** A transmission as JSON; what it does not have is `null`, so that every line has the same keys. */
export function transmissionJson({ number, state, events }: ListedTransmission): string {
  const { period, transmission, series } = number;
  const { sealed, started } = state;
  return JSON.stringify({
    transmission,
    period,
    series,
    file: started?.fileName ?? null,
    state: stageOf(state),
    agencies: started?.agencies.length ?? null,
    reports: sealed?.reports ?? null,
    records: sealed?.records ?? null,
    bytes: sealed?.bytes ?? null,
    sha256: sealed?.sha256 ?? null,
    forwarded: state.forwarded ?? null,
    steps: steps(events),
  });
}

interface Step {
  what: string;
  at: string;
  by: string;
  /** Why a person held or released it. */
  reason: string | null;
}

function steps(events: readonly LedgerEvent[]): Step[] {
  return events.flatMap((event) => {
    const what = words[event.type];
    const reason =
      event.type === 'TransmissionHeld' || event.type === 'TransmissionReleased' ? event.data.reason : null;
    return what === undefined ? [] : [{ what, at: event.at, by: event.by, reason }];
  });
}

function stepLine({ what, at, by, reason }: Step): string {
  return `  ${at.slice(0, 16).replace('T', ' ')}Z ${what} by ${by}${reason === null ? '' : `: ${reason}`}`;
}
