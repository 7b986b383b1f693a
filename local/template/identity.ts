import { ConfigurationError } from '../../shared/errors.ts';
import { account, region } from '../engines/addresses.ts';
import type { Stack } from './assembly.ts';
import { ignoredTypes } from './ignored.ts';
import type { Identity } from './intrinsics.ts';

/** Resource types that the local cloud runs. */
export const runTypes = [
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Scheduler::Schedule',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
] as const;
export type RunType = (typeof runTypes)[number];

/**
 * What `Ref` and `Fn::GetAtt` give for a resource that is run. Names come from the template or, as CloudFormation does,
 * from the stack and the logical id; they are the same at every start, so data that was kept is found again. Throws
 * `ConfigurationError` for a resource that has no value here.
 */
export function identityOf(stack: Stack, logicalId: string, queueEndpoint: string): Identity {
  const { Type: type = '', Properties: properties = {} } = stack.Resources[logicalId] ?? {};
  const nameOr = (property: string, generated: string) => {
    const given = properties[property];
    if (given !== undefined && typeof given !== 'string') {
      throw new ConfigurationError(`Stack ${stack.name}, resource ${logicalId}: ${property} must be plain text`);
    }
    return given ?? generated;
  };
  const generated = `${stack.name}-${logicalId}`;

  switch (type) {
    case 'AWS::SQS::Queue': {
      const name = nameOr('QueueName', properties.FifoQueue ? `${generated}.fifo` : generated);
      const arn = arnOf('sqs', name);
      return { ref: `${queueEndpoint}/${account}/${name}`, attributes: { Arn: arn, QueueName: name } };
    }
    case 'AWS::S3::Bucket': {
      const name = nameOr('BucketName', generated.toLowerCase().slice(0, 63));
      return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
    }
    case 'AWS::DynamoDB::Table': {
      const name = nameOr('TableName', generated);
      return { ref: name, attributes: { Arn: arnOf('dynamodb', `table/${name}`) } };
    }
    case 'AWS::KMS::Key':
      return { ref: generated, attributes: { Arn: arnOf('kms', `key/${generated}`), KeyId: generated } };
    case 'AWS::IAM::Role': {
      // Ignored, but whatever takes a role on names it.
      const name = nameOr('RoleName', generated);
      return { ref: name, attributes: { Arn: arnOf('iam', `role/${name}`) } };
    }
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm': {
      const name = nameOr('AlarmName', generated);
      return { ref: name, attributes: { Arn: arnOf('cloudwatch', `alarm:${name}`) } };
    }
    case 'AWS::Lambda::Function': {
      const name = nameOr('FunctionName', generated);
      return { ref: name, attributes: { Arn: arnOf('lambda', `function:${name}`) } };
    }
  }
  throw new ConfigurationError(
    `Stack ${stack.name} refers to ${logicalId} (${type}), ${
      ignoredTypes.has(type) ? 'which the local cloud ignores' : 'which has no value in the local cloud'
    }`,
  );
}

function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
