import { fold } from '../ledger/decider.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { type ReportState, reportFold } from '../ledger/reports/state.ts';
import { readReport, segmentsOf } from '../nibrs/flatfile/federal.ts';
import { type OnFile, parseStateHalf, type ReportOnFile, type StateValue } from '../state/index.ts';

/**
 * What streams have on file after `histories`, opened: the reports that stand, with the state's values that came with
 * them, and the supplements. One list of events a stream, in their order; all halves are opened at once.
 */
export async function openOnFile(ledger: Ledger, histories: readonly (readonly LedgerEvent[])[]): Promise<OnFile[]> {
  const streams = histories.map((events) => {
    const state = fold(reportFold, events);
    // Of what was expunged nothing can be opened.
    return { contents: contentsIn(state, events), supplements: state.expunged ? [] : events.filter(isSupplement) };
  });
  const contents = streams.flatMap((stream) => stream.contents);
  const lines = await openedBy((events) => ledger.openFederal(events), contents);
  const states = await openedBy(
    (events) => ledger.openState(events),
    streams.flatMap((stream) => [...stream.contents, ...stream.supplements]),
  );
  const valuesOf = (event: LedgerEvent): readonly StateValue[] => {
    const text = states.get(event);
    return text === undefined ? [] : parseStateHalf(text).values;
  };
  return streams.map(({ contents, supplements }) => ({
    reports: contents.map((event) => reportOnFile(event, lines.get(event) ?? '', valuesOf(event))),
    supplements: supplements.map(valuesOf),
  }));
}

function isSupplement({ type }: LedgerEvent): boolean {
  return type === 'StateElementsSupplied';
}

/** The events with the content that stands: one of an incident, one for each arrestee of a Group B arrest. */
function contentsIn({ parts }: ReportState, events: readonly LedgerEvent[]): LedgerEvent[] {
  const present = [...parts.values()].filter(({ status, kind }) => status === 'present' && kind !== 'zero');
  return present.map(({ version }) => events[version - 1]).filter((event) => event !== undefined);
}

function reportOnFile({ data }: LedgerEvent, lines: string, own: readonly StateValue[]): ReportOnFile {
  const federal = readReport(lines.split('\n'));
  const { ori = '', number = '' } = 'number' in data ? data : {};
  return { report: { kind: federal.kind, ori, number, action: 'I', segments: segmentsOf(federal) }, own };
}

async function openedBy(
  open: (events: readonly LedgerEvent[]) => Promise<(string | undefined)[]>,
  events: readonly LedgerEvent[],
): Promise<ReadonlyMap<LedgerEvent, string | undefined>> {
  const texts = events.length > 0 ? await open(events) : [];
  return new Map(events.map((event, index) => [event, texts[index]]));
}
