import { createHash } from 'node:crypto';
import { CorruptDataError } from '../errors.ts';
import { fold, type Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { lastOfPeriod, seriesFold, type TakenNumber, takeNumber } from '../ledger/series.ts';
import { seriesStream, transmissionStream } from '../ledger/streams.ts';
import { start, type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import { formatFileName } from '../nibrs/flatfile/file-name.ts';
import { dayOf } from '../nibrs/model/index.ts';
import type { Clock, Log, Queue } from '../ports.ts';
import { lastNumberOf } from './last-number.ts';
import type { BuildPart, StartTransmission } from './messages.ts';
import type { MonthSummary } from './month.ts';
import type { Months } from './months.ts';

export interface StartDependencies {
  ledger: Ledger;
  months: Months;
  parts: Queue<BuildPart>;
  /** ORI of the state program. */
  submitter: string;
  clock: Clock;
  log: Log;
}

/**
 * Starts the transmission of a period and asks for the part of every agency that has something in it. When the period's
 * last transmission has the same basis there is nothing new to send: if it is not finished its parts are asked for
 * again. The same request again starts nothing new either.
 */
export async function startPeriod(deps: StartDependencies, request: StartTransmission): Promise<void> {
  const { period } = request;
  const summaries = await deps.months.summaries(period);
  if (summaries.length === 0) {
    deps.log.info('No agency has reported for the period: there is nothing to send', { period });
    return;
  }

  const at = deps.clock().toISOString();
  const stamp = { at, by: request.by, cause: { request: request.request } };
  const basis = basisOf(summaries);
  const number = await numberFor(deps.ledger, period, basis, stamp);
  const fileName = formatFileName({ submitter: deps.submitter, date: dayOf(at), series: number.series });
  const agencies = summaries.map(({ ori }) => ori);
  const data = { period, submitter: deps.submitter, series: number.series, fileName, agencies, basis };
  const stream = transmissionStream(number.transmission);
  const { state } = await execute(deps.ledger, stream, transmissionFold, (current) => start(current, data, stamp));

  if (state.sealed || state.refused) {
    deps.log.info('The last transmission of the period is final and nothing has changed since', { period });
    return;
  }
  const { transmission } = number;
  const missing = (state.started?.agencies ?? []).filter((ori) => !state.parts.has(ori));
  // With all parts there, one is asked for again: it finds nothing to build and asks for the seal.
  const asked = missing.length > 0 ? missing : agencies.slice(0, 1);
  await deps.parts.send(asked.map((ori) => ({ body: { transmission, period, ori } })));
  deps.log.info('Parts of a transmission were asked for', { transmission, agencies: asked.length });
}

/** The period's last transmission where that will do, otherwise the next number of the year. */
async function numberFor(ledger: Ledger, period: string, basis: string, stamp: Stamp): Promise<TakenNumber> {
  const year = Number(stamp.at.slice(0, 4));
  const last = await lastNumberOf(ledger, period, year);
  if (last) {
    const transmission = fold(transmissionFold, await ledger.read(transmissionStream(last.transmission)));
    if (last.request === stamp.cause.request || willDo(transmission, basis)) return last;
  }
  const stream = seriesStream(year);
  const { state } = await execute(ledger, stream, seriesFold, (series) => takeNumber(series, { year, period }, stamp));
  const taken = lastOfPeriod(state, period);
  if (taken) return taken;
  throw new CorruptDataError(`Stream ${stream} gave no number for ${period}. Look at its events.`);
}

/** A number whose transmission was never started is used up; a refused file is not asked for again by itself. */
function willDo({ started, refused }: TransmissionState, basis: string): boolean {
  return !started || (started.basis === basis && !refused);
}

/** Two months of the same basis hold the same events. */
function basisOf(summaries: readonly MonthSummary[]): string {
  const hash = createHash('sha256');
  for (const { ori, digest } of summaries) hash.update(`${ori}\t${digest}\n`);
  return hash.digest('hex');
}
