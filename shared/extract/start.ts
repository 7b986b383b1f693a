import { createHash } from 'node:crypto';
import { compareText } from '../compare.ts';
import { CorruptDataError, TryAgainError } from '../errors.ts';
import { fold, type Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { lastOfPeriod, seriesFold, type TakenNumber, takeNumber, yearOf } from '../ledger/series.ts';
import { seriesStream, transmissionStream } from '../ledger/streams.ts';
import { isFinished, start, type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import { formatFileName } from '../nibrs/flatfile/file-name.ts';
import { dayOf } from '../nibrs/model/index.ts';
import type { Clock, Log, Queue } from '../ports.ts';
import type { FederalCopy } from './federal-copy.ts';
import { lastNumber } from './last-number.ts';
import type { BuildPart, SealTransmission, StartTransmission } from './messages.ts';
import type { Months } from './months.ts';

export interface StartDependencies {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
  parts: Queue<BuildPart>;
  seals: Queue<SealTransmission>;
  /** ORI of the state program. */
  submitter: string;
  clock: Clock;
  log: Log;
}

/**
 * Starts a transmission and asks for the part of every agency that has something to send. One transmission is under way
 * at a time, because what the next one sends depends on it: while one is not finished, what is missing of it is asked for
 * again. That answers a request for the same period; one for another has to come again (`TryAgainError`). The same request
 * again starts nothing new.
 */
export async function startPeriod(deps: StartDependencies, request: StartTransmission): Promise<void> {
  const { period } = request;
  const at = deps.clock().toISOString();
  const stamp = { at, by: request.by, cause: { request: request.request } };
  const last = await lastNumber(deps.ledger, Number(at.slice(0, 4)));
  const state = last && fold(transmissionFold, await deps.ledger.read(transmissionStream(last.transmission)));
  if (last && state && !isFinished(state)) {
    await resume(deps, last, state, { ...request, stamp });
    return;
  }
  if (last?.request === request.request && last.period === period) return;

  const { agencies, basis } = await agenciesOf(deps, request);
  if (agencies.length === 0) {
    deps.log.info('The FBI has everything of the period: there is nothing to send', { period });
    return;
  }
  const number = await numberAfter(deps.ledger, last, { period, stamp });
  await begin(deps, number, { agencies, basis, mode: request.mode, stamp });
}

/** What is asked of a transmission. */
interface Asked {
  agencies: string[];
  basis: string;
  mode?: 'delta' | 'full' | undefined;
  stamp: Stamp;
}

/** Whoever has something to send, and a hash of it: the same basis gives the same file. */
export async function agenciesOf(
  { months, federal }: Pick<StartDependencies, 'months' | 'federal'>,
  { period, mode, ori }: Pick<StartTransmission, 'period' | 'mode' | 'ori'>,
): Promise<Pick<Asked, 'agencies' | 'basis'>> {
  const unsent = await federal.unsentMonths(period);
  const again = mode === 'full' ? await months.summaries(period) : [];
  const wanted = [...unsent, ...again].filter((month) => ori === undefined || month.ori === ori);
  const hash = createHash('sha256');
  for (const month of wanted) hash.update(`${month.period}\t${month.ori}\t${month.digest}\n`);
  const agencies = [...new Set(wanted.map((month) => month.ori))].sort(compareText);
  return { agencies, basis: hash.digest('hex') };
}

/** The next number of the year, right after the last one that was given. */
async function numberAfter(
  ledger: Ledger,
  last: TakenNumber | undefined,
  { period, stamp }: { period: string; stamp: Stamp },
): Promise<TakenNumber> {
  const year = Number(stamp.at.slice(0, 4));
  const stream = seriesStream(year);
  const take = { year, period, after: last && yearOf(last) === year ? last.transmission : undefined };
  const { state } = await execute(ledger, stream, seriesFold, (series) => takeNumber(series, take, stamp));
  const taken = lastOfPeriod(state, period);
  if (taken) return taken;
  throw new CorruptDataError(`Stream ${stream} gave no number for ${period}. Look at its events.`);
}

async function begin(deps: StartDependencies, number: TakenNumber, { stamp, ...asked }: Asked): Promise<void> {
  const { transmission, series, period } = number;
  const fileName = formatFileName({ submitter: deps.submitter, date: dayOf(stamp.at), series });
  const data = { period, submitter: deps.submitter, series, fileName, ...asked };
  const stream = transmissionStream(transmission);
  const { state } = await execute(deps.ledger, stream, transmissionFold, (now) => start(now, data, stamp));
  await askForParts(deps, number, state);
}

/** Takes up a transmission that is not finished: one that has only a number is begun, of others what is missing is asked for. */
async function resume(
  deps: StartDependencies,
  last: TakenNumber,
  state: TransmissionState,
  { stamp, ...request }: StartTransmission & { stamp: Stamp },
): Promise<void> {
  if (state.sealed) {
    await deps.seals.send([{ body: { transmission: last.transmission } }]);
  } else if (state.started) {
    await askForParts(deps, last, state);
  } else if (last.period === request.period) {
    const { agencies, basis } = await agenciesOf(deps, request);
    await begin(deps, last, { agencies, basis, mode: request.mode, stamp });
    return;
  }
  if (last.period === request.period) return;
  throw new TryAgainError(
    `Transmission ${last.transmission} is not finished, and the next one depends on it. What is missing of it was asked ` +
      'for again.',
  );
}

async function askForParts(
  { parts, seals, log }: StartDependencies,
  { transmission, period }: TakenNumber,
  { started, parts: built }: TransmissionState,
): Promise<void> {
  const missing = (started?.agencies ?? []).filter((ori) => !built.has(ori));
  if (missing.length > 0) await parts.send(missing.map((ori) => ({ body: { transmission, period, ori } })));
  else await seals.send([{ body: { transmission } }]);
  log.info('Parts of a transmission were asked for', { transmission, agencies: missing.length });
}
