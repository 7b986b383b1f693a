import { z } from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';
import { account, region } from '../engines/addresses.ts';
import type { Stack } from './assembly.ts';
import { ignoredTypes } from './ignored.ts';
import type { Identity } from './intrinsics.ts';
import type { LocalAddresses } from './local-address.ts';

/** Resource types that the local cloud runs. */
export const runTypes = [
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Scheduler::Schedule',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
] as const;
export type RunType = (typeof runTypes)[number];

/**
 * What `Ref` and `Fn::GetAtt` give for a resource that is run. Names come from the template or, as CloudFormation does,
 * from the stack and the logical id; they are the same at every start, so data that was kept is found again. Throws
 * `ConfigurationError` for a resource that has no value here.
 */
export function identityOf(stack: Stack, logicalId: string, addresses: LocalAddresses): Identity {
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
      return { ref: `${addresses.objectsAndQueues}/${account}/${name}`, attributes: { Arn: arn, QueueName: name } };
    }
    case 'AWS::S3::Bucket': {
      const name = nameOr('BucketName', generated.toLowerCase().slice(0, 63));
      return {
        ref: name,
        attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: `${name}.s3.${region}.amazonaws.com` },
      };
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
    case 'AWS::Lambda::Version':
      // Ignored, but an alias names the one that it leads to.
      return { ref: generated, attributes: { Version: '$LATEST' } };
    case 'AWS::Lambda::Alias': {
      const { ref: name } = identityOf(stack, referredTo(properties.FunctionName), addresses);
      return { ref: arnOf('lambda', `function:${name}:${nameOr('Name', generated)}`), attributes: {} };
    }
    case 'AWS::ApiGateway::RestApi':
      return { ref: generated, attributes: { RestApiId: generated } };
    case 'AWS::ApiGateway::Stage':
      return { ref: nameOr('StageName', generated), attributes: {} };
    case 'AWS::Cognito::UserPool': {
      const id = `${region}_${generated.replaceAll(/[^\w]|_/g, '')}`;
      const ProviderURL = `${addresses.identity}/${id}`;
      return {
        ref: id,
        attributes: { Arn: arnOf('cognito-idp', `userpool/${id}`), UserPoolId: id, ProviderURL },
      };
    }
    case 'AWS::Cognito::UserPoolClient':
      return { ref: generated, attributes: { ClientId: generated } };
    case 'AWS::Cognito::UserPoolGroup':
      return { ref: nameOr('GroupName', generated), attributes: {} };
    case 'AWS::Cognito::UserPoolDomain':
      // Ignored, but the address of the pages where people sign in has its name.
      return { ref: generated, attributes: {} };
    case 'AWS::Cognito::UserPoolResourceServer':
      // Ignored, but scopes have its name.
      return { ref: nameOr('Identifier', generated), attributes: {} };
  }
  throw new ConfigurationError(
    `Stack ${stack.name} refers to ${logicalId} (${type}), ${
      ignoredTypes.has(type) ? 'which the local cloud ignores' : 'which has no value in the local cloud'
    }`,
  );
}

/** The resource of the same stack that a property names; of an alias, whose function stands beside it. */
function referredTo(property: unknown): string {
  return z.object({ Ref: z.string() }).parse(property).Ref;
}

function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
