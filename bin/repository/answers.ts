import { createHash } from 'node:crypto';
import type { Payload } from '../../events/catalog.ts';
import { answerKey } from '../../shared/answers/answer-key.ts';
import { compareText } from '../../shared/compare.ts';
import { UsageError } from '../../shared/errors.ts';
import { findTransmission } from '../../shared/extract/last-number.ts';
import { fold } from '../../shared/ledger/decider.ts';
import { listNumbers, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import { type TransmissionState, transmissionFold } from '../../shared/ledger/transmissions.ts';
import type { InputFile } from '../input.ts';
import type { Repository } from './repository.ts';

/** What became of an answer that was handed in. */
export type HandedIn = { acknowledged: Payload<'TransmissionAcknowledged'> } | { refused: Payload<'AnswerRefused'> };

/** What the FBI found on a report, as one transmission had said it. */
export type AnsweredReport = Payload<'FederalFindingsRecorded'>;

/** A sealed file and all that the FBI has said to it. */
export interface AnsweredFile {
  fileName: string;
  transmission: string;
  period: string;
  acknowledged: readonly Payload<'TransmissionAcknowledged'>[];
  refused: readonly Payload<'AnswerRefused'>[];
  /** By agency, number and part. */
  reports: readonly AnsweredReport[];
}

type Reading = Pick<Repository, 'ledger'>;

/** Hands in a file as the FBI's answer to a sealed one, and waits for what becomes of it. Throws `UsageError` when there is no such sealed file. */
export async function handInAnswer(repository: Repository, file: InputFile, to: string): Promise<HandedIn> {
  const { transmission } = await findFile(repository, to);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  const content = Buffer.concat(pieces);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const key = answerKey({ fileName: to, answer: file.name });
  await repository.objects.put({ bucket: repository.buckets.answers, key }, content, 'text/plain');
  return repository.until('record of the answer', async () => {
    const { answers, refusedAnswers } = await stateOf(repository, transmission);
    const [acknowledged, refused] = [answers.get(sha256), refusedAnswers.get(sha256)];
    if (acknowledged) return { acknowledged };
    return refused && { refused };
  });
}

/**
 * What the FBI said to one file, or to all of this year and the last, the oldest first. Throws `UsageError` when there is
 * no file of this name.
 */
export async function readAnswers(
  repository: Reading,
  asked: { name?: string | undefined; year: number },
): Promise<AnsweredFile[]> {
  const files: AnsweredFile[] = [];
  for (const { transmission, state } of await filesOf(repository, asked)) {
    const { started, answers, refusedAnswers } = state;
    if (!started || answers.size + refusedAnswers.size === 0) continue;
    const acknowledged = [...answers.values()];
    const reports = await reportsOf(repository, { transmission, period: started.period }, acknowledged);
    const { fileName, period } = started;
    files.push({ fileName, transmission, period, acknowledged, refused: [...refusedAnswers.values()], reports });
  }
  return files;
}

async function filesOf(repository: Reading, { name, year }: { name?: string | undefined; year: number }) {
  if (name !== undefined) return [await findFile(repository, name)];
  const numbers = await listNumbers(repository.ledger, { firstYear: year - 1, lastYear: year });
  return Promise.all(
    numbers.map(async (number) => {
      const { state } = await readTransmissionOf(repository.ledger, number);
      return { transmission: number.transmission, state };
    }),
  );
}

/** The transmission of a sealed file, by its name or by its own id. Throws `UsageError` when there is none. */
export async function findFile(
  repository: Reading,
  name: string,
): Promise<{ transmission: string; state: TransmissionState }> {
  const found = await findTransmission(repository.ledger, name);
  if (found?.state.started) return { transmission: found.number.transmission, state: found.state };
  throw new UsageError(`There is no file ${name}. Give the name of one that was sealed here.`);
}

async function stateOf({ ledger }: Reading, transmission: string): Promise<TransmissionState> {
  return fold(transmissionFold, await ledger.read(transmissionStream(transmission)));
}

/** Findings are listed under the month of their transmission, those of each agency that any answer names. */
async function reportsOf(
  { ledger }: Reading,
  { transmission, period }: { transmission: string; period: string },
  acknowledged: AnsweredFile['acknowledged'],
): Promise<AnsweredReport[]> {
  const oris = [...new Set(acknowledged.flatMap(({ agencies }) => Object.keys(agencies)))].sort(compareText);
  const months = await Promise.all(oris.map((ori) => ledger.listMonth(ori, period)));
  return months
    .flat()
    .flatMap((event) => (event.type === 'FederalFindingsRecorded' ? [event.data] : []))
    .filter((data) => data.transmission === transmission)
    .sort((one, other) => compareText(placeOf(one), placeOf(other)));
}

function placeOf({ ori, number, part }: AnsweredReport): string {
  return `${ori} ${number} ${part}`;
}
