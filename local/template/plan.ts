import { z } from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';
import { type MonthlyTimes, monthlyTimes } from '../schedules/cron.ts';
import type { Assembly, Resource, Stack } from './assembly.ts';
import { identityOf, type RunType, runTypes } from './identity.ts';
import { ignoredTypes } from './ignored.ts';
import { resolve, type Surroundings } from './intrinsics.ts';
import {
  alarmProperties,
  bucketProperties,
  compositeAlarmProperties,
  dashboardBody,
  dashboardProperties,
  functionProperties,
  mappingProperties,
  queueProperties,
  scheduleProperties,
  tableProperties,
} from './properties.ts';

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

export interface MappingPlan {
  queueArn: string;
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
  mappings: MappingPlan[];
  schedules: SchedulePlan[];
  alarms: AlarmPlan[];
  compositeAlarms: CompositeAlarmPlan[];
  dashboards: DashboardPlan[];
  outputs: Record<string, string>;
}

/**
 * What a synthesized assembly asks for. Throws `ConfigurationError` for a resource type that is neither run nor
 * deliberately ignored, for a property that the local cloud cannot honour and for a reference to nothing.
 */
export function planOf(assembly: Assembly, parameters: Record<string, string>, queueEndpoint: string): Plan {
  const plan: Plan = {
    queues: [],
    buckets: [],
    tables: [],
    keys: [],
    functions: [],
    mappings: [],
    schedules: [],
    alarms: [],
    compositeAlarms: [],
    dashboards: [],
    outputs: {},
  };
  const surroundings: Surroundings = {
    stacks: assembly.stacks,
    parameters,
    identify: (stack, logicalId) => identityOf(stack, logicalId, queueEndpoint),
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

interface Place {
  stack: Stack;
  logicalId: string;
  resource: Resource;
  surroundings: Surroundings;
  assets: Assembly['assets'];
}

const adders: Record<RunType, (plan: Plan, place: Place) => void> = {
  'AWS::SQS::Queue': (plan, place) => {
    const attributes = propertiesOf(place, queueProperties);
    const { name, arn, ref } = identify(place);
    plan.queues.push({
      name,
      arn,
      url: ref,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [
          key,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]),
      ),
      deadLetterArn: attributes.RedrivePolicy?.deadLetterTargetArn,
    });
  },
  'AWS::S3::Bucket': (plan, place) => {
    const { NotificationConfiguration } = propertiesOf(place, bucketProperties);
    const { name, arn } = identify(place);
    plan.buckets.push({ name, arn, notifies: NotificationConfiguration.QueueConfigurations.map(({ Queue }) => Queue) });
  },
  'AWS::DynamoDB::Table': (plan, place) => {
    plan.tables.push({ name: identify(place).name, definition: propertiesOf(place, tableProperties) });
  },
  'AWS::KMS::Key': (plan, place) => {
    plan.keys.push(identify(place).arn);
  },
  'AWS::Lambda::Function': (plan, place) => {
    const properties = propertiesOf(place, functionProperties);
    const { name, arn } = identify(place);
    const code = place.assets.get(properties.Code.S3Key.replace(/\.zip$/, ''));
    if (!code) throw wrong(place, `there is no asset ${properties.Code.S3Key}`);
    plan.functions.push({
      name,
      arn,
      code,
      handler: properties.Handler,
      memoryMb: properties.MemorySize,
      timeoutSeconds: properties.Timeout,
      environment: properties.Environment.Variables,
    });
  },
  'AWS::Lambda::EventSourceMapping': (plan, place) => {
    const properties = propertiesOf(place, mappingProperties);
    plan.mappings.push({
      queueArn: properties.EventSourceArn,
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize,
      windowSeconds: properties.MaximumBatchingWindowInSeconds,
      maxConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
      reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    });
  },
  'AWS::Scheduler::Schedule': (plan, place) => {
    const { Name, ScheduleExpression, Target } = propertiesOf(place, scheduleProperties);
    const times = monthlyTimes(ScheduleExpression);
    if (!times) throw wrong(place, `${ScheduleExpression} is not a time of some days, up to the 28th, of every month`);
    plan.schedules.push({ name: Name, times, queueArn: Target.Arn, input: Target.Input });
  },
  'AWS::CloudWatch::Alarm': (plan, place) => {
    plan.alarms.push(propertiesOf(place, alarmProperties));
  },
  'AWS::CloudWatch::CompositeAlarm': (plan, place) => {
    const { AlarmName, AlarmDescription, AlarmRule } = propertiesOf(place, compositeAlarmProperties);
    const terms = AlarmRule.replace(/^\((.*)\)$/, '$1').split(' OR ');
    const anyOf = terms.map((term) => /^ALARM\("[^"]*:alarm:([^":]+)"\)$/.exec(term)?.[1]);
    if (!anyOf.every((name) => name !== undefined)) {
      throw wrong(place, 'its rule is not that any of some alarms rings');
    }
    plan.compositeAlarms.push({ name: AlarmName, description: AlarmDescription, anyOf });
  },
  'AWS::CloudWatch::Dashboard': (plan, place) => {
    const { DashboardName, DashboardBody } = propertiesOf(place, dashboardProperties);
    plan.dashboards.push({ name: DashboardName, widgets: dashboardBody.parse(JSON.parse(DashboardBody)).widgets });
  },
};

function isRun(type: string, stack: Stack, logicalId: string): type is RunType {
  if ((runTypes as readonly string[]).includes(type)) return true;
  if (ignoredTypes.has(type)) return false;
  throw new ConfigurationError(
    `Stack ${stack.name}, resource ${logicalId}: the local cloud does not know the type ${type}. ` +
      'Run it in local/template/plan.ts, or give the reason to ignore it in local/template/ignored.ts',
  );
}

/** The properties that the schema names are resolved; the others are only looked at where the schema is strict. */
function propertiesOf<Shape extends z.ZodRawShape>(place: Place, schema: z.ZodObject<Shape>): z.infer<typeof schema> {
  const { stack, resource, surroundings } = place;
  const properties = Object.entries(resource.Properties).map(([name, value]) => [
    name,
    name in schema.shape ? resolve(value, stack, surroundings) : value,
  ]);
  const parsed = schema.safeParse(Object.fromEntries(properties));
  if (parsed.success) return parsed.data;
  throw wrong(place, z.prettifyError(parsed.error));
}

function identify({ stack, logicalId, surroundings }: Place): { name: string; arn: string; ref: string } {
  const { ref, attributes } = surroundings.identify(stack, logicalId);
  const arn = attributes.Arn ?? '';
  return { ref, arn, name: arn.slice(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1) };
}

function wrong({ stack, logicalId, resource }: Place, what: string): ConfigurationError {
  return new ConfigurationError(
    `Stack ${stack.name}, resource ${logicalId} (${resource.Type}): the local cloud cannot run it as it is: ${what}`,
  );
}
