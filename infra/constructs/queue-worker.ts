import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { createWorkerFunction, type WorkerFunctionProps } from './worker-function.ts';

export interface QueueWorkerProps extends WorkerFunctionProps {
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
 * A queue, the function that works it off, the dead-letter queue for what it cannot handle, and the alarm on that.
 * The numbers that must agree with each other are derived here, so nobody sets them by hand: visibility is
 * 6 × timeout + window, as AWS advises (Lambda Developer Guide, "Using Lambda with Amazon SQS").
 */
export class QueueWorker extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly function: LambdaFunction;
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const name = `nibrs-${props.config.stage}-${props.queue}`;
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
    this.function = createWorkerFunction(this, props);
    this.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
        ...(props.window && { maxBatchingWindow: props.window }),
      }),
    );
    this.alarm = this.createAlarm(name);
  }

  private createAlarm(queueName: string): Alarm {
    return new Alarm(this, 'DeadLettersAlarm', {
      alarmName: `${queueName}-dead-letters`,
      alarmDescription: `Messages of ${queueName} failed ${maxReceiveCount} times`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
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
