import { CfnOutput, CfnParameter, Duration, Stack, Validations } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { appendToTable, openWith, readTable, setting, writeFolder } from '../constructs/access.ts';
import { createStateProfileParameter } from '../constructs/parameters.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { createWorkerFunction, type LiveFunction } from '../constructs/worker-function.ts';
import type { CodeOf } from '../functions.ts';
import type { StorageStack } from './storage.ts';

/**
 * The ways of people to what reports say. To what the state asked for these two alone: the function that shows one
 * report's elements to a named reader, and the one that counts them for publication; both record who asked and why. The
 * history of a report shows what the FBI asks for.
 */
export class ProtectionStack extends Stack {
  readonly workers: QueueWorker[];
  readonly readElements: LiveFunction;
  readonly readHistory: LiveFunction;
  /** Takes what is to be counted. */
  readonly statistics: IQueue;

  constructor(scope: Construct, id: string, config: StageConfig, storage: StorageStack, codeOf: CodeOf) {
    super(scope, id);
    const stateProfile = setting(createStateProfileParameter(this).valueAsString);
    const access = {
      LEDGER_TABLE: appendToTable(storage.ledger),
      KEYS_TABLE: readTable(storage.keys),
      FEDERAL_KEY_ARN: openWith(storage.federalKey),
      STATE_KEY_ARN: openWith(storage.stateKey),
      STATE_PROFILE: stateProfile,
    };

    const readElements = createWorkerFunction(new Construct(this, 'ReadElements'), {
      config,
      function: 'read-elements',
      code: codeOf('read-elements'),
      timeout: Duration.seconds(30),
      memory: 512,
      access,
    });
    createReaderRole(this, config, readElements, {
      id: 'Element',
      name: 'element-reader',
      whom: 'a reader of state elements',
      description: 'Reads the state elements of single reports; every read is recorded with its reason',
    });

    const readHistory = createWorkerFunction(new Construct(this, 'ReadHistory'), {
      config,
      function: 'read-history',
      code: codeOf('read-history'),
      timeout: Duration.minutes(1),
      memory: 1024,
      access: {
        LEDGER_TABLE: readTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        FEDERAL_KEY_ARN: openWith(storage.federalKey),
      },
    });
    createReaderRole(this, config, readHistory, {
      id: 'History',
      name: 'history-reader',
      whom: 'a reader of histories',
      description: 'Reads what changed in single reports; state elements are counted, never shown',
    });

    const statistics = new QueueWorker(this, 'Statistics', {
      config,
      failures: storage.failures,
      queue: 'statistics',
      function: 'count-arrests',
      code: codeOf('count-arrests'),
      timeout: Duration.minutes(15),
      memory: 1769,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        ...access,
        MONTHS_TABLE: readTable(storage.months),
        WORK_BUCKET: writeFolder(storage.work, 'statistics'),
      },
    });
    this.workers = [statistics];
    this.readElements = readElements;
    this.readHistory = readHistory;
    this.statistics = statistics.queue;

    new CfnOutput(this, 'ReadElementsFunction', { value: readElements.functionName });
    new CfnOutput(this, 'ReadHistoryFunction', { value: readHistory.functionName });
    new CfnOutput(this, 'StatisticsQueueUrl', { value: statistics.queue.queueUrl });
  }
}

interface ReaderRole {
  id: string;
  name: string;
  /** As whom somebody takes it. */
  whom: string;
  description: string;
}

/**
 * The role that may call one function, and may do nothing else. Who may take the role is the state's decision: there is
 * no default, and neither a whole account nor everybody can be named.
 */
function createReaderRole(
  scope: Construct,
  config: StageConfig,
  reads: LiveFunction,
  { id, name, whom, description }: ReaderRole,
): void {
  const readers = new CfnParameter(scope, `${id}Readers`, {
    description: `ARN of the IAM role or user who may take the role of ${whom}`,
    allowedPattern: 'arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+',
  });
  const role = new Role(scope, `${id}Reader`, {
    roleName: `nibrs-${config.stage}-${name}`,
    description,
    assumedBy: new ArnPrincipal(readers.valueAsString),
    maxSessionDuration: Duration.hours(1),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [reads.functionArn] }));
  Validations.of(role).acknowledge({
    id: 'NIST.800.53.R5-IAMNoInlinePolicy',
    reason: 'One statement, which lets this one role call this one function; it goes when the role goes.',
  });
}
