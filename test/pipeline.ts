import { createHash, createHmac } from 'node:crypto';
import { answerKey } from '../shared/answers/answer-key.ts';
import { receiveAnswer } from '../shared/answers/receive-answer.ts';
import { buildAgencyPart } from '../shared/extract/build-part.ts';
import type { FederalCopy } from '../shared/extract/federal-copy.ts';
import { createMemoryFederalCopy } from '../shared/extract/federal-copy-memory.ts';
import type { BuildPart, MonthNotice, SealTransmission, StartTransmission } from '../shared/extract/messages.ts';
import type { Months } from '../shared/extract/months.ts';
import { createMemoryMonths } from '../shared/extract/months-memory.ts';
import { projectNotice } from '../shared/extract/project.ts';
import { sealFile } from '../shared/extract/seal.ts';
import { startPeriod } from '../shared/extract/start.ts';
import type { ReportsChunk } from '../shared/intake/messages.ts';
import { processChunk } from '../shared/intake/process.ts';
import { receiveFile } from '../shared/intake/receive.ts';
import { parseUploadKey, submissionId, uploadKey } from '../shared/intake/upload-key.ts';
import { createMemoryLedger } from '../shared/ledger/memory.ts';
import type { Ledger, LedgerEvent } from '../shared/ledger/port.ts';
import { RawKeyring } from '../shared/ledger/protection/keyring.ts';
import { submissionStream } from '../shared/ledger/streams.ts';
import type { Fingerprint, Log, ObjectLocation } from '../shared/ports.ts';
import { findProfile, type StateProfile } from '../shared/state/index.ts';
import { createMemoryObjects, type MemoryObjects, MemoryQueue, silentLog } from './memory.ts';

/** The whole way from upload to sealed file in one process: the functions' work without functions, queues and stores. */
export interface Pipeline {
  readonly ledger: Ledger;
  readonly objects: MemoryObjects;
  readonly months: Months;
  readonly federal: FederalCopy;
  readonly chunks: MemoryQueue<ReportsChunk>;
  readonly notices: MemoryQueue<MonthNotice>;
  /** Uploads a file; gives where it is. */
  upload(fileName: string, text: string): Promise<ObjectLocation>;
  /** Delivers the notification of an upload. */
  notify(location: ObjectLocation): Promise<unknown>;
  /** Uploads a file and receives it; gives the submission's id. */
  receive(fileName: string, text: string): Promise<string>;
  /** Delivers one chunk. */
  process(chunk: ReportsChunk): Promise<void>;
  /** Delivers all chunks, then all notices. */
  settle(): Promise<void>;
  /** Asks for the transmission of a period, and delivers nothing of what follows. */
  start(period: string, request: string, how?: Pick<StartTransmission, 'mode' | 'ori'>): Promise<void>;
  /** Asks for the transmission of a period and delivers all that follows. */
  transmit(period: string, request: string, how?: Pick<StartTransmission, 'mode' | 'ori'>): Promise<void>;
  /** What time it is from now on: ISO 8601, UTC. It stands still in between. */
  setClock(time: string): void;
  /** Hands in what is to be the FBI's answer to a sealed file. */
  answer(answer: { to: string; name: string; text: string }): Promise<void>;
  submission(id: string): Promise<LedgerEvent[]>;
  /** The files in the outbox, by name without folder. */
  outbox(): Map<string, string>;
}

export interface PipelineOptions {
  state?: string;
  /** In place of that of `state`; it need not be one of the repository. */
  profile?: StateProfile | undefined;
  /** Reports in a chunk. */
  chunkSize?: number;
  /** Given the memory ledger, what to use in its place. */
  wrap?(ledger: Ledger): Ledger;
  fingerprint?: Fingerprint;
  /** What the workers tell their operator. */
  log?: Log;
}

/** ORI of the state program, in whose name files are uploaded. */
const uploader = 'MOUCR0001';

const secretly: Fingerprint = (text) => createHmac('sha256', 'secret').update(text).digest('hex');

export function createPipeline({
  state = 'NONE',
  profile = findProfile(state),
  chunkSize = 7,
  wrap = (it) => it,
  fingerprint = secretly,
  log = silentLog,
}: PipelineOptions = {}): Pipeline {
  const keyring = new RawKeyring({ federal: Buffer.alloc(32, 1), state: Buffer.alloc(32, 2) });
  const ledger = wrap(createMemoryLedger({ keyring }));
  const months = createMemoryMonths();
  const federal = createMemoryFederalCopy();
  const objects = createMemoryObjects();
  const chunks = new MemoryQueue<ReportsChunk>();
  const notices = new MemoryQueue<MonthNotice>();
  const parts = new MemoryQueue<BuildPart>();
  const seals = new MemoryQueue<SealTransmission>();
  let now = '2026-11-05T10:00:00.000Z';
  const common = {
    ledger,
    months,
    federal,
    objects,
    profile,
    fingerprint,
    workBucket: 'work',
    outboxBucket: 'outbox',
    clock: () => new Date(now),
    log,
  };
  const process = async (chunk: ReportsChunk) => {
    await processChunk({ ...common, months: notices }, chunk);
  };

  const start: Pipeline['start'] = (period, request, how = {}) =>
    startPeriod({ ...common, parts, seals, submitter: uploader }, { period, by: 'test', request, ...how });

  let opened = Date.UTC(2026, 10, 1);
  const upload = async (fileName: string, text: string) => {
    const sha256 = createHash('sha256').update(text, 'latin1').digest('hex');
    const id = submissionId({ agency: uploader, fileName, sha256 });
    opened += 1;
    const key = uploadKey({ uploader, openedAt: new Date(opened), id, fileName });
    await objects.put({ bucket: 'inbox', key }, Buffer.from(text, 'latin1'), 'text/plain');
    return { bucket: 'inbox', key };
  };
  const receiving = { ...common, chunks, limits: { reports: chunkSize, bytes: 1_000_000 } };

  return {
    ledger,
    objects,
    months,
    federal,
    chunks,
    notices,
    process,
    upload,
    notify: (location) => receiveFile(receiving, location),

    async receive(fileName, text) {
      const location = await upload(fileName, text);
      await receiveFile(receiving, location);
      return parseUploadKey(location.key).id;
    },

    async settle() {
      for (let chunk = chunks.take(); chunk; chunk = chunks.take()) await process(chunk);
      for (let notice = notices.take(); notice; notice = notices.take()) await projectNotice(common, notice);
    },

    start,

    async transmit(period, request, how) {
      await start(period, request, how);
      for (let part = parts.take(); part; part = parts.take()) await buildAgencyPart({ ...common, seals }, part);
      for (let seal = seals.take(); seal; seal = seals.take()) await sealFile(common, seal);
    },

    setClock(time) {
      now = time;
    },

    async answer({ to, name, text }) {
      const location = { bucket: 'answers', key: answerKey({ fileName: to, answer: name }) };
      await objects.put(location, Buffer.from(text, 'latin1'), 'text/plain');
      await receiveAnswer(common, location);
    },

    submission: (id) => ledger.read(submissionStream(id)),

    outbox() {
      const sent = [...objects.contents].filter(([name]) => name.startsWith('outbox/'));
      return new Map(sent.map(([name, text]) => [name.split('/').at(-1) ?? '', text]));
    },
  };
}
