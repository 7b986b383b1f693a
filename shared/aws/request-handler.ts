import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { type Count, metricNamespace } from '../operations/metrics.ts';
import type { Log } from '../ports.ts';
import { countFailure, countIn } from './count.ts';

export interface RequestFunction<Request, Reply> {
  /** Name of the function's folder; the service in logs and metrics. */
  name: string;
  /** What a request must be. */
  request: z.ZodType<Request>;
  /** Does the work; a `UsageError` becomes the reply. `id` tells this request from any other. */
  handle(request: Request, context: { log: Log; id: string; count: Count }): Promise<Reply>;
}

/** Why a request was not carried out: what whoever asked has to change. */
export interface Refused {
  refused: string;
}

/** What of a request is worth a key on each log line. Never anything of a report's content, nor the name of a person. */
const logKeys = z.object({ ori: z.string().optional(), number: z.string().optional() });

/**
 * The Lambda handler of a function that is called directly and replies. A request without its shape, and one that cannot
 * be carried out as it is, are answered with the reason; any other failure is in the log, and the caller is told no more
 * than that there was one.
 */
export function requestHandler<Request, Reply>({ name, request: schema, handle }: RequestFunction<Request, Reply>) {
  const logger = new Logger({ serviceName: name });
  const metrics = new Metrics({ namespace: metricNamespace, serviceName: name });
  const count = countIn(metrics);

  return middy<unknown, Reply | Refused>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (event: unknown, context: Context) => {
      const { awsRequestId: id } = context;
      const log = logger.createChild({ persistentKeys: logKeys.safeParse(event).data ?? {} });
      try {
        const reply = await handle(checkRequest(schema, event), { log, id, count });
        count('RequestsAnswered', 1);
        return reply;
      } catch (cause) {
        if (cause instanceof UsageError) {
          count('RequestsRefused', 1);
          log.warn('The request was refused', { why: cause.message });
          return { refused: cause.message };
        }
        count('RequestsFailed', 1);
        countFailure(metrics, context);
        log.error('The request failed', { error: cause instanceof Error ? cause : new Error(String(cause)) });
        throw new Error(`${name} failed; its log has the reason`);
      }
    });
}

function checkRequest<Request>(schema: z.ZodType<Request>, event: unknown): Request {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  throw new UsageError(`The request does not have its shape:\n${z.prettifyError(parsed.error)}`);
}
