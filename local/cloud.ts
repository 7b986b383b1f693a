import { Activity } from './activity.ts';
import { createClients, destroyClients, type LocalClients } from './clients.ts';
import { type DeadLetter, DeadLetters } from './dead-letters.ts';
import { sdkEnvironment } from './engines/addresses.ts';
import { type Engines, startEngines } from './engines/index.ts';
import { lockDirectory } from './engines/lock.ts';
import { type Invocation, startEventSources } from './functions/event-sources.ts';
import { type Counts, FunctionHost } from './functions/host.ts';
import type { LogEntry } from './functions/instance.ts';
import { type AlarmState, alarmStates } from './metrics/alarms.ts';
import { measureQueues } from './metrics/measure.ts';
import { type MetricId, Metrics, type Span, type Statistic } from './metrics/metrics.ts';
import { createResources } from './resources.ts';
import { announceCloud, forgetCloud } from './running.ts';
import { followSchedules } from './schedules/schedules.ts';
import { readAssembly } from './template/assembly.ts';
import { type DashboardPlan, type Plan, planOf } from './template/plan.ts';
import { synthesizedTemplates } from './templates.ts';
import { UploadNotifier } from './upload-notifier.ts';

export interface LocalCloudOptions {
  /** Where everything is kept from one start to the next; without it, in memory. */
  dataDir?: string | undefined;
  /** Values of the template's parameters. */
  parameters: { StateProfile: string; Submitter: string };
  /** Given every line that a function writes, and faults of the local cloud itself. */
  onLog?: ((entry: LogEntry) => void) | undefined;
  /** Told of each invocation that has ended, before its messages leave their queue. */
  onInvocation?: ((invocation: Invocation) => void) | undefined;
}

export interface LocalCloud {
  /** Outputs of all stacks, by name. */
  outputs: Record<string, string>;
  /** AWS clients that talk to the local cloud, until it stops. */
  clients(): LocalClients;
  /**
   * Resolves when every queue is empty and no function works for one. Dead letters are not waited for, nor functions that
   * were called directly: who calls one has its reply.
   */
  idle(): Promise<void>;
  /** Runs the schedules by the clock, from now until the cloud stops; nothing that was due before. */
  followSchedules(): void;
  /** What functions could not handle. */
  deadLetters(): DeadLetter[];
  /** What an operator looks at, with what was measured since the start. */
  operations(now: Date): Operations;
  /** What each function has done since the start. */
  counts(): Record<string, Counts>;
  /** Lets the functions that are at work finish, and ends everything. */
  stop(): Promise<void>;
}

/** The dashboards and alarms of the template, over what was measured here. */
export interface Operations {
  dashboards: readonly DashboardPlan[];
  alarms: AlarmState[];
  /** The periods of a metric up to now; undefined where nothing was measured. */
  read(metric: MetricId, statistic: Statistic, span: Omit<Span, 'now'>): (number | undefined)[];
}

/**
 * Starts the whole system on this machine: the synthesized CloudFormation template says what there is, the bundled
 * functions are what would be deployed. Synthesizes both first where the source has changed. Throws
 * `ConfigurationError` when the template asks for something the local cloud lacks, and `UsageError` when another local
 * cloud uses `dataDir`.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  return runAssembly(await synthesizedTemplates('dev'), options);
}

/** As `startLocalCloud`, with the templates and functions in a directory that the CDK has written. */
export async function runAssembly(
  directory: string,
  {
    dataDir,
    parameters,
    onLog = () => {},
    onInvocation = () => {},
  }: Omit<LocalCloudOptions, 'parameters'> & { parameters: Record<string, string> },
): Promise<LocalCloud> {
  const cleanup: (() => unknown)[] = [];
  const stop = async () => {
    for (const undo of cleanup.splice(0).reverse()) await undo();
  };
  try {
    if (dataDir) {
      cleanup.push(lockDirectory(dataDir));
      forgetCloud(dataDir);
    }
    const engines = await startEngines(dataDir);
    cleanup.push(() => engines.stop());
    const clients = createClients(engines.addresses);
    cleanup.push(() => destroyClients(clients));
    const plan = planOf(readAssembly(directory), parameters, engines.addresses.objectsAndQueues);
    await createResources(plan, engines, clients);
    const cloud = await run({
      plan,
      engines,
      clients,
      onLog,
      onInvocation,
      cleanup,
      stop,
      dataDir,
    });
    if (dataDir) {
      announceCloud(dataDir, { addresses: engines.addresses, outputs: cloud.outputs });
      cleanup.push(() => forgetCloud(dataDir));
    }
    return cloud;
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  plan: Plan;
  engines: Engines;
  clients: LocalClients;
  onLog(entry: LogEntry): void;
  onInvocation(invocation: Invocation): void;
  /** What to do at the end, in reverse order. */
  cleanup: (() => unknown)[];
  stop(): Promise<void>;
  /** Where something may be left from an earlier process. */
  dataDir: string | undefined;
}

async function run({
  plan,
  engines: { fauxqs, lambda, addresses },
  clients,
  onLog,
  onInvocation,
  cleanup,
  stop,
  dataDir,
}: Parts): Promise<LocalCloud> {
  const onFault = (error: unknown) => onLog({ function: 'local cloud', stream: 'stderr', line: String(error) });
  const deadLetters = new DeadLetters(plan, fauxqs, dataDir);
  const metrics = new Metrics();
  const queueMeasure = measureQueues(plan, fauxqs, metrics);
  cleanup.push(() => queueMeasure.stop());
  const onFunctionLog = (entry: LogEntry) => {
    deadLetters.observe(entry);
    metrics.observe(entry.entry);
    onLog(entry);
  };
  const queues = workQueues(plan);
  const activity = new Activity(() => queues.every(({ name }) => fauxqs.messages(name).length === 0));
  const notifier = new UploadNotifier({ plan, s3: clients.s3, fauxqs, activity, onFault });
  fauxqs.observe((event) => notifier.observe(event));
  cleanup.push(() => activity.stop());

  const environment = sdkEnvironment(addresses);
  const hosts = new Map(
    plan.functions.map((plan) => [plan.name, new FunctionHost(plan, environment, onFunctionLog, metrics)]),
  );
  cleanup.push(() => Promise.all([...hosts.values()].map((host) => host.stop())));
  lambda.serve((name) => {
    const host = hosts.get(name);
    return host && ((payload) => host.invoke(payload));
  });
  cleanup.push(() => lambda.drain());
  cleanup.push(() => notifier.stop());

  const sources = startEventSources(plan, hosts, {
    sqs: clients.sqs,
    onFailure: (messageId, why) => deadLetters.recordFailure(messageId, why),
    onProgress: () => activity.progress(),
    onFault,
    onInvocation,
  });
  cleanup.push(() => Promise.all(sources.map((source) => source.stop())));
  if (dataDir) await activity.duringNotification(() => notifier.notifyOfAll());

  return {
    outputs: plan.outputs,
    clients: () => clients,
    idle: () => activity.idle(),
    followSchedules: () => {
      cleanup.push(
        followSchedules({
          schedules: plan.schedules,
          clock: () => new Date(),
          send: (arn, body) => fauxqs.send(arn.slice(arn.lastIndexOf(':') + 1), body),
          onFault,
        }),
      );
    },
    deadLetters: () => deadLetters.list(),
    operations: (at) => {
      queueMeasure.look();
      const now = at.getTime();
      return {
        dashboards: plan.dashboards,
        alarms: alarmStates(plan, metrics, now),
        read: (metric, statistic, span) => metrics.read(metric, statistic, { ...span, now }),
      };
    },
    counts: () => Object.fromEntries([...hosts].map(([name, { counts }]) => [name, { ...counts }])),
    stop,
  };
}

/** The queues that functions work off: all but those that take dead letters. */
function workQueues(plan: Plan): Plan['queues'] {
  const deadLetterArns = new Set(plan.queues.map(({ deadLetterArn }) => deadLetterArn));
  return plan.queues.filter(({ arn }) => !deadLetterArns.has(arn));
}
