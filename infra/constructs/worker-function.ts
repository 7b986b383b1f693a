import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Variable } from '../../shared/aws/environment.ts';
import type { StageConfig } from '../config.ts';
import type { Access } from './access.ts';

export interface WorkerFunctionProps {
  config: StageConfig;
  /** Name of the function. */
  function: string;
  code: Code;
  timeout: Duration;
  /** In MB; 1769 is one whole vCPU. */
  memory: number;
  /** Each environment variable of the function with the permission that goes with it. */
  access: Partial<Record<Variable, Access>>;
}

/** The role that a function runs as; policies of keys name it. */
export function roleNameOf(config: StageConfig, functionName: string): string {
  return `nibrs-${config.stage}-${functionName}`;
}

/** A function of this system, with its own log group, told of what it may use and permitted nothing else. */
export function createWorkerFunction(scope: Construct, { config, access, ...props }: WorkerFunctionProps) {
  const role = new Role(scope, 'Role', {
    roleName: roleNameOf(config, props.function),
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: config.logDays,
    removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  logGroup.grantWrite(role);
  const created = new LambdaFunction(scope, 'Function', {
    functionName: `nibrs-${config.stage}-${props.function}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: props.code,
    timeout: props.timeout,
    memorySize: props.memory,
    environment: { NODE_OPTIONS: '--enable-source-maps' },
    role,
    logGroup,
    // What it sends to queues carries the trace on, by the SDK itself.
    tracing: Tracing.ACTIVE,
  });
  for (const [variable, { value, grant }] of Object.entries(access)) {
    created.addEnvironment(variable, value);
    grant(role);
  }
  acknowledgeFindings(scope);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray takes segments for no resource in particular; nothing else is allowed on all.',
  });
  return created;
}

function acknowledgeFindings(scope: Construct): void {
  Validations.of(scope).acknowledge(
    {
      id: 'NIST.800.53.R5-IAMNoInlinePolicy',
      reason: 'The policy is of this one role, is asserted action by action in a test, and goes when the role goes.',
    },
    {
      id: 'NIST.800.53.R5-LambdaConcurrency',
      reason:
        'The event source of its queue bounds it. Reserving as well takes from all other functions of the account, and ' +
        'cannot be deployed into a new account, whose limit is ten.',
    },
    {
      id: 'NIST.800.53.R5-LambdaDLQ',
      reason:
        'Its queue has one for messages that keep failing; whoever calls a function directly is told of the error.',
    },
    {
      id: 'NIST.800.53.R5-LambdaInsideVPC',
      reason:
        'It listens to nothing and reaches only AWS services, over TLS and with its own role. A network would need an ' +
        'endpoint for each of them and protect nothing that the role leaves open.',
    },
    {
      id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
      reason:
        'Encrypted under a key of CloudWatch (AES-256). No line holds what a report says, which tests of whole runs show.',
    },
  );
}
