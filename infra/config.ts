import { UsageError } from '../shared/errors.ts';
import type { Calendar } from '../shared/schedule/calendar.ts';

/** What differs between the stages of a deployment; everything else is the same in all of them. */
export interface StageConfig {
  stage: Stage;
  /** Whether buckets, tables and keys survive the deletion of their stack, and tables refuse to be deleted. */
  keepsData: boolean;
  /** Days that logs are kept; a number CloudWatch Logs knows. */
  logDays: 30 | 90 | 365;
  /** Days for which nobody can delete or overwrite an uploaded file, but to expunge a report from it. */
  inboxLockDays: number;
  /** Days for which nobody can delete or overwrite a sealed file. */
  outboxLockDays: number;
  /** Whether a trail of this system records who reached for uploads, sealed files and keys of reports. */
  recordsAccess: boolean;
  /**
   * How a new version of a function takes over: at once, or with a tenth of the calls for some minutes, and with none again
   * as soon as one fails.
   */
  deployment: { shift: 'all-at-once' } | { shift: 'canary'; minutes: 5 | 10 | 15 | 30 };
  /** Whether people sign in at an address whose modules are validated under FIPS 140; in GovCloud there is no other. */
  fips: boolean;
  /** How many chunks of reports are processed at once, and how many agencies' parts are built at once. */
  concurrency: { reports: number; parts: number };
  /** Day of the next month by whose end (UTC) agencies have to report a month. */
  reportingDueDay: number;
  /** When each thing of the calendar is done for the month before; see `docs/operations.md`. */
  calendar: Calendar;
  /** Daily backups under a lock, copied to these vaults (ARNs, in other regions or accounts); undefined for none. */
  backup?: { copyTo: readonly string[] };
  /** So many requests to the API and the portal from one address are still no attack; an agency is often one address. */
  requestsInFiveMinutes: number;
  /** What the gateway lets through of all requests together; twice as many for a moment. */
  requestsPerSecond: number;
  /** Above what the alarms ring. */
  alarms: AlarmThresholds;
  /** Where the folder `docs/runbooks` can be read; every alarm links to its page there. */
  runbooks: string;
}

/** Each is still no alarm; more is. */
export interface AlarmThresholds {
  /** For how long the oldest message of a queue may be there. */
  queueAgeMinutes: number;
  /** For how long an order to expunge may be there. */
  expungementMinutes: number;
  /** Deliveries to one function that failed. A count and not a share: at night one of one is a hundred percent. */
  failuresInFiveMinutes: number;
  /** Crashes and timeouts of one function, and failed calls of one that is called directly. */
  errorsInFiveMinutes: number;
  throttlesInFiveMinutes: number;
  /** Agencies that owe the month a day before it is due. */
  missingAgencies: number;
  projectionLagMinutes: number;
}

/**
 * Of a state whose agencies have the whole 10th: letters five days and a day before and the day after; the month is closed
 * before office hours on the 11th, and there are three days to look at the file, or to hold it.
 */
const calendar: StageConfig['calendar'] = {
  remind: { days: [5, 9, 11], hour: 13, minute: 0 },
  close: { days: [11], hour: 11, minute: 0 },
  forward: { days: [14], hour: 15, minute: 0 },
};

const alarms: AlarmThresholds = {
  queueAgeMinutes: 60,
  expungementMinutes: 15,
  failuresInFiveMinutes: 10,
  errorsInFiveMinutes: 2,
  throttlesInFiveMinutes: 10,
  missingAgencies: 10,
  projectionLagMinutes: 15,
};

/** Of the project; a state that keeps its own copy names that. */
const runbooks = 'https://github.com/nibrs-ledger/nibrs-ledger/blob/main/docs/runbooks';

export type Stage = 'dev' | 'staging' | 'prod';

const configs: Record<Stage, StageConfig> = {
  dev: {
    stage: 'dev',
    keepsData: false,
    logDays: 30,
    inboxLockDays: 1,
    outboxLockDays: 1,
    recordsAccess: false,
    deployment: { shift: 'all-at-once' },
    fips: false,
    concurrency: { reports: 10, parts: 10 },
    reportingDueDay: 10,
    calendar,
    requestsInFiveMinutes: 3_000,
    requestsPerSecond: 100,
    alarms,
    runbooks,
  },
  staging: {
    stage: 'staging',
    keepsData: false,
    logDays: 90,
    inboxLockDays: 1,
    outboxLockDays: 1,
    recordsAccess: true,
    deployment: { shift: 'canary', minutes: 5 },
    fips: false,
    concurrency: { reports: 50, parts: 20 },
    reportingDueDay: 10,
    calendar,
    requestsInFiveMinutes: 3_000,
    requestsPerSecond: 100,
    alarms,
    runbooks,
  },
  prod: {
    stage: 'prod',
    keepsData: true,
    logDays: 365,
    inboxLockDays: 365 * 5,
    outboxLockDays: 365 * 5,
    recordsAccess: true,
    deployment: { shift: 'canary', minutes: 10 },
    fips: false,
    concurrency: { reports: 50, parts: 20 },
    reportingDueDay: 10,
    calendar,
    // A vault in another region is the state's to make: `docs/recovery.md`.
    backup: { copyTo: [] },
    requestsInFiveMinutes: 3_000,
    requestsPerSecond: 100,
    alarms,
    runbooks,
  },
};

/** The configuration of a stage by its name. Throws `UsageError` when there is no such stage. */
export function stageConfig(stage: string): StageConfig {
  if (stage === 'dev' || stage === 'staging' || stage === 'prod') return configs[stage];
  throw new UsageError(`There is no stage "${stage}": use one of ${Object.keys(configs).join(', ')}`);
}
