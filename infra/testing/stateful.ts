import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Resource, resourcesOf } from './stage.ts';

/** What somebody has looked at and found right: `npm run drift:accept` writes it, a reviewer reads the difference. */
const reviewedFile = join(import.meta.dirname, '..', 'stateful.prod.json');

/** What holds data or opens it, and which of its properties decide over that; without a list, all do. */
const kinds: Record<string, readonly string[] | undefined> = {
  'AWS::DynamoDB::Table': undefined,
  'AWS::S3::Bucket': undefined,
  'AWS::KMS::Key': undefined,
  'AWS::Cognito::UserPool': undefined,
  'AWS::Backup::BackupVault': undefined,
  'AWS::Backup::BackupPlan': undefined,
  'AWS::CloudTrail::Trail': undefined,
  'AWS::SQS::Queue': ['QueueName', 'MessageRetentionPeriod', 'SqsManagedSseEnabled', 'KmsMasterKeyId', 'RedrivePolicy'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'RetentionInDays', 'KmsKeyId'],
};

/** Each property of each resource that holds data, by its path: `storage/Ledger BillingMode` → `PAY_PER_REQUEST`. */
export type Stateful = Record<string, string | number | boolean>;

/** What of a stage holds data, from its templates. */
export function statefulOf(stage: string): Stateful {
  const stateful: Stateful = {};
  for (const resource of resourcesOf(stage)) if (resource.type in kinds) Object.assign(stateful, pathsOf(resource));
  return stateful;
}

function pathsOf({ id, logicalId, type, properties, deletionPolicy, updateReplacePolicy }: Resource): Stateful {
  const only = kinds[type];
  const kept = Object.entries(properties).filter(([name]) => only?.includes(name) ?? true);
  const paths: Stateful = { [`${id} logical id`]: `${type} ${logicalId}` };
  const add = (path: string, value: unknown): void => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
      paths[path] = value.join(', ');
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) add(`${path}.${key}`, item);
    } else if (value !== undefined) {
      paths[path] = value as string | number | boolean;
    }
  };
  add(`${id} DeletionPolicy`, deletionPolicy);
  add(`${id} UpdateReplacePolicy`, updateReplacePolicy);
  for (const [name, value] of kept) add(`${id} ${name}`, value);
  return paths;
}

/** What was reviewed last. */
export function reviewed(): Stateful {
  return JSON.parse(readFileSync(reviewedFile, 'utf8'));
}

/** What is not as it was reviewed, a line each. */
export function differencesOf(before: Stateful, now: Stateful): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return paths
    .filter((path) => before[path] !== now[path])
    .map((path) => `${path}: ${told(before[path])} → ${told(now[path])}`);
}

function told(value: Stateful[string] | undefined): string {
  return value === undefined ? 'nothing' : String(value);
}

if (import.meta.main) {
  const now = statefulOf('prod');
  for (const line of differencesOf(reviewed(), now)) console.log(line);
  writeFileSync(reviewedFile, `${JSON.stringify(now, null, 2)}\n`);
}
