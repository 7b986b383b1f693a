import { createHash } from 'node:crypto';
import type { Payload } from '../../events/catalog.ts';
import { InvalidMessageError, TryAgainError } from '../errors.ts';
import { findTransmission } from '../extract/last-number.ts';
import { writtenIn } from '../extract/update-federal-copy.ts';
import type { WrittenReport } from '../extract/write-part.ts';
import type { Refusal } from '../intake/refusal.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { acknowledge, refuseAnswer, type TransmissionState, transmissionFold } from '../ledger/transmissions.ts';
import { type Answer, type FederalFinding, readAnswer } from '../nibrs/responses/index.ts';
import type { Clock, Log, ObjectLocation, Objects } from '../ports.ts';
import { acknowledgement } from './acknowledgement.ts';
import { parseAnswerKey } from './answer-key.ts';
import { gapsIn } from './gaps.ts';
import { type Matches, matchFindings } from './match.ts';
import { type RecordDependencies, recordReports } from './record-reports.ts';
import { checkAnswer, notSealed, otherFile, type SoundAnswer } from './refusal.ts';
import { sentRecords } from './sealed-records.ts';

export interface AnswerDependencies extends RecordDependencies {
  /** Where sealed files are. */
  outboxBucket: string;
  clock: Clock;
  log: Log;
}

/**
 * Receives a file with which the FBI answers a sealed one: finds the report of each finding, records it there, brings the
 * federal copy up to what the FBI refused, and at last records the answer on the transmission. Gives what that says;
 * undefined when the answer was on record, or was refused. It is refused, with the reason on the transmission, before
 * anything else is recorded; what was recorded before a crash is not recorded again.
 *
 * Throws `InvalidMessageError` for an object that is not in its place or is to answer a file that there is not, and
 * `TryAgainError` while the federal copy does not know of the file yet.
 */
export async function receiveAnswer(
  deps: AnswerDependencies,
  location: ObjectLocation,
): Promise<Payload<'TransmissionAcknowledged'> | undefined> {
  const { ledger, log } = deps;
  const key = parseAnswerKey(location.key);
  const answered = await answeredBy(ledger, key.fileName);
  const { sha256, answer } = await readFrom(deps.objects, location);
  if (answered.state.answers.has(sha256)) return undefined;

  const { transmission, period } = answered;
  const stream = transmissionStream(transmission);
  const stamp = { at: deps.clock().toISOString(), by: 'receive-answer', cause: {} };
  const file = { answer: key.answer, sha256 };
  const examined = await examine(deps, answered, answer);
  if ('reason' in examined) {
    await execute(ledger, stream, transmissionFold, (now) => refuseAnswer(now, { ...file, ...examined }, stamp));
    log.warn('The answer was refused', { transmission, reason: examined.reason });
    return undefined;
  }
  const { matches } = examined;
  await recordReports(deps, { transmission, period, sha256, stamp }, matches.reports);
  const data = acknowledgement({ ...file, ...examined }, matches);
  const { events } = await execute(ledger, stream, transmissionFold, (now) => acknowledge(now, data, stamp));
  tell(log, transmission, matches);
  return events.length > 0 ? data : undefined;
}

interface Answered {
  transmission: string;
  period: string;
  state: TransmissionState;
}

async function answeredBy(ledger: Ledger, fileName: string): Promise<Answered> {
  const found = await findTransmission(ledger, fileName);
  if (found?.state.started?.fileName === fileName) return { ...found.number, state: found.state };
  throw new InvalidMessageError(
    `No file ${fileName} was ever made here. Hand the answer in under the name of the file that it answers.`,
  );
}

async function readFrom(objects: Objects, location: ObjectLocation): Promise<{ sha256: string; answer: Answer }> {
  const hash = createHash('sha256');
  async function* hashed() {
    for await (const piece of await objects.read(location)) {
      hash.update(piece);
      yield piece;
    }
  }
  const answer = await readAnswer(hashed());
  return { sha256: hash.digest('hex'), answer };
}

/** Whose findings they are, or why the answer cannot be taken. */
async function examine(
  deps: AnswerDependencies,
  answered: Answered,
  answer: Answer,
): Promise<(Pick<SoundAnswer, 'dataSet' | 'processedOn'> & { matches: Matches }) | Refusal> {
  const { state, transmission } = answered;
  const checked = notSealed(state) ?? checkAnswer(answer);
  if ('reason' in checked) return checked;
  if (!state.copied) {
    throw new TryAgainError(`The federal copy does not know of ${transmission} yet: deliver the answer again`);
  }
  const { findings, ...head } = checked;
  const matches = await match(deps, answered, findings);
  const isOfOther = matches.reports.length === 0 && matches.unmatched.some(({ ori }) => ori !== '');
  return isOfOther ? otherFile : { ...head, matches };
}

async function match(
  { ledger, objects, outboxBucket }: AnswerDependencies,
  { transmission, period, state: { parts, sealed } }: Answered,
  findings: readonly FederalFinding[],
): Promise<Matches> {
  const written = new Map<string, WrittenReport[]>();
  for (const ori of new Set(findings.map((finding) => finding.ori))) {
    const part = parts.get(ori);
    if (part) written.set(ori, await writtenIn(ledger, transmission, part));
  }
  const wanted = new Set(findings.map(({ record }) => record).filter((record) => record !== undefined));
  const records =
    sealed && wanted.size > 0
      ? await sentRecords(await objects.read({ bucket: outboxBucket, key: sealed.key }), wanted)
      : new Map();
  return matchFindings(findings, { period, parts: written, records });
}

/** Tells the operator what needs somebody's eyes: by the FBI's numbers, and never what was found. */
function tell(log: Log, transmission: string, { reports, unmatched }: Matches): void {
  for (const gap of gapsIn(reports)) log.warn('The FBI found what our edits did not', { transmission, ...gap });
  if (unmatched.length > 0) {
    log.warn('Findings of the FBI fit no report of the file', { transmission, findings: unmatched.length });
  }
  log.info('An answer of the FBI was recorded', { transmission, reports: reports.length });
}
