import { z } from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';
import { monthlyTimes } from '../schedules/cron.ts';
import { apiProperties, stageProperties } from './api.ts';
import type { Assembly, Resource, Stack } from './assembly.ts';
import type { RunType } from './identity.ts';
import { resolve, type Surroundings } from './intrinsics.ts';
import type { Plan } from './plan.ts';
import {
  alarmProperties,
  aliasProperties,
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
import { clientOf, userPoolClientProperties, userPoolGroupProperties } from './user-pool.ts';

/** A resource and what is around it. */
export interface Place {
  stack: Stack;
  logicalId: string;
  resource: Resource;
  surroundings: Surroundings;
  assets: Assembly['assets'];
}

/** What each type of resource adds to the plan. Throws `ConfigurationError` where that would not be what the template says. */
export const adders: Record<RunType, (plan: Plan, place: Place) => void> = {
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
    const { CorsConfiguration, NotificationConfiguration } = propertiesOf(place, bucketProperties);
    const { name, arn } = identify(place);
    const notifies = NotificationConfiguration.QueueConfigurations.map(({ Queue }) => Queue);
    plan.buckets.push({ name, arn, notifies, corsRules: CorsConfiguration.CorsRules });
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
  'AWS::Lambda::Alias': (plan, place) => {
    const { FunctionName, Name } = propertiesOf(place, aliasProperties);
    plan.aliases.push({ name: `${FunctionName}:${Name}`, functionName: FunctionName });
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
  'AWS::ApiGateway::RestApi': (plan, place) => {
    if (plan.apis.length > 0) throw wrong(place, 'there is another one already');
    const { Body, MinimumCompressionSize } = propertiesOf(place, apiProperties);
    plan.apis.push({ id: identify(place).ref, routes: Body, compressesFrom: MinimumCompressionSize });
  },
  'AWS::ApiGateway::Stage': (plan, place) => {
    plan.stages.push(propertiesOf(place, stageProperties).StageName);
  },
  'AWS::Cognito::UserPool': (plan, place) => {
    if (plan.userPools.length > 0) throw wrong(place, 'there is another one already');
    plan.userPools.push(identify(place).ref);
  },
  'AWS::Cognito::UserPoolClient': (plan, place) => {
    plan.userPoolClients.push(clientOf(identify(place).ref, propertiesOf(place, userPoolClientProperties)));
  },
  'AWS::Cognito::UserPoolGroup': (plan, place) => {
    const { GroupName, Description } = propertiesOf(place, userPoolGroupProperties);
    plan.userPoolGroups.push({ name: GroupName, description: Description });
  },
};

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
