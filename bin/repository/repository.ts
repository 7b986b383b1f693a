import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttachedCloud,
  attachLocalCloud,
  type DeadLetter,
  type LocalCloudOptions,
  monthlyTimes,
  type Operations,
  startLocalCloud,
} from '../../local/index.ts';
import type { CountArrests, ReadElements, ReadReply } from '../../shared/access/messages.ts';
import { readReply } from '../../shared/access/messages.ts';
import { invokeFunction } from '../../shared/aws/invoke.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { createWorkQueues } from '../../shared/aws/work-queues.ts';
import { ConfigurationError, TryAgainError } from '../../shared/errors.ts';
import type { ExpungeReport } from '../../shared/expunge/messages.ts';
import type { FederalCopy } from '../../shared/extract/federal-copy.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import type { StartTransmission } from '../../shared/extract/messages.ts';
import type { Months } from '../../shared/extract/months.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import type { RebuildFile } from '../../shared/extract/rebuild-file.ts';
import type { ForwardTransmission } from '../../shared/forward/messages.ts';
import { type ReadHistoryReply, type ReadHistoryRequest, readHistoryReply } from '../../shared/history/messages.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import type { Ledger } from '../../shared/ledger/port.ts';
import { RawKeyring } from '../../shared/ledger/protection/keyring.ts';
import type { DueDay } from '../../shared/months/due.ts';
import { namedQueues, type WorkQueue } from '../../shared/operations/work-queues.ts';
import type { Clock, Objects, Queue } from '../../shared/ports.ts';
import type { RebuildProjections } from '../../shared/rebuild/messages.ts';
import type { Calendar, MonthlyTimes } from '../../shared/schedule/calendar.ts';
import type { ScheduledAction } from '../../shared/schedule/messages.ts';
import { keepSettings, readSettings, type Settings } from './settings.ts';
import { createStoredTable, type StoredTable } from './stored-table.ts';

/** A state's repository on this computer, and what a command may ask of it, whichever process runs it. */
export interface Repository {
  /** State profile, two letters; undefined where no state elements are collected. */
  state: string | undefined;
  ledger: Ledger;
  months: Months;
  objects: Objects;
  buckets: { inbox: string; work: string; outbox: string; answers: string };
  federal: FederalCopy;
  transmissions: Queue<StartTransmission>;
  rebuilds: Queue<RebuildFile>;
  projections: Queue<RebuildProjections>;
  /** What cannot be rebuilt, as it is stored. */
  stored: Record<'ledger' | 'keys', StoredTable>;
  forwards: Queue<ForwardTransmission>;
  schedule: Queue<ScheduledAction>;
  statistics: Queue<CountArrests>;
  expungements: Queue<ExpungeReport>;
  readElements(request: ReadElements): Promise<ReadReply>;
  readHistory(request: ReadHistoryRequest): Promise<ReadHistoryReply>;
  /** When agencies have to report. */
  due: DueDay;
  /** When each thing of the calendar is done. */
  calendar: Calendar;
  /** In whose name files are uploaded: the state program's ORI. */
  uploader: string;
  /** The time of an upload that begins now; later than that of any before. */
  openUpload(): Date;
  /**
   * What `look` finds, once it finds something. Throws `TryAgainError`, which says that there is no `what`, when nothing
   * is to be expected any more.
   */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T>;
  /** Messages that were given up, with the reason where it is known. */
  deadLetters(): Promise<DeadLetter[]>;
  /** The queues whose messages may be given up. */
  queues: WorkQueue[];
  stop(): Promise<void>;
}

/** A repository that this process runs itself, so that it sees all that goes on in it. */
export interface OwnRepository extends Repository {
  /** Resolves when no function runs and no message waits. */
  idle(): Promise<void>;
  /** Does what the calendar says by the clock, from now until `stop`; nothing that was due before. */
  followCalendar(): void;
  /** Where its API and its portal are. */
  portal: string;
  /** Dashboards and alarms, with what was measured since the start. */
  operations(now: Date): Operations;
}

export interface RepositoryOptions {
  /** Where everything is kept; a later start over the same directory goes on from there. */
  directory: string;
  clock: Clock;
}

export interface StartOptions extends RepositoryOptions {
  /** State profile, two letters; undefined where no state elements are collected. */
  state: string | undefined;
  /** ORI of the state program. */
  submitter: string;
  /** Who comes to its API and portal, and where those are; nobody and anywhere where nothing is said. */
  door?: Pick<LocalCloudOptions, 'port' | 'people' | 'machines' | 'beside'> | undefined;
}

/** Starts the local cloud over a directory, for this process alone. Throws `UsageError` when another process uses it. */
export async function startRepository({
  directory,
  clock,
  state,
  submitter,
  door,
}: StartOptions): Promise<OwnRepository> {
  const cloud = await startLocalCloud({
    dataDir: resolve(directory),
    parameters: { StateProfile: state ?? 'NONE', Submitter: submitter },
    ...door,
  });
  await keepSettings(directory, { state, submitter });
  return {
    ...repositoryOf(cloud, { state, submitter }, clock),
    idle: () => cloud.idle(),
    followCalendar: () => cloud.followSchedules(),
    portal: cloud.gateway.url,
    operations: (now) => cloud.operations(now),
    async until(what, look) {
      await cloud.idle();
      const found = await look();
      if (found !== undefined) return found;
      throw new TryAgainError(`There is no ${what}: whoever was asked for it has failed`);
    },
  };
}

/**
 * Opens the repository in a directory: that of the process which runs one there, `nibrs serve` for instance, and
 * otherwise one started as it was last. Throws `UsageError` when there is none.
 */
export async function openRepository({ directory, clock }: RepositoryOptions): Promise<Repository> {
  const settings = readSettings(directory);
  const running = attachLocalCloud(resolve(directory));
  if (!running) return startRepository({ directory, clock, state: settings.state, submitter: settings.submitter });
  return { ...repositoryOf(running, settings, clock), until: pollUntil };
}

function repositoryOf(cloud: AttachedCloud, { state, submitter }: Settings, clock: Clock): Omit<Repository, 'until'> {
  const { s3, sqs, documents, tables, lambda } = cloud.clients();
  let lastUpload = 0;
  return {
    state,
    ledger: createDynamoLedger({
      documents,
      ledgerTable: output(cloud, 'LedgerTable'),
      keysTable: output(cloud, 'KeysTable'),
      // The command opens no report, so it is given no key.
      keyring: new RawKeyring({}),
      clock,
    }),
    months: createDynamoMonths(documents, output(cloud, 'MonthsTable')),
    objects: createObjects(s3),
    buckets: {
      inbox: output(cloud, 'InboxBucket'),
      work: output(cloud, 'WorkBucket'),
      outbox: output(cloud, 'OutboxBucket'),
      answers: output(cloud, 'AnswersBucket'),
    },
    federal: createDynamoFederalCopy(documents, output(cloud, 'MonthsTable')),
    transmissions: createQueue(sqs, output(cloud, 'TransmissionsQueueUrl')),
    rebuilds: createQueue(sqs, output(cloud, 'RebuildsQueueUrl')),
    projections: createQueue(sqs, output(cloud, 'ProjectionsQueueUrl')),
    stored: {
      ledger: createStoredTable(tables, output(cloud, 'LedgerTable')),
      keys: createStoredTable(tables, output(cloud, 'KeysTable')),
    },
    forwards: createQueue(sqs, output(cloud, 'ForwardsQueueUrl')),
    schedule: createQueue(sqs, output(cloud, 'ScheduleQueueUrl')),
    statistics: createQueue(sqs, output(cloud, 'StatisticsQueueUrl')),
    expungements: createQueue(sqs, output(cloud, 'ExpungementsQueueUrl')),
    readElements: (request) => invokeFunction(lambda, output(cloud, 'ReadElementsFunction'), request, readReply),
    readHistory: (request) => invokeFunction(lambda, output(cloud, 'ReadHistoryFunction'), request, readHistoryReply),
    calendar: {
      remind: timesOf(output(cloud, 'RemindSchedule')),
      close: timesOf(output(cloud, 'CloseSchedule')),
      forward: timesOf(output(cloud, 'ForwardSchedule')),
    },
    due: { dueDay: Number(output(cloud, 'ReportingDueDay')) },
    uploader: submitter,
    openUpload() {
      lastUpload = Math.max(clock().getTime(), lastUpload + 1);
      return new Date(lastUpload);
    },
    deadLetters: async () => cloud.deadLetters(),
    queues: createWorkQueues(sqs, namedQueues.parse(JSON.parse(output(cloud, 'Queues')))),
    stop: () => cloud.stop(),
  };
}

/** Between two looks, and until nobody looks any more, in milliseconds. */
const polling = { pause: 250, patience: 10 * 60_000 };

async function pollUntil<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let waited = 0; waited < polling.patience; waited += polling.pause) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(polling.pause);
  }
  throw new TryAgainError(`There is no ${what} after ten minutes: see whether the page of nibrs serve tells why`);
}

function timesOf(expression: string): MonthlyTimes {
  const times = monthlyTimes(expression);
  if (times) return times;
  throw new ConfigurationError(
    `${expression} is not a time of some days of every month. Change it in infra/config.ts.`,
  );
}

function output({ outputs }: AttachedCloud, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new ConfigurationError(`The stacks have no output ${name}. Add it in infra/stacks.`);
  return value;
}
