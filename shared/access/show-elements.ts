import { UsageError } from '../errors.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { accessStream, reportStream } from '../ledger/streams.ts';
import { dayOf, monthOf } from '../nibrs/model/index.ts';
import type { Clock } from '../ports.ts';
import type { StateElement, StateProfile } from '../state/index.ts';
import type { ReadElements, ShownElement } from './messages.ts';
import { accessFold, recordRead } from './record.ts';
import { isKept } from './retention.ts';
import { openElements, openFederal, type RecordedValue, type StandingReport, standingIn } from './standing.ts';

export interface ShowDependencies {
  ledger: Ledger;
  profile: StateProfile | undefined;
  clock: Clock;
}

/** What is shown of a report, and how many of its values are past their retention and are not. */
export interface Shown {
  elements: ShownElement[];
  expired: number;
}

const by = 'read-elements';

/**
 * The state elements of a report as it stands. That they were read, by whom and why, is on record before they are given:
 * when that fails, this does. `request` tells one read from another. Throws `UsageError` for a number that has nothing on
 * file or was expunged; nothing is on record then, for nothing was read.
 */
export async function showElements(
  { ledger, profile, clock }: ShowDependencies,
  { ori, number, reader, reason }: ReadElements,
  request: string,
): Promise<Shown> {
  if (!profile) throw new UsageError('This repository collects no state elements: there is nothing to read.');
  const reports = onFile(await ledger.read(reportStream('incident', ori, number)), { ori, number });
  const at = clock().toISOString();
  const values = (await openElements(ledger, profile, await openFederal(ledger, reports))).flatMap(({ part, values }) =>
    values.map((value) => ({ part, value, element: profile.elements.find(({ id }) => id === value.element) })),
  );
  const kept = values.filter(({ value, element }) => isKept(element, value.event.at, at));
  const elements = kept.map(({ part, value, element }) => shown(part, value, element));

  const ids = [...new Set(elements.map(({ element }) => element))].sort();
  const stamp = { at, by, cause: { request } };
  await execute(ledger, accessStream(monthOf(dayOf(at))), accessFold, () =>
    recordRead({ reader, reason, ori, number, elements: ids }, stamp),
  );
  return { elements, expired: values.length - kept.length };
}

function onFile(
  events: Awaited<ReturnType<Ledger['read']>>,
  { ori, number }: Pick<ReadElements, 'ori' | 'number'>,
): StandingReport[] {
  const { state, reports } = standingIn(events);
  if (state.expunged) {
    throw new UsageError(`What ${ori} reported under ${number} was expunged by an order: nobody can read it any more.`);
  }
  if (reports.length > 0) return reports;
  throw new UsageError(
    `${ori} has no report ${number} on file. Check the ORI and the number, as they stand in the file.`,
  );
}

function shown(
  part: string,
  { element: id, sequence, occurrence, value, event }: RecordedValue,
  element: StateElement | undefined,
): ShownElement {
  const meaning = element?.format.kind === 'codes' ? element.format.codes[value] : undefined;
  const { submission } = event.cause;
  return {
    part,
    element: id,
    title: element?.title ?? id,
    sequence,
    occurrence,
    value,
    meaning,
    at: event.at,
    submission,
  };
}
