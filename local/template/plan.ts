import type { z } from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';
import type { MonthlyTimes } from '../../shared/schedule/calendar.ts';
import { adders } from './adders.ts';
import type { ApiPlan } from './api.ts';
import type { Assembly, Stack } from './assembly.ts';
import { identityOf, type RunType, runTypes } from './identity.ts';
import { ignoredTypes } from './ignored.ts';
import { resolve, type Surroundings } from './intrinsics.ts';
import { type LocalAddresses, localAddress } from './local-address.ts';
import type { alarmProperties, CorsRule, dashboardBody, tableProperties } from './properties.ts';
import type { UserPoolClientPlan, UserPoolGroupPlan } from './user-pool.ts';

export interface QueuePlan {
  name: string;
  arn: string;
  url: string;
  attributes: Record<string, string>;
  deadLetterArn?: string | undefined;
}

export interface BucketPlan {
  name: string;
  arn: string;
  /** ARNs of the queues that are told of every new object. */
  notifies: string[];
  corsRules: CorsRule[];
}

export interface TablePlan {
  name: string;
  /** In the terms of CreateTable. */
  definition: z.infer<typeof tableProperties>;
}

export interface FunctionPlan {
  name: string;
  arn: string;
  /** Directory of the bundled code. */
  code: string;
  handler: string;
  memoryMb: number;
  timeoutSeconds: number;
  environment: Record<string, string>;
}

/** Another name by which a function is called. */
export interface AliasPlan {
  /** With the function's own: `nibrs-dev-read-elements:live`. */
  name: string;
  functionName: string;
}

export interface MappingPlan {
  queueArn: string;
  /** Of the function, or of an alias. */
  functionName: string;
  batchSize: number;
  windowSeconds: number;
  maxConcurrency: number;
  reportsItemFailures: boolean;
}

export interface SchedulePlan {
  name: string;
  times: MonthlyTimes;
  queueArn: string;
  /** The message, with the keyword that stands for the time for which it is sent. */
  input: string;
}

/** In the terms of PutMetricAlarm. */
export type AlarmPlan = z.infer<typeof alarmProperties>;

/** An alarm that rings when any of some others does. */
export interface CompositeAlarmPlan {
  name: string;
  description: string;
  /** Names of the alarms below it. */
  anyOf: string[];
}

/** A dashboard in the terms of PutDashboard. */
export interface DashboardPlan {
  name: string;
  widgets: z.infer<typeof dashboardBody>['widgets'];
}

/** Everything to be created and run, with every reference worked out. */
export interface Plan {
  queues: QueuePlan[];
  buckets: BucketPlan[];
  tables: TablePlan[];
  keys: string[];
  functions: FunctionPlan[];
  aliases: AliasPlan[];
  mappings: MappingPlan[];
  schedules: SchedulePlan[];
  alarms: AlarmPlan[];
  compositeAlarms: CompositeAlarmPlan[];
  dashboards: DashboardPlan[];
  /** At most one, since the local cloud has one gateway. */
  apis: ApiPlan[];
  /** Names of its stages. */
  stages: string[];
  /** Their ids; at most one, since the local cloud has one issuer. */
  userPools: string[];
  userPoolClients: UserPoolClientPlan[];
  userPoolGroups: UserPoolGroupPlan[];
  outputs: Record<string, string>;
}

/**
 * What a synthesized assembly asks for. Throws `ConfigurationError` for a resource type that is neither run nor
 * deliberately ignored, for a property that the local cloud cannot honour and for a reference to nothing.
 */
export function planOf(assembly: Assembly, parameters: Record<string, string>, addresses: LocalAddresses): Plan {
  const plan: Plan = {
    queues: [],
    buckets: [],
    tables: [],
    keys: [],
    functions: [],
    aliases: [],
    mappings: [],
    schedules: [],
    alarms: [],
    compositeAlarms: [],
    dashboards: [],
    apis: [],
    stages: [],
    userPools: [],
    userPoolClients: [],
    userPoolGroups: [],
    outputs: {},
  };
  const surroundings: Surroundings = {
    stacks: assembly.stacks,
    parameters,
    identify: (stack, logicalId) => identityOf(stack, logicalId, addresses),
    locate: (text) => localAddress(text, addresses),
  };
  for (const stack of assembly.stacks) {
    for (const [logicalId, resource] of Object.entries(stack.Resources)) {
      if (!isRun(resource.Type, stack, logicalId)) continue;
      const place = { stack, logicalId, resource, surroundings, assets: assembly.assets };
      adders[resource.Type](plan, place);
    }
    for (const [name, { Value, Export }] of Object.entries(stack.Outputs)) {
      // Exports are how stacks find each other; the others are for people and tools.
      if (!Export) plan.outputs[name] = String(resolve(Value, stack, surroundings));
    }
  }
  return plan;
}

function isRun(type: string, stack: Stack, logicalId: string): type is RunType {
  if ((runTypes as readonly string[]).includes(type)) return true;
  if (ignoredTypes.has(type)) return false;
  throw new ConfigurationError(
    `Stack ${stack.name}, resource ${logicalId}: the local cloud does not know the type ${type}. ` +
      'Run it in local/template/adders.ts, or give the reason to ignore it in local/template/ignored.ts',
  );
}
