import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
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

/** A function of this system, with its own log group, told of what it may use and permitted nothing else. */
export function createWorkerFunction(scope: Construct, { config, access, ...props }: WorkerFunctionProps) {
  const created = new LambdaFunction(scope, 'Function', {
    functionName: `nibrs-${config.stage}-${props.function}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: props.code,
    timeout: props.timeout,
    memorySize: props.memory,
    environment: { NODE_OPTIONS: '--enable-source-maps' },
    logGroup: new LogGroup(scope, 'Logs', {
      retention: config.logDays,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    }),
  });
  for (const [variable, { value, grant }] of Object.entries(access)) {
    created.addEnvironment(variable, value);
    grant(created);
  }
  return created;
}
