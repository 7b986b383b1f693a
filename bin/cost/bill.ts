import { z } from 'zod';
import { type PriceName, prices } from './prices.ts';

/** What was counted in the local cloud: of each kind of request, per 1,000 incidents, per agency, per clerk, and for each month. */
export const measured = z.object({
  date: z.string(),
  method: z.string(),
  usage: z.record(
    z.string(),
    z.object({ per1000Incidents: z.number(), perAgency: z.number(), perPerson: z.number(), perMonth: z.number() }),
  ),
});
export type Measured = z.infer<typeof measured>;

/** A month of a state. */
export interface Size {
  incidents: number;
  agencies: number;
  /** Of agencies, who sign in and upload at the portal. */
  people: number;
  /** Programs of records systems, each with a client of its own. */
  machines: number;
  /** Months that were filed before: what is kept grows with them. */
  monthsKept: number;
}

export interface BillLine {
  service: string;
  unit: string;
  quantity: number;
  dollars: number;
}

/**
 * How many there are whatever is filed; counted in the templates of production, and rounded up. Metrics are charged for the
 * hours in which there is something to say, so these are the most there can be.
 */
const fixed = {
  queues: 13,
  keys: 6,
  alarms: 122,
  dashboards: 4,
  firewallRules: 4,
  /** Those in `shared/operations/metrics.ts`, of each function that counts them. */
  metrics: 90,
} as const;

/** Who signs in at the state. */
const statePeople = 5;

/** A machine uploads once on each day of the month; a token is good for half an hour. */
const machineSignIns = 30;

/**
 * Lambda keeps five connections to each queue asking, 20 seconds at a time (Developer Guide, "Using Lambda with Amazon
 * SQS"); the local cloud asks as often as it likes, so its asking is not counted.
 */
const idleReceives = (5 * 30 * 86_400) / 20;

/** The most that is stored by a write of one unit; what is written in transactions takes two for it. */
const bytesPerWrite = 1024;

/** Bytes of logs: of an invocation its lines and Lambda's own, and of a request the line of the gateway. */
const logBytes = { invocation: 2_000, request: 500 } as const;

/** Each day's backup of a table is a whole one and kept 35 days; of objects only what changed is stored again. */
const tableBackupsKept = 35;

const gigabyte = 1e9;

/** What a month costs, by service and unit; services in the order of their prices. */
export function billOf({ usage }: Measured, { incidents, agencies, people, machines, monthsKept }: Size): BillLine[] {
  const sum = (kind: RegExp) =>
    Object.entries(usage)
      .filter(([name]) => kind.test(name))
      .map(
        ([, each]) =>
          (each.per1000Incidents * incidents) / 1000 +
          each.perAgency * agencies +
          each.perPerson * people +
          each.perMonth,
      )
      .reduce((total, one) => total + one, 0);
  const stored = (writes: number) => (writes * bytesPerWrite * monthsKept) / gigabyte;
  const kept = stored(sum(/^dynamodb (ledger|keys) write$/) / 2);
  const tables = kept + stored(sum(/^dynamodb (ledger index|months) write$/));
  const objects = (sum(/^s3 bytes$/) * 3 * monthsKept) / gigabyte;
  const invocations = sum(/^lambda requests$/);
  const requests = sum(/^gateway requests$/);
  const quantities: Record<PriceName, number> = {
    writeUnit: sum(/^dynamodb .* write$/),
    readUnit: sum(/^dynamodb .* read$/),
    tableStorage: tables,
    pointInTime: tables,
    put: sum(/^s3 PUT$/),
    get: sum(/^s3 (GET|HEAD)$/),
    objectStorage: objects,
    // Each message is received once beside being deleted.
    queue: sum(/^sqs (Send|Delete|Change|GetQueue)/) + sum(/^sqs Delete/) + fixed.queues * idleReceives,
    invocation: invocations,
    compute: sum(/^lambda GB-seconds$/),
    keyRequest: sum(/^kms /),
    key: fixed.keys,
    tableBackup: kept * tableBackupsKept,
    objectBackup: objects,
    apiRequest: requests,
    dataOut: sum(/^gateway bytes$/) / gigabyte,
    firewall: 1,
    firewallRule: fixed.firewallRules,
    inspection: requests,
    person: people + statePeople,
    machine: machines,
    machineToken: machines * machineSignIns,
    alarm: fixed.alarms,
    metric: fixed.metrics,
    dashboard: fixed.dashboards,
    logs: (invocations * logBytes.invocation + requests * logBytes.request) / gigabyte,
  };
  return Object.entries(prices).map(([name, { service, unit, dollars }]) => {
    const quantity = quantities[name as PriceName];
    return { service, unit, quantity, dollars: quantity * dollars };
  });
}
