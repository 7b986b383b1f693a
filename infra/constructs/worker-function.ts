import { CfnParameter, type Duration, Reference, RemovalPolicy, Tokenization, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Variable } from '../../shared/aws/environment.ts';
import type { StageConfig } from '../config.ts';
import type { Access } from './access.ts';
import { shiftGradually } from './gradual-deployment.ts';

export interface WorkerFunctionProps {
  config: StageConfig;
  /** Name of the function. */
  function: string;
  code: Code;
  timeout: Duration;
  /** In MB; 1769 is one whole vCPU. */
  memory: number;
  /**
   * Whether all calls go to a new version at once, whatever the stage does: two versions that answer by turns would give a
   * page of one and the files of the other.
   */
  atOnce?: boolean;
  /** Each environment variable of the function with the permission that goes with it. */
  access: Partial<Record<Variable, Access>>;
}

/** The role that a function runs as; policies of keys name it. */
export function roleNameOf(config: StageConfig, functionName: string): string {
  return `nibrs-${config.stage}-${functionName}`;
}

/** The name of the alias that every function is called by. */
export const liveAlias = 'live';

/**
 * A function under the name by which queues, roles and outputs know it: the alias `live`, which leads to its newest version,
 * and while that takes over to the one before as well.
 */
export class LiveFunction extends Alias {
  /** What versions are made of: settings and code. Nothing calls it. */
  readonly definition: LambdaFunction;

  constructor(scope: Construct, definition: LambdaFunction) {
    super(scope, 'Live', { aliasName: liveAlias, version: definition.currentVersion });
    this.definition = definition;
  }
}

/** A function of this system, with its own log group, told of what it may use and permitted nothing else. */
export function createWorkerFunction(
  scope: Construct,
  { config, access, ...props }: WorkerFunctionProps,
): LiveFunction {
  const role = new Role(scope, 'Role', {
    roleName: roleNameOf(config, props.function),
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: config.logDays,
    removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  logGroup.grantWrite(role);
  const definition = new LambdaFunction(scope, 'Function', {
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
    currentVersionOptions: {
      ...parametersIn(access),
      // It may be at work for minutes when the next one is live. One that was taken back is deleted, since as long as it is
      // there Lambda makes no other of the same code.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    },
  });
  for (const [variable, { value, grant }] of Object.entries(access)) {
    definition.addEnvironment(variable, value);
    grant(role);
  }
  const live = new LiveFunction(scope, definition);
  const { stage, deployment } = config;
  if (deployment.shift === 'canary' && !props.atOnce)
    shiftGradually(scope, live, { ...deployment, stage, service: props.function });
  acknowledgeFindings(scope);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray takes segments for no resource in particular; nothing else is allowed on all.',
  });
  return live;
}

/**
 * A version keeps the environment it was made with, and a parameter gets another value without any change to the template.
 * CloudFormation makes a new version all the same when the description has the value.
 */
function parametersIn(access: WorkerFunctionProps['access']): { description?: string } {
  const given = Object.entries(access).filter(([, { value }]) => isParameter(value));
  if (given.length === 0) return {};
  return { description: given.map(([variable, { value }]) => `${variable}=${value}`).join(' ') };
}

function isParameter(value: string): boolean {
  return Tokenization.reverseString(value).tokens.some(
    (token) => Reference.isReference(token) && token.target instanceof CfnParameter,
  );
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
