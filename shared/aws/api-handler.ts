import { createHash, randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { z } from 'zod';
import { type AccessClaims, accessClaims, type Caller, callerIn, type Member } from '../api/caller.ts';
import { apiPath } from '../api/openapi.ts';
import { InvalidRequestError, problemOf } from '../api/problem.ts';
import type { Answer, ApiFunction, FileReply, Route } from '../api/route.ts';
import { type AnswersOf, type Operation, routes } from '../api/routes/index.ts';
import { NotAllowedError, NotFoundError } from '../errors.ts';
import { etagOf } from '../etag.ts';
import { metricNamespace } from '../operations/metrics.ts';
import { countFailure, countIn } from './count.ts';
import { headerOf } from './headers.ts';

export interface ApiHandler<F extends ApiFunction> {
  /** Name of the function's folder; the service in logs and metrics. */
  name: F;
  answers: AnswersOf<F>;
  /** Who has signed in, from the claims of a token that the gateway has checked. */
  memberOf(claims: AccessClaims): Promise<Member>;
}

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** What of a request is worth a key on each log line. Never anything of a report's content. */
const logKeys = z.object({
  submission: z.string().optional(),
  ori: z.string().optional(),
  number: z.string().optional(),
  period: z.string().optional(),
  file: z.string().optional(),
});

/**
 * The Lambda handler of a function that answers requests of the gateway (payload format 1.0, the token checked by its
 * authorizer). Finds the route, checks the caller's role, checks the request by the route's schemas, and gives the
 * answer with nothing but what the route's reply declares. Errors become problems as in RFC 9457.
 *
 * A request with an `Idempotency-Key` has the same id each time: what it asks for is done once, since all work here is
 * known by the id of whoever asked for it.
 */
export function apiHandler<F extends ApiFunction>({ name, answers, memberOf }: ApiHandler<F>) {
  const logger = new Logger({ serviceName: name });
  const metrics = new Metrics({ namespace: metricNamespace, serviceName: name });
  const count = countIn(metrics);

  const handlerOf =
    (operation: string, route: Route, answer: Answer<Route>): Handler =>
    async (event, context) => {
      const about = { operation, ...logKeys.safeParse(event.pathParameters ?? {}).data };
      let log = logger.createChild({ persistentKeys: about });
      let id = context.awsRequestId;
      try {
        const member = await memberOf(claimsOf(event));
        id = idOf(event, operation, member);
        log = logger.createChild({ persistentKeys: { ...about, caller: member.id } });
        const caller = demandRole(route, member);
        const reply = await answer({ ...readRequest(route, event), caller, id });
        count('RequestsAnswered', 1);
        log.info('The request was answered');
        return respond(route, reply, event);
      } catch (cause) {
        const told = problemOf(cause);
        count(told.status < 500 ? 'RequestsRefused' : 'RequestsFailed', 1);
        // What only has to be asked again is no fault of the version that runs.
        if (told.status === 500) countFailure(metrics, context);
        if (told.status < 500) log.warn('The request was refused', { status: told.status, type: told.type });
        else log.error('The request failed', { error: cause instanceof Error ? cause : new Error(String(cause)) });
        return problemResponse({ ...told, instance: id });
      }
    };

  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: Object.entries(answers).map(([operation, answer]) => {
      const route: Route = routes[operation as Operation];
      const handler = handlerOf(operation, route, answer as Answer<Route>);
      return { method: route.method, path: apiPath + route.path, handler };
    }),
    notFoundResponse: () =>
      problemResponse(problemOf(new NotFoundError('There is no such operation. openapi.json lists them all.'))),
  });
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(router);
}

function claimsOf(event: APIGatewayProxyEvent): AccessClaims {
  return accessClaims.parse(event.requestContext.authorizer?.claims);
}

function demandRole({ roles }: Route, member: Member): Caller {
  const caller = callerIn(member, roles);
  if (caller) return caller;
  throw new NotAllowedError(
    `This is for ${roles.join(', ')}. You are ${member.roles.join(', ') || 'none of these'}. Ask the state program.`,
  );
}

/** Of this request; the same again for one that the caller repeats. */
function idOf(event: APIGatewayProxyEvent, operation: string, { id }: Member): string {
  const key = headerOf(event, 'idempotency-key');
  if (!key) return randomUUID();
  return createHash('sha256')
    .update(JSON.stringify([id, operation, key]))
    .digest('hex')
    .slice(0, 32);
}

function readRequest({ params, query, body }: Route, event: APIGatewayProxyEvent) {
  return {
    params: check(params, decoded(event.pathParameters ?? {}), 'path'),
    query: check(query, event.queryStringParameters ?? {}, 'query'),
    body: body && check(body, bodyOf(event), 'body'),
  } as { params: never; query: never; body: never };
}

/** The gateway hands the parts of a path on as they were sent. */
function decoded(parts: Record<string, string | undefined>): Record<string, string | undefined> {
  try {
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part && decodeURIComponent(part)]));
  } catch {
    throw new InvalidRequestError([
      { code: 'custom', path: ['path'], message: 'It has a percent sign that means nothing.', input: undefined },
    ]);
  }
}

function check(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequestError(parsed.error.issues.map((issue) => ({ ...issue, path: [where, ...issue.path] })));
}

function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEvent): unknown {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new InvalidRequestError([{ code: 'custom', path: ['body'], message: 'It is not JSON.', input: undefined }]);
  }
}

/** Nothing is kept on the way or in a browser; whoever asks again names what they have. */
const common = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

function respond(route: Route, reply: unknown, event: APIGatewayProxyEvent): APIGatewayProxyResult {
  if (route.mediaTypes) return fileResponse(reply as FileReply);
  const body = JSON.stringify(route.reply.parse(reply));
  const type = { ...common, 'Content-Type': 'application/json' };
  if (route.method !== 'GET') return { statusCode: route.status ?? 200, headers: type, body };
  const etag = etagOf(body);
  if (headerOf(event, 'if-none-match') === etag) {
    return { statusCode: 304, headers: { ...common, ETag: etag }, body: '' };
  }
  return { statusCode: 200, headers: { ...type, ETag: etag }, body };
}

function fileResponse({ mediaType, fileName, text }: FileReply): APIGatewayProxyResult {
  const name = fileName.replace(/[^\w.-]/g, '_');
  return {
    statusCode: 200,
    headers: {
      ...common,
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
    body: text,
  };
}

function problemResponse(problem: ReturnType<typeof problemOf>): APIGatewayProxyResult {
  return {
    statusCode: problem.status,
    headers: { ...common, 'Content-Type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
