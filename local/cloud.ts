import { ConfigurationError } from '../shared/errors.ts';
import { Activity } from './activity.ts';
import { type FrontDoor, serveApi, startFrontDoor } from './api.ts';
import { createClients, destroyClients, type LocalClients } from './clients.ts';
import { type DeadLetter, DeadLetters, deadLetterQueues, recordedFailures } from './dead-letters.ts';
import { sdkEnvironment } from './engines/addresses.ts';
import { type Engines, startEngines } from './engines/index.ts';
import { lockDirectory } from './engines/lock.ts';
import { type Invocation, startEventSources } from './functions/event-sources.ts';
import { type Counts, FunctionHost } from './functions/host.ts';
import type { LogEntry } from './functions/instance.ts';
import type { FindLocalFile } from './gateway/gateway.ts';
import type { LocalMachine, LocalPerson } from './identity/people.ts';
import { type AlarmState, alarmStates } from './metrics/alarms.ts';
import { measureQueues } from './metrics/measure.ts';
import { type MetricId, Metrics, type Span, type Statistic } from './metrics/metrics.ts';
import { createResources } from './resources.ts';
import { announceCloud, forgetCloud } from './running.ts';
import { followSchedules } from './schedules/schedules.ts';
import { readAssembly } from './template/assembly.ts';
import type { DashboardPlan, Plan } from './template/plan.ts';
import { planOf } from './template/plan-of.ts';
import { synthesizedTemplates } from './templates.ts';
import { UploadNotifier } from './upload-notifier.ts';

export interface LocalCloudOptions {
  /** Where everything is kept from one start to the next; without it, in memory. */
  dataDir?: string | undefined;
  /** Values of the template's parameters. */
  parameters: { StateProfile: string; Submitter: string };
  /** Port of the API and the portal; any that is free where none is given. */
  port?: number | undefined;
  /** What this machine serves beside the API and the portal. */
  beside?: FindLocalFile | undefined;
  /** Who may sign in, beside whoever is made up on the sign-in page. */
  people?: readonly LocalPerson[] | undefined;
  /** Programs that may upload by themselves. */
  machines?: readonly LocalMachine[] | undefined;
  /** Given every line that a function writes, and faults of the local cloud itself. */
  onLog?: ((entry: LogEntry) => void) | undefined;
  /** Told of each invocation that has ended, before its messages leave their queue. */
  onInvocation?: ((invocation: Invocation) => void) | undefined;
}

export interface LocalCloud {
  /** Outputs of all stacks, by name. */
  outputs: Record<string, string>;
  /** Where the API and the portal are. */
  gateway: { url: string };
  /** Where people sign in; `token` is an access token as that person or machine would get it. */
  identity: { url: string; token(who: LocalPerson | LocalMachine): Promise<string> };
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
  deadLetters(): Promise<DeadLetter[]>;
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

type AssemblyOptions = Omit<LocalCloudOptions, 'parameters'> & { parameters: Record<string, string> };

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
  { dataDir, parameters, port, beside, ...options }: AssemblyOptions,
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
    const door = await startFrontDoor({ port, beside });
    cleanup.push(() => door.stop());
    const plan = planOf(readAssembly(directory), parameters, {
      objectsAndQueues: engines.addresses.objectsAndQueues,
      gateway: door.gateway.url,
      identity: door.identity.url,
    });
    await createResources(plan, engines, clients);
    const cloud = await run({ ...options, plan, engines, door, clients, cleanup, stop, dataDir });
    if (dataDir) {
      const { outputs, gateway, identity } = cloud;
      announceCloud(dataDir, {
        addresses: engines.addresses,
        outputs,
        deadLetterQueues: deadLetterQueues(plan),
        gateway,
        identity: { url: identity.url },
      });
      cleanup.push(() => forgetCloud(dataDir));
    }
    return cloud;
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts extends Omit<LocalCloudOptions, 'parameters' | 'port'> {
  plan: Plan;
  engines: Engines;
  door: FrontDoor;
  clients: LocalClients;
  /** What to do at the end, in reverse order. */
  cleanup: (() => unknown)[];
  stop(): Promise<void>;
}

async function run({
  plan,
  engines: { fauxqs, lambda, addresses },
  door,
  clients,
  people = [],
  machines = [],
  onLog = () => {},
  onInvocation = () => {},
  cleanup,
  stop,
  dataDir,
}: Parts): Promise<LocalCloud> {
  const onFault = (error: unknown) => onLog({ function: 'local cloud', stream: 'stderr', line: String(error) });
  const deadLetters = new DeadLetters(plan, fauxqs, recordedFailures(clients, plan.outputs), dataDir);
  const metrics = new Metrics();
  const queueMeasure = measureQueues(plan, fauxqs, metrics);
  cleanup.push(() => queueMeasure.stop());
  const onFunctionLog = (entry: LogEntry) => {
    metrics.observe(entry.entry);
    onLog(entry);
  };
  const queues = workQueues(plan);
  const activity = new Activity(() => queues.every(({ name }) => fauxqs.messages(name).length === 0));
  const notifier = new UploadNotifier({ plan, s3: clients.s3, fauxqs, activity, onFault });
  fauxqs.onUpload((upload) => notifier.notify(upload));
  cleanup.push(() => activity.stop());

  const environment = sdkEnvironment(addresses);
  const hosts = new Map(
    plan.functions.map((plan) => [plan.name, new FunctionHost(plan, environment, onFunctionLog, metrics)]),
  );
  cleanup.push(() => Promise.all([...hosts.values()].map((host) => host.stop())));
  const callable = callableBy(plan, hosts);
  lambda.serve((name) => {
    const host = callable.get(name);
    return host && ((payload) => host.invoke(payload));
  });
  cleanup.push(() => lambda.drain());
  const pool = await serveApi(door, plan, {
    people,
    machines,
    clock: () => new Date(),
    functions: callable,
  });
  cleanup.push(() => door.gateway.drain());
  cleanup.push(() => notifier.stop());

  const sources = startEventSources(plan, callable, {
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
    gateway: { url: door.gateway.url },
    identity: {
      url: door.identity.url,
      token: async (who) => {
        if (!pool) throw new ConfigurationError('The template has no user pool that could give a token');
        return pool.token(who);
      },
    },
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

/** Functions by all names that they are called by: their own and those of their aliases. */
function callableBy(plan: Plan, hosts: ReadonlyMap<string, FunctionHost>): ReadonlyMap<string, FunctionHost> {
  const callable = new Map(hosts);
  for (const { name, functionName } of plan.aliases) {
    const host = hosts.get(functionName);
    if (host) callable.set(name, host);
  }
  return callable;
}

/** The queues that functions work off: all but those that take dead letters. */
function workQueues(plan: Plan): Plan['queues'] {
  const deadLetterArns = new Set(plan.queues.map(({ deadLetterArn }) => deadLetterArn));
  return plan.queues.filter(({ arn }) => !deadLetterArns.has(arn));
}
