import { z } from 'zod';

/*
 * The properties that the local cloud honours, by resource type, after their references were resolved. Those that only
 * matter in the cloud (encryption, roles, logs) are let pass; where leaving one out would change what happens, the
 * schema is strict.
 */

/** All but the name are attributes in the terms of CreateQueue. */
export const queueProperties = z.object({
  VisibilityTimeout: z.number().optional(),
  DelaySeconds: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string() }).optional(),
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
  DeduplicationScope: z.string().optional(),
  FifoThroughputLimit: z.string().optional(),
});

/** Who may use a bucket from a page of another origin. */
export type CorsRule = z.infer<typeof corsRule>;
const corsRule = z.strictObject({
  Id: z.string().optional(),
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.enum(['GET', 'HEAD', 'PUT', 'POST', 'DELETE'])),
  AllowedHeaders: z.array(z.string()).optional(),
  ExposedHeaders: z.array(z.string()).optional(),
  MaxAge: z.number().optional(),
});

export const bucketProperties = z.object({
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).default({ CorsRules: [] }),
  NotificationConfiguration: z
    // Strict: a filter or another kind of receiver would be left out in silence.
    .strictObject({
      QueueConfigurations: z.array(z.strictObject({ Event: z.literal('s3:ObjectCreated:*'), Queue: z.string() })),
    })
    .default({ QueueConfigurations: [] }),
});

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
export const tableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
});

export const functionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
});

/** Strict: a second version that has a share of the calls would be left out in silence. */
export const aliasProperties = z.strictObject({
  FunctionName: z.string(),
  FunctionVersion: z.literal('$LATEST'),
  Name: z.string(),
});

// Strict: a filter or a failure destination would be left out in silence.
export const mappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
});

/** Strict: another time zone, a window or an end would be left out in silence. */
export const scheduleProperties = z.strictObject({
  Name: z.string(),
  Description: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('Etc/UTC'),
  State: z.literal('ENABLED'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string(),
    RoleArn: z.string(),
    SqsParameters: z.strictObject({}).optional(),
    // A queue in the same process takes every message at once.
    RetryPolicy: z.object({}).optional(),
    DeadLetterConfig: z.object({}).optional(),
  }),
});

/** Strict: another comparison, or an expression over several metrics, would be left out in silence. */
export const alarmProperties = z.strictObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
  Statistic: z.enum(['Sum', 'Maximum', 'Average']),
  Period: z.number(),
  EvaluationPeriods: z.number(),
  Threshold: z.number(),
  ComparisonOperator: z.literal('GreaterThanThreshold'),
  TreatMissingData: z.literal('notBreaching'),
});

export const compositeAlarmProperties = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmRule: z.string(),
});

export const dashboardProperties = z.object({ DashboardName: z.string(), DashboardBody: z.string() });

const place = { width: z.number(), x: z.number(), y: z.number() };

/** A line of a graph: namespace, metric, names and values of dimensions in turn, and at the end how it is added up. */
const graphedMetric = z.array(z.union([z.string(), z.looseObject({})])).transform((parts) => {
  const texts = parts.filter((part) => typeof part === 'string');
  const options = z
    .object({ stat: z.enum(['Sum', 'Maximum', 'Average']).default('Average'), period: z.number().default(300) })
    .parse(parts.find((part) => typeof part === 'object') ?? {});
  const [namespace = '', name = '', ...dimensions] = texts;
  return { namespace, name, dimensions, statistic: options.stat, period: options.period };
});
export type GraphedMetric = z.infer<typeof graphedMetric>;

/** What a dashboard holds: graphs over time, the state of alarms, text in Markdown. Another kind of widget is an error. */
export const dashboardBody = z.object({
  widgets: z.array(
    z.discriminatedUnion('type', [
      z.object({
        ...place,
        type: z.literal('metric'),
        properties: z.object({
          view: z.literal('timeSeries'),
          title: z.string(),
          metrics: z.array(graphedMetric),
        }),
      }),
      z.object({
        ...place,
        type: z.literal('alarm'),
        properties: z.object({ title: z.string(), alarms: z.array(z.string()) }),
      }),
      z.object({ ...place, type: z.literal('text'), properties: z.object({ markdown: z.string() }) }),
    ]),
  ),
});
export type Widget = z.infer<typeof dashboardBody>['widgets'][number];
