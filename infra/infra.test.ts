import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import cdk from '../cdk.json' with { type: 'json' };
import { scopesFor } from '../shared/api/openapi.ts';
import type { Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes/index.ts';
import { functionNames } from './functions.ts';
import { addNibrsLedger } from './nibrs-ledger.ts';

interface Resource {
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}

interface Operation {
  'x-amazon-apigateway-integration': { uri: unknown };
  security?: { cognito: string[] }[];
}

const behindGateway = ['handle-uploads', 'show-records', 'take-orders', 'serve-portal'];

const outdir = mkdtempSync(join(tmpdir(), 'nibrs-infra-test-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** The templates of a stage by the last word of their names, and all their resources of a type. */
function templatesOf(stage: string) {
  const app = new App({ outdir: join(outdir, stage), context: cdk.context, analyticsReporting: false });
  addNibrsLedger(app, stage, () => Code.fromInline('exports.handler = async () => {}'));
  const stacks = app.node.children.filter((child): child is Stack => 'templateOptions' in child);
  const templates = Object.fromEntries(
    stacks.map((stack) => [stack.stackName.replace(`nibrs-${stage}-`, ''), Template.fromStack(stack)]),
  );
  const find = (type: string): [string, Resource][] =>
    Object.values(templates).flatMap((template) => Object.entries(template.findResources(type) as never));
  return { templates, find };
}

const { templates, find } = templatesOf('dev');

/** A function's policy statements as text, found over the role it runs as. */
function permissionsOf(functionName: string): string {
  const [, { Properties }] = found(
    find('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `nibrs-dev-${functionName}`),
  );
  const role = (Properties.Role as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
  return JSON.stringify(
    find('AWS::IAM::Policy')
      .filter(([, policy]) => JSON.stringify(policy.Properties.Roles).includes(`"${role}"`))
      .map(([, policy]) => policy.Properties.PolicyDocument),
  );
}

function functionId(functionName: string): string {
  return found(
    find('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `nibrs-dev-${functionName}`),
  )[0];
}

/** The logical id of the alias by which a function is called. */
function aliasId(functionName: string): string {
  const id = functionId(functionName);
  return found(
    find('AWS::Lambda::Alias').find(([, { Properties }]) => (Properties.FunctionName as { Ref: string }).Ref === id),
  )[0];
}

function environmentOf(functionName: string): Record<string, unknown> {
  const [, { Properties }] = found(
    find('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `nibrs-dev-${functionName}`),
  );
  return (Properties.Environment as { Variables: Record<string, unknown> }).Variables;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The template does not have it');
  return value;
}

describe('queues', () => {
  const names = [
    'nibrs-dev-answers',
    'nibrs-dev-expungements.fifo',
    'nibrs-dev-forwards.fifo',
    'nibrs-dev-intake',
    'nibrs-dev-months.fifo',
    'nibrs-dev-parts',
    'nibrs-dev-projections.fifo',
    'nibrs-dev-rebuilds',
    'nibrs-dev-reports.fifo',
    'nibrs-dev-schedule',
    'nibrs-dev-seals',
    'nibrs-dev-statistics',
    'nibrs-dev-transmissions',
  ];
  const queues = Object.fromEntries(
    find('AWS::SQS::Queue').map(([id, { Properties }]) => [Properties.QueueName as string, { id, ...Properties }]),
  ) as Record<string, Record<string, unknown>>;

  it.each(names)('%s has visibility, redelivery, dead letters and an alarm that agree', (name) => {
    const queue = found(queues[name]);
    const deadLettersName = name.endsWith('.fifo')
      ? name.replace('.fifo', '-dead-letters.fifo')
      : `${name}-dead-letters`;
    const deadLetters = found(queues[deadLettersName]);
    const [, mapping] = found(
      find('AWS::Lambda::EventSourceMapping').find(([, { Properties }]) =>
        JSON.stringify(Properties.EventSourceArn).includes(`"${queue.id}"`),
      ),
    );
    const [, { Properties: alias }] = found(
      find('AWS::Lambda::Alias').find(([id]) =>
        JSON.stringify(mapping.Properties.FunctionName).includes(`{"Ref":"${id}"}`),
      ),
    );
    const { Ref } = alias.FunctionName as { Ref: string };
    const [, { Properties: worker }] = found(find('AWS::Lambda::Function').find(([id]) => id === Ref));

    expect(queue.VisibilityTimeout).toBe(6 * (worker.Timeout as number));
    expect(queue.RedrivePolicy).toMatchObject({
      maxReceiveCount: 5,
      deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] },
    });
    expect(deadLetters.MessageRetentionPeriod).toBe(14 * 86_400);
    expect([queue.FifoQueue, deadLetters.FifoQueue]).toEqual(
      name.endsWith('.fifo') ? [true, true] : [undefined, undefined],
    );
    expect([queue.SqsManagedSseEnabled, deadLetters.SqsManagedSseEnabled]).toEqual([true, true]);
    expect(mapping.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect((mapping.Properties.ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency).toBeGreaterThan(1);
    const watched = find('AWS::CloudWatch::Alarm').map(([, alarm]) => JSON.stringify(alarm.Properties.Dimensions));
    for (const each of [name, deadLettersName]) expect(watched).toContain(`[{"Name":"QueueName","Value":"${each}"}]`);
  });

  it('hand out chunks of reports one by one, so that one which keeps failing takes none along', () => {
    const mapping = found(
      find('AWS::Lambda::EventSourceMapping').find(([, { Properties }]) =>
        JSON.stringify(Properties.EventSourceArn).includes(`"${found(queues['nibrs-dev-reports.fifo']).id}"`),
      ),
    );
    expect(mapping[1].Properties.BatchSize).toBe(1);
  });

  it('are these and their dead-letter queues, no others', () => {
    expect(Object.keys(queues)).toHaveLength(2 * names.length);
  });
});

describe('functions', () => {
  it.each(functionNames)('%s runs on Node 24 with its own log group', (name) => {
    const [, { Properties }] = found(
      find('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `nibrs-dev-${name}`),
    );
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(Properties.LoggingConfig).toBeDefined();
  });

  const readingElements = ['LEDGER_TABLE', 'KEYS_TABLE', 'FEDERAL_KEY_ARN', 'STATE_KEY_ARN', 'STATE_PROFILE'];
  const wiring: Record<string, string[]> = {
    'read-elements': readingElements,
    'read-history': ['LEDGER_TABLE', 'KEYS_TABLE', 'FEDERAL_KEY_ARN'],
    'count-arrests': [...readingElements, 'MONTHS_TABLE', 'WORK_BUCKET'],
    'receive-submission': ['INBOX_BUCKET', 'LEDGER_TABLE', 'KEYS_TABLE', 'REPORTS_QUEUE_URL', 'STATE_PROFILE'],
    'process-reports': [
      'INBOX_BUCKET',
      'LEDGER_TABLE',
      'KEYS_TABLE',
      'WORK_BUCKET',
      'MONTHS_QUEUE_URL',
      'FEDERAL_KEY_ARN',
      'STATE_KEY_ARN',
      'FINGERPRINT_KEY_ARN',
      'STATE_PROFILE',
    ],
    'project-month': ['MONTHS_TABLE'],
    'expunge-report': ['LEDGER_TABLE', 'KEYS_TABLE', 'INBOX_BUCKET', 'WORK_BUCKET', 'MONTHS_QUEUE_URL'],
    'start-transmission': [
      'LEDGER_TABLE',
      'KEYS_TABLE',
      'MONTHS_TABLE',
      'PARTS_QUEUE_URL',
      'SEALS_QUEUE_URL',
      'SUBMITTER',
    ],
    'build-part': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'SEALS_QUEUE_URL', 'FEDERAL_KEY_ARN'],
    'seal-transmission': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'OUTBOX_BUCKET'],
    'rebuild-file': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'FEDERAL_KEY_ARN'],
    'rebuild-projections': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'PROJECTIONS_QUEUE_URL'],
    'forward-transmission': ['LEDGER_TABLE', 'KEYS_TABLE', 'OUTBOX_BUCKET'],
    'run-schedule': [
      'LEDGER_TABLE',
      'KEYS_TABLE',
      'MONTHS_TABLE',
      'WORK_BUCKET',
      'TRANSMISSIONS_QUEUE_URL',
      'FORWARDS_QUEUE_URL',
      'REPORTING_DUE_DAY',
    ],
    'receive-answer': ['ANSWERS_BUCKET', 'LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'OUTBOX_BUCKET'],
  };

  const calledDirectly = ['read-elements', 'read-history'];
  const told = Object.entries(wiring).map(([name, variables]): [string, string[]] => {
    // Whatever a queue feeds records why a message failed.
    return [name, calledDirectly.includes(name) ? variables : [...variables, 'FAILURES_TABLE']];
  });

  it.each(told)('%s is told of these resources and may use them', (name, variables) => {
    const { NODE_OPTIONS: _, ...environment } = environmentOf(name);
    expect(Object.keys(environment).sort()).toEqual([...variables].sort());

    const permissions = permissionsOf(name);
    for (const variable of variables.filter(
      (variable) => !['STATE_PROFILE', 'SUBMITTER', 'REPORTING_DUE_DAY'].includes(variable),
    )) {
      expect(permissions, variable).toContain(identityOf(environment[variable]));
    }
  });

  it('have no permission on a resource that no variable tells them of', () => {
    for (const name of functionNames) {
      const told = Object.values(environmentOf(name)).map(identityOf);
      const own = ['Queue', 'DeadLetters', 'Logs', 'FilesKey'];
      const named = permissionsOf(name).match(/"Fn::(?:GetAtt":\["|ImportValue":")[^"]+/g) ?? [];
      for (const resource of named.map((match) => match.slice(match.lastIndexOf('"') + 1))) {
        const known = told.some((identity) => resource.includes(identity)) || own.some((id) => resource.includes(id));
        expect(known, `${name}: ${resource}`).toBe(true);
      }
    }
  });

  it('are told of the key of the state halves only to file reports, to show their elements and to count them', () => {
    const told = functionNames.filter((name) => JSON.stringify(environmentOf(name)).includes('StateKey'));
    expect(told).toEqual(['process-reports', 'read-elements', 'count-arrests']);
  });

  const readers = [
    { name: 'element-reader', calls: 'read-elements', parameter: 'ElementReaders' },
    { name: 'history-reader', calls: 'read-history', parameter: 'HistoryReaders' },
  ];

  it.each(readers)('$calls is called by the $name, who may do nothing else', ({ name, calls }) => {
    const role = found(
      find('AWS::IAM::Role').find(([, { Properties }]) => Properties.RoleName === `nibrs-dev-${name}`),
    );
    const policies = find('AWS::IAM::Policy').filter(([, { Properties }]) =>
      JSON.stringify(Properties.Roles).includes(`"${role[0]}"`),
    );
    expect(policies).toHaveLength(1);
    const document = policies[0]?.[1].Properties.PolicyDocument as { Statement: unknown };
    expect(document.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: { Ref: aliasId(calls) },
      },
    ]);
    expect(role[1].Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role[1].Properties).not.toHaveProperty('Policies');
  });

  it('are called by nobody else but the gateway, each by its alias', () => {
    const called = find('AWS::Lambda::Permission').map(([, { Properties }]) => {
      expect(Properties).toMatchObject({ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' });
      expect(JSON.stringify(Properties.SourceArn)).toContain(':execute-api:');
      return (Properties.FunctionName as { Ref: string }).Ref;
    });
    expect(called.sort()).toEqual(behindGateway.map(aliasId).sort());
    expect(find('AWS::Lambda::Url')).toEqual([]);
  });

  it('are what the gateway leads to, by their names and with tokens that the operation is for', () => {
    const [, { Properties }] = found(find('AWS::ApiGateway::RestApi')[0]);
    const { paths } = Properties.Body as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    for (const { path, method, operation } of operations) {
      const uri = JSON.stringify(operation['x-amazon-apigateway-integration'].uri);
      const route = Object.values<Route>(routes).find((each) => each.method === method && `/api${each.path}` === path);
      expect(uri, path).toContain(`function:nibrs-dev-${route?.answeredBy ?? 'serve-portal'}:live/invocations`);
      expect(operation.security?.[0]?.cognito ?? [], path).toEqual(route ? scopesFor(route) : []);
    }
    expect(operations.length).toBe(Object.keys(routes).length + 2);
  });

  it.each(readers)('$name is a role of whom the state names, one principal, never a whole account', (reader) => {
    const [, { Properties }] = found(
      find('AWS::IAM::Role').find(([, { Properties }]) => Properties.RoleName === `nibrs-dev-${reader.name}`),
    );
    const { Statement } = Properties.AssumeRolePolicyDocument as { Statement: unknown };
    expect(Statement).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: { Ref: reader.parameter } } },
    ]);
    const declared = found(templates.protection).findParameters(reader.parameter);
    const parameter = declared[reader.parameter] as { Default?: string; AllowedPattern: string };
    expect(parameter.Default).toBeUndefined();
    const pattern = new RegExp(`^(?:${parameter.AllowedPattern})$`);
    expect('arn:aws:iam::123456789012:role/state-ucr/auditor').toMatch(pattern);
    for (const open of ['*', 'arn:aws:iam::123456789012:root', 'arn:aws:iam::123456789012:role/*', '123456789012']) {
      expect(open).not.toMatch(pattern);
    }
  });
});

describe('the calendar', () => {
  const schedules = find('AWS::Scheduler::Schedule');
  const [queue] = found(
    find('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === 'nibrs-dev-schedule'),
  );
  const [deadLetters] = found(
    find('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === 'nibrs-dev-schedule-dead-letters'),
  );

  it('reminds around the tenth, closes after it, and forwards when there was time to look', () => {
    const times = schedules.map(([, { Properties }]) => [Properties.Name, Properties.ScheduleExpression]);
    expect(Object.fromEntries(times)).toEqual({
      'nibrs-dev-remind': 'cron(0 13 5,9,11 * ? *)',
      'nibrs-dev-close': 'cron(0 11 11 * ? *)',
      'nibrs-dev-forward': 'cron(0 15 14 * ? *)',
    });
  });

  it.each(schedules)('%s tells the queue what to do and for when, at its time in UTC', (_, { Properties }) => {
    const { Arn, Input, DeadLetterConfig } = Properties.Target as Record<string, unknown>;
    expect(Properties).toMatchObject({ ScheduleExpressionTimezone: 'Etc/UTC', FlexibleTimeWindow: { Mode: 'OFF' } });
    expect([Arn, DeadLetterConfig]).toEqual([
      { 'Fn::GetAtt': [queue, 'Arn'] },
      { Arn: { 'Fn::GetAtt': [deadLetters, 'Arn'] } },
    ]);
    const action = String(Properties.Name).replace('nibrs-dev-', '');
    expect(JSON.parse(String(Input))).toEqual({ action, scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  it('runs as a role that may put messages into that queue and its dead letters, and nothing else', () => {
    const roles = schedules.map(([, { Properties }]) => {
      return (Properties.Target as { RoleArn: { 'Fn::GetAtt': [string] } }).RoleArn['Fn::GetAtt'][0];
    });
    const role = found(roles[0]);
    expect(new Set(roles).size).toBe(1);
    const policies = find('AWS::IAM::Policy').filter(([, { Properties }]) =>
      JSON.stringify(Properties.Roles).includes(`"${role}"`),
    );
    const statements = policies.flatMap(
      ([, { Properties }]) => (Properties.PolicyDocument as { Statement: unknown[] }).Statement,
    );
    const resources = [queue, deadLetters].map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] }));
    expect(statements).toEqual([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: expect.anything() }]);
    const allowed = statements.flatMap((statement) => (statement as { Resource: unknown }).Resource);
    expect(allowed.map((resource) => JSON.stringify(resource)).sort()).toEqual(
      resources.map((resource) => JSON.stringify(resource)).sort(),
    );
    const [, { Properties }] = found(find('AWS::IAM::Role').find(([id]) => id === role));
    expect(JSON.stringify(Properties.AssumeRolePolicyDocument)).toContain('scheduler.amazonaws.com');
    expect(Properties).not.toHaveProperty('ManagedPolicyArns');
  });
});

describe('storage', () => {
  it('tells the queues of uploads and of answers with the notifications of the buckets themselves', () => {
    const notified = find('AWS::S3::Bucket').flatMap(([id, { Properties }]) => {
      const configuration = Properties.NotificationConfiguration;
      return configuration ? [`${id} ${JSON.stringify(configuration)}`] : [];
    });
    expect(notified.sort()).toEqual([
      expect.stringMatching(/^Answers.*s3:ObjectCreated:\*.*AnswersWorker/),
      expect.stringMatching(/^Inbox.*s3:ObjectCreated:\*.*Intake/),
    ]);
    expect(find('Custom::S3BucketNotifications')).toHaveLength(0);
  });

  it('locks sealed files, and keeps every version of what came in', () => {
    const buckets = Object.fromEntries(find('AWS::S3::Bucket').map(([id, resource]) => [id.slice(0, -8), resource]));
    expect(found(buckets.Outbox).Properties).toMatchObject({
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(found(buckets.Inbox).Properties).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
  });

  it('lets nothing that quotes reports lie in the work bucket for good', () => {
    const [, work] = found(find('AWS::S3::Bucket').find(([id]) => id.startsWith('Work')));
    const { Rules } = work.Properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] };
    const expiring = Rules.filter(({ ExpirationInDays }) => ExpirationInDays).map(({ Prefix }) => Prefix);
    expect(expiring.sort()).toEqual(['findings/', 'parts/', 'rebuilt/']);
  });

  it('deletes the answers of the FBI, which quote reports, after a month', () => {
    const [, answers] = found(find('AWS::S3::Bucket').find(([id]) => id.startsWith('Answers')));
    const { Rules } = answers.Properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] };
    expect(Rules).toContainEqual({ Prefix: 'answers/', ExpirationInDays: 30, Status: 'Enabled' });
  });

  it('leaves the state half out of the index of months', () => {
    const [, ledger] = found(find('AWS::DynamoDB::Table').find(([id]) => id.startsWith('Ledger')));
    const [index] = ledger.Properties.GlobalSecondaryIndexes as Record<string, unknown>[];
    expect(index).toMatchObject({ IndexName: 'byAgencyPeriod', Projection: { ProjectionType: 'INCLUDE' } });
    expect((found(index).Projection as { NonKeyAttributes: string[] }).NonKeyAttributes).not.toContain('state');
  });

  it('survives its stack in production', () => {
    const production = templatesOf('prod');
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::KMS::Key']) {
      for (const [id, resource] of production.find(type)) expect(resource.DeletionPolicy, id).toBe('Retain');
    }
    for (const [, { Properties }] of production.find('AWS::DynamoDB::Table')) {
      expect(Properties.DeletionProtectionEnabled).toBe(true);
    }
  });
});

it('has outputs by which others find its parts', () => {
  const outputs = Object.values(templates).flatMap((template) => Object.keys(template.findOutputs('*')));
  expect(outputs.filter((name) => !name.startsWith('Exports')).sort()).toEqual([
    'AnswersBucket',
    'AnswersQueueUrl',
    'CloseSchedule',
    'ExpungementsQueueUrl',
    'FailuresTable',
    'FederalKeyArn',
    'FilesKeyArn',
    'ForwardSchedule',
    'ForwardsQueueUrl',
    'InboxBucket',
    'IntakeQueueUrl',
    'Issuer',
    'KeysTable',
    'LedgerTable',
    'MonthsQueueUrl',
    'MonthsTable',
    'OutboxBucket',
    'PartsQueueUrl',
    'PortalUrl',
    'ProjectionsQueueUrl',
    'Queues',
    'ReadElementsFunction',
    'ReadHistoryFunction',
    'RebuildsQueueUrl',
    'RemindSchedule',
    'ReportingDueDay',
    'ReportsQueueUrl',
    'ScheduleQueueUrl',
    'SealsQueueUrl',
    'SignInUrl',
    'StateKeyArn',
    'StatisticsQueueUrl',
    'TransmissionsQueueUrl',
    'UserPoolId',
    'WorkBucket',
  ]);
});

/** The logical id or the export that a Ref, Fn::GetAtt or Fn::ImportValue names, without what distinguishes the two. */
function identityOf(value: unknown): string {
  const text = JSON.stringify(value);
  const [, name = text] =
    text.match(/"(?:Ref|Fn::ImportValue)":"([^"]+)"|"Fn::GetAtt":\["([^"]+)"/)?.filter(Boolean) ?? [];
  return name.replace(/^.*ExportsOutput(?:Ref|FnGetAtt)/, '').replace(/(Arn)?[0-9A-F]{8}$/, '');
}
