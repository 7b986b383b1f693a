import type { z } from 'zod';
import type { MonthlyTimes } from '../../shared/schedule/calendar.ts';
import type { ApiPlan } from './api.ts';
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
