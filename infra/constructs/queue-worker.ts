import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLettersOf } from '../../shared/operations/work-queues.ts';
import { putInTable } from './access.ts';
import { createWorkerFunction, type LiveFunction, type WorkerFunctionProps } from './worker-function.ts';

export interface QueueWorkerProps extends WorkerFunctionProps {
  /** Where the function records why a message failed. */
  failures: Table;
  /** What flows in the queue: `reports` makes `nibrs-dev-reports.fifo`. */
  queue: string;
  /** Whether messages have a group and are handled in order within it. */
  fifo?: boolean;
  batchSize: number;
  /** How long a batch that is not full waits for more messages; not for FIFO queues. */
  window?: Duration;
  maxConcurrency: number;
}

/** A message that failed as often as this goes to the dead-letter queue. */
const maxReceiveCount = 5;

/**
 * A queue, the function that works it off, and the dead-letter queue for what it cannot handle.
 * The numbers that must agree with each other are derived here, so nobody sets them by hand: visibility is
 * 6 × timeout + window, as AWS advises (Lambda Developer Guide, "Using Lambda with Amazon SQS").
 */
export class QueueWorker extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly function: LiveFunction;
  /** What people call the queue: `reports`. */
  readonly name: string;
  /** Names in the account, and of the function among ours: for alarms, which refer to nothing. */
  readonly queueName: string;
  readonly deadLettersName: string;
  readonly service: string;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const name = `nibrs-${props.config.stage}-${props.queue}`;
    const suffix = props.fifo ? '.fifo' : '';
    this.name = props.queue;
    this.queueName = `${name}${suffix}`;
    this.deadLettersName = deadLettersOf(this.queueName);
    this.service = props.function;
    const window = props.window ?? Duration.seconds(0);

    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...queueSettings(`${name}-dead-letters`, props.fifo),
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      ...queueSettings(name, props.fifo),
      visibilityTimeout: Duration.seconds(6 * props.timeout.toSeconds() + window.toSeconds()),
      // As long as the dead-letter queue: a standard queue's message keeps its age when it moves there.
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    });
    const access = { ...props.access, FAILURES_TABLE: putInTable(props.failures) };
    this.function = createWorkerFunction(this, { ...props, access });
    this.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
        ...(props.window && { maxBatchingWindow: props.window }),
      }),
    );
  }
}

function queueSettings(name: string, fifo = false) {
  const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
  if (!fifo) return { ...common, queueName: name };
  return {
    ...common,
    queueName: `${name}.fifo`,
    fifo,
    // High throughput: order and deduplication are kept per group, that is per agency.
    deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
    fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  };
}
