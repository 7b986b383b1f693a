import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { listen } from './listen.ts';

/** Calls a function by its name with a payload and gives its reply. */
export type InvokeFunction = (payload: unknown) => Promise<unknown>;

/** The part of Lambda that callers of functions use. */
export interface Lambda {
  endpoint: string;
  /** From now on `find` gives the function of a name. */
  serve(find: (name: string) => InvokeFunction | undefined): void;
  /** Resolves when the invocations at work have ended; later ones are turned away. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** An error in the shape of the REST JSON protocol. */
class LambdaError extends Error {
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

const invocationPath = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const payloadSchema = z.string().transform((body, context) => {
  try {
    return body === '' ? null : JSON.parse(body);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/**
 * Stands in for Lambda's Invoke on a free port of this machine, for callers who wait for the reply: the real client
 * talks to it. What a function throws comes as Lambda tells it, status 200 with `X-Amz-Function-Error`
 * (Lambda API reference, "Invoke").
 */
export async function startLambda(): Promise<Lambda> {
  let find: (name: string) => InvokeFunction | undefined = () => undefined;
  const running = new Set<Promise<unknown>>();
  const { url, stop } = await listen((request, response) => {
    const work = respond(request, response, (name) => find(name)).finally(() => running.delete(work));
    running.add(work);
  });
  return {
    endpoint: url,
    serve: (finder) => {
      find = finder;
    },
    drain: async () => {
      find = () => undefined;
      await Promise.all(running);
    },
    stop,
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  find: (name: string) => InvokeFunction | undefined,
): Promise<void> {
  try {
    const invoke = invocationOf(request, find);
    const payload = payloadSchema.safeParse(await text(request));
    if (!payload.success) {
      throw new LambdaError(400, 'InvalidRequestContentException', 'Could not parse request body into json');
    }
    await reply(response, invoke(payload.data));
  } catch (error) {
    const { status, type, message } =
      error instanceof LambdaError ? error : new LambdaError(500, 'ServiceException', String(error));
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify({ Type: status < 500 ? 'User' : 'Service', Message: message }));
  }
}

/** The function that a request asks for. Throws `LambdaError` for what the local Lambda does not do. */
function invocationOf(
  { method, url = '', headers }: IncomingMessage,
  find: (name: string) => InvokeFunction | undefined,
): InvokeFunction {
  const [, name] = invocationPath.exec(new URL(url, 'http://localhost').pathname) ?? [];
  if (method !== 'POST' || name === undefined) {
    throw new LambdaError(404, 'UnknownOperationException', 'The local Lambda does not have this operation');
  }
  const { 'x-amz-invocation-type': type = 'RequestResponse' } = headers;
  if (type !== 'RequestResponse') {
    throw new LambdaError(400, 'InvalidParameterValueException', `The local Lambda has no invocation type ${type}`);
  }
  const found = find(decodeURIComponent(name));
  if (found) return found;
  throw new LambdaError(404, 'ResourceNotFoundException', `Function not found: ${decodeURIComponent(name)}`);
}

async function reply(response: ServerResponse, invoked: Promise<unknown>): Promise<void> {
  const head = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  try {
    const value = await invoked;
    response.writeHead(200, head).end(JSON.stringify(value ?? null));
  } catch (error) {
    const errorMessage = error instanceof Error ? error.message : String(error);
    response.writeHead(200, { ...head, 'x-amz-function-error': 'Unhandled' });
    response.end(JSON.stringify({ errorType: 'Error', errorMessage }));
  }
}
