import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { InvalidMessageError, isRetryable, TryAgainError } from '../errors.ts';
import type { Failure, Failures } from '../operations/failures.ts';
import { createDynamoFailures } from '../operations/failures-dynamodb.ts';
import { type Count, metricNamespace } from '../operations/metrics.ts';
import type { Log } from '../ports.ts';
import { aboutMessage, keysIn } from './about-message.ts';
import { documentsClient } from './clients.ts';
import { countFailure, countIn } from './count.ts';
import { readEnvironment } from './environment.ts';

/** What a function is given beside the message. */
export interface MessageContext {
  /** Carries the message's submission, transmission, ORI and period on every line. */
  log: Log;
  count: Count;
}

export interface QueueFunction<Message> {
  /** Name of the function's folder; the service in logs and metrics. */
  name: string;
  /** What the body of a message must be once it is parsed as JSON. */
  message: z.ZodType<Message>;
  /** Does the work of one message. It may be run twice with the same message; throwing means "deliver it again". */
  handle(message: Message, context: MessageContext): Promise<void>;
}

/** A message that is not the first of its batch is left for the next invocation when less time than this remains. */
const reserveMillis = 10_000;

/**
 * The Lambda handler of a function that a queue feeds. Each message is parsed, checked and handled on its own, one
 * after the other; those that fail are reported and delivered again alone, and on a FIFO queue their group waits for
 * them. After the queue's last delivery they are in its dead-letter queue. Why they failed is recorded in `failures`, for
 * those who look at the dead letters.
 */
export function queueHandler<Message>(
  queueFunction: QueueFunction<Message>,
  failures: Pick<Failures, 'record'> = failuresOfEnvironment(),
) {
  const logger = new Logger({ serviceName: queueFunction.name });
  const metrics = new Metrics({ namespace: metricNamespace, serviceName: queueFunction.name });

  return middy<SQSEvent, PartialItemFailureResponse>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler((event: SQSEvent, context: Context) => {
      const first = event.Records[0]?.messageId;
      return processBatch(event, async (record) => {
        const enoughTime = record.messageId === first || context.getRemainingTimeInMillis() > reserveMillis;
        const onDefect = () => countFailure(metrics, context);
        await runMessage(queueFunction, record, { enoughTime, logger, count: countIn(metrics), onDefect, failures });
      });
    });
}

/** Processors keep the failures of their batch, so every batch has its own. */
function processBatch(
  event: SQSEvent,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<PartialItemFailureResponse> {
  const fifo = event.Records.some((record) => record.eventSourceARN.endsWith('.fifo'));
  // A full failure is reported message by message as well: thrown, it would slow down polling for everybody.
  return fifo
    ? processPartialResponse(event, handle, new SqsFifoPartialProcessorAsync(), {
        skipGroupOnError: true,
        throwOnFullBatchFailure: false,
      })
    : processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
        processInParallel: false,
        throwOnFullBatchFailure: false,
      });
}

/** What the messages of a batch have in common, and whether there is time for this one. */
interface Surroundings {
  enoughTime: boolean;
  logger: Logger;
  count: Count;
  onDefect(): void;
  failures: Pick<Failures, 'record'>;
}

async function runMessage<Message>(
  { name, message: schema, handle }: QueueFunction<Message>,
  record: SQSRecord,
  { enoughTime, logger, count, onDefect, failures }: Surroundings,
): Promise<void> {
  const started = Date.now();
  const { messageId } = record;
  let about: Failure['about'] = {};
  let log = logger.createChild({ persistentKeys: { messageId } });
  try {
    if (!enoughTime)
      throw new TryAgainError('Not enough time is left in this invocation. The message is delivered again.');
    const body = parseBody(record.body);
    about = aboutMessage(body);
    log = log.createChild({ persistentKeys: { messageId, ...keysIn(body) } });
    await handle(checkMessage(schema, body), { log, count });
    count('MessagesHandled', 1);
    count('MessageDelay', Date.now() - Number(record.attributes.SentTimestamp));
  } catch (error) {
    count('MessagesFailed', 1);
    if (!isRetryable(error)) onDefect();
    report(log, error);
    const queue = record.eventSourceARN.slice(record.eventSourceARN.lastIndexOf(':') + 1);
    const at = new Date().toISOString();
    await remember({ failures, log }, { message: messageId, queue, function: name, cause: causeOf(error), at, about });
    throw error;
  } finally {
    count('MessageDuration', Date.now() - started);
  }
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the text, which must not reach a log.
    throw new InvalidMessageError('The message is not JSON. Find out who sent it; delivering it again cannot help.');
  }
}

function checkMessage<Message>(schema: z.ZodType<Message>, body: unknown): Message {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new InvalidMessageError(`The message does not have its shape:\n${z.prettifyError(parsed.error)}`);
}

function report(log: Log, cause: unknown): void {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  if (isRetryable(error)) log.warn('The message is delivered again', { error });
  else log.error('The message failed', { error });
}

/** As it is logged, cut where nobody reads on. */
function causeOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}

/** What happens to the message is the same whether this succeeds or not. */
async function remember({ failures, log }: { failures: Pick<Failures, 'record'>; log: Log }, failure: Failure) {
  try {
    await failures.record(failure);
  } catch (error) {
    log.warn('Why the message failed could not be recorded', { error });
  }
}

function failuresOfEnvironment(): Failures {
  return createDynamoFailures(documentsClient(), readEnvironment(['FAILURES_TABLE']).FAILURES_TABLE);
}
