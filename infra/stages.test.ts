import { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { appOf, resourcesOf } from './testing/stage.ts';

const stages = ['dev', 'staging', 'prod'];

describe.each(stages)('stage %s', (stage) => {
  const stacks = appOf(stage).node.children.filter((child) => Stack.isStack(child));

  it('is protected from being deleted in production, and named on every stack', () => {
    for (const stack of stacks) {
      expect(stack.terminationProtection, stack.stackName).toBe(stage === 'prod');
      expect(stack.tags.tagValues(), stack.stackName).toEqual({ project: 'nibrs-ledger', stage });
    }
  });

  it('names no account, region or partition, so that it can be deployed into any, GovCloud too', () => {
    for (const { id, properties } of resourcesOf(stage)) {
      const text = JSON.stringify(properties);
      expect(text, id).not.toMatch(/arn:aws(-us-gov|-cn)?:/);
      expect(text, id).not.toMatch(/\b(us|ca|eu|ap|sa)-(gov-)?(north|south|east|west|central)[a-z]*-\d\b/);
      expect(text, id).not.toMatch(/(?<![\w-])\d{12}(?![\w-])/);
    }
  });

  it('keeps no secret in a template: what opens reports is in KMS and never leaves it', () => {
    const resources = resourcesOf(stage);
    expect(resources.filter(({ type }) => /SecretsManager|SSM::Parameter/.test(type))).toEqual([]);
    const variables = resources.flatMap(({ properties }) => Object.keys(properties.Environment?.Variables ?? {}));
    expect(variables.filter((name) => /SECRET|PASSWORD|TOKEN|CREDENTIAL/i.test(name))).toEqual([]);
  });
});

describe('what is locked', () => {
  const resources = resourcesOf('prod');
  const bucket = (id: string) => resources.find((resource) => resource.id === id)?.properties;

  it.each(['intake/Inbox', 'storage/Outbox'])('is %s, for five years in production', (id) => {
    expect(bucket(id)).toMatchObject({
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 5 * 365 } } },
    });
  });

  it('is not what quotes reports, which has to be gone when it is deleted', () => {
    for (const id of ['storage/Work', 'fbi/Answers']) {
      expect(bucket(id), id).not.toHaveProperty('VersioningConfiguration');
      expect(bucket(id), id).not.toHaveProperty('ObjectLockEnabled');
    }
  });
});

describe('the trail', () => {
  const trails = (stage: string) => resourcesOf(stage).filter(({ type }) => type === 'AWS::CloudTrail::Trail');

  it('records who reached for uploads, sealed files, keys of reports and the functions that open them', () => {
    const [trail] = trails('prod');
    const recorded = trail?.properties.AdvancedEventSelectors.flatMap(
      ({ FieldSelectors }: { FieldSelectors: { Field: string; Equals?: string[]; StartsWith?: string[] }[] }) =>
        FieldSelectors.filter(({ Field }) => Field === 'resources.ARN').flatMap(({ Equals = [], StartsWith = [] }) => [
          ...Equals,
          ...StartsWith,
        ]),
    );
    expect(recorded).toEqual([
      '{intake/Inbox}/',
      '{storage/Outbox}/',
      '{storage/Keys}',
      '{protection/ReadElementsFunction}',
      '{protection/ReadHistoryFunction}',
    ]);
    expect(trail?.properties).toMatchObject({
      IsLogging: true,
      EnableLogFileValidation: true,
      KMSKeyId: '{audit/TrailKey}',
    });
  });

  it('is encrypted under a key that CloudTrail may use for this trail alone', () => {
    const key = resourcesOf('prod').find(({ id }) => id === 'audit/TrailKey')?.properties;
    expect(key.KeyPolicy.Statement).toContainEqual({
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['kms:DescribeKey', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'aws:SourceArn': 'arn:<AWS::Partition>:cloudtrail:<AWS::Region>:<AWS::AccountId>:trail/nibrs-prod',
        },
      },
    });
  });

  it('is left out where only made-up reports are', () => {
    expect(trails('dev')).toEqual([]);
  });
});

it('asks people for both factors again within twelve hours, whatever of the sign-in is still good', () => {
  const clients = resourcesOf('prod').filter(({ type }) => type === 'AWS::Cognito::UserPoolClient');
  const [{ properties } = { properties: {} }] = clients;
  expect(clients).toHaveLength(1);
  expect(properties.TokenValidityUnits).toMatchObject({ AccessToken: 'minutes', RefreshToken: 'minutes' });
  // For an hour the sign-in page lets somebody in again without a question.
  expect(60 + properties.RefreshTokenValidity + properties.AccessTokenValidity).toBeLessThan(12 * 60);
});
