import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import cdk from '../cdk.json' with { type: 'json' };
import { functionNames } from './functions.ts';
import { addNibrsLedger } from './nibrs-ledger.ts';

interface Resource {
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}

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

function statementsOf(functionName: string): { Action: unknown; Resource: unknown }[] {
  const policies: { Statement: { Action: unknown; Resource: unknown }[] }[] = JSON.parse(permissionsOf(functionName));
  return policies.flatMap(({ Statement }) => Statement);
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
    'nibrs-dev-intake',
    'nibrs-dev-months.fifo',
    'nibrs-dev-parts',
    'nibrs-dev-reports.fifo',
    'nibrs-dev-seals',
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
    const functionId = (mapping.Properties.FunctionName as { Ref: string }).Ref;
    const [, { Properties: worker }] = found(find('AWS::Lambda::Function').find(([id]) => id === functionId));

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
    expect(JSON.stringify(find('AWS::CloudWatch::Alarm'))).toContain(`["${deadLetters.id}","QueueName"]`);
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

  const wiring: Record<string, string[]> = {
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
    'start-transmission': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'PARTS_QUEUE_URL', 'SUBMITTER'],
    'build-part': ['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'SEALS_QUEUE_URL', 'FEDERAL_KEY_ARN'],
    'seal-transmission': ['LEDGER_TABLE', 'KEYS_TABLE', 'WORK_BUCKET', 'OUTBOX_BUCKET'],
  };

  it.each(Object.entries(wiring))('%s is told of these resources and may use them', (name, variables) => {
    const { NODE_OPTIONS: _, ...environment } = environmentOf(name);
    expect(Object.keys(environment).sort()).toEqual([...variables].sort());

    const permissions = permissionsOf(name);
    for (const variable of variables.filter((variable) => !['STATE_PROFILE', 'SUBMITTER'].includes(variable))) {
      expect(permissions, variable).toContain(identityOf(environment[variable]));
    }
  });

  it('have no permission on a resource that no variable tells them of', () => {
    for (const name of functionNames) {
      const told = Object.values(environmentOf(name)).map(identityOf);
      const own = ['Queue', 'DeadLetters'];
      const named = permissionsOf(name).match(/"Fn::(?:GetAtt":\["|ImportValue":")[^"]+/g) ?? [];
      for (const resource of named.map((match) => match.slice(match.lastIndexOf('"') + 1))) {
        const known = told.some((identity) => resource.includes(identity)) || own.some((id) => resource.includes(id));
        expect(known, `${name}: ${resource}`).toBe(true);
      }
    }
  });

  it('can neither change nor delete what the ledger and the key table hold', () => {
    for (const name of functionNames) {
      const statements = statementsOf(name).filter(({ Resource }) =>
        /GetAtt(Ledger|Keys)/.test(JSON.stringify(Resource)),
      );
      expect(statements.length > 0, name).toBe(name !== 'project-month');
      for (const { Action } of statements) expect(JSON.stringify(Action)).not.toMatch(/Update|Delete|BatchWrite|\*/);
    }
  });

  it('other than process-reports have no grant on the key of the state halves', () => {
    expect(permissionsOf('process-reports')).toContain('StateKey');
    for (const name of functionNames.filter((name) => name !== 'process-reports')) {
      expect(permissionsOf(name), name).not.toContain('StateKey');
      expect(JSON.stringify(environmentOf(name)), name).not.toContain('StateKey');
    }
    for (const name of functionNames) expect(permissionsOf(name)).not.toMatch(/"kms:\*"|"Resource":"\*"/);
  });

  it('write into no bucket but those they have something for, and delete nothing', () => {
    const written = functionNames.map((name) => {
      const writing = statementsOf(name).filter(({ Action }) => JSON.stringify(Action).includes('s3:PutObject'));
      return [name, JSON.stringify(writing).match(/Inbox|Work|Outbox/g) ?? []];
    });
    expect(Object.fromEntries(written)).toEqual({
      'receive-submission': [],
      'process-reports': ['Work'],
      'project-month': [],
      'start-transmission': [],
      'build-part': ['Work'],
      'seal-transmission': ['Outbox'],
    });
    for (const name of functionNames) expect(permissionsOf(name), name).not.toMatch(/s3:(Delete|Bypass|\*)/);
  });

  it('that write the FBI file may open federal halves and make no key', () => {
    expect(permissionsOf('build-part')).toContain('kms:Decrypt');
    expect(permissionsOf('build-part')).not.toContain('GenerateDataKey');
  });
});

describe('storage', () => {
  it('tells the intake queue of uploads with the notification of the bucket itself', () => {
    const notified = find('AWS::S3::Bucket').filter(([, { Properties }]) => Properties.NotificationConfiguration);
    expect(notified).toHaveLength(1);
    expect(JSON.stringify(notified[0]?.[1].Properties.NotificationConfiguration)).toMatch(
      /s3:ObjectCreated:\*.*Intake/,
    );
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
    expect(expiring.sort()).toEqual(['findings/', 'parts/']);
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
    'FederalKeyArn',
    'InboxBucket',
    'IntakeQueueUrl',
    'KeysTable',
    'LedgerTable',
    'MonthsQueueUrl',
    'MonthsTable',
    'OutboxBucket',
    'PartsQueueUrl',
    'ReportsQueueUrl',
    'SealsQueueUrl',
    'StateKeyArn',
    'TransmissionsQueueUrl',
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
