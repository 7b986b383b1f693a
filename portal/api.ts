import type { z } from 'zod';
import type { Problem as ProblemBody } from '../shared/api/problem.ts';
import type { Operation, Routes } from '../shared/api/routes/index.ts';

/** What a schema takes; nothing where a route has none. */
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** A part of a request, which may be left out where nothing in it is needed. */
type Part<Name extends string, Schema> =
  Record<never, never> extends Given<Schema>
    ? { [K in Name]?: Given<Schema> }
    : Given<Schema> extends undefined
      ? { [K in Name]?: undefined }
      : { [K in Name]: Given<Schema> };

/** What an operation is asked. */
export type Asked<O extends Operation> = Part<'params', NonNullable<Routes[O]['params']>> &
  Part<'query', NonNullable<Routes[O]['query']>> &
  Part<'body', NonNullable<Routes[O]['body']>>;

/** What an operation replies. */
export type Reply<O extends Operation> = z.output<Routes[O]['reply']>;

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** The same again for a repeated write, so that it is done once; one of its own where none is given. */
  idempotencyKey?: string;
}

/** Why there is no reply, in words for whoever sees the page. */
export class Problem extends Error implements ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: ProblemBody['errors'];
  readonly instance?: string | undefined;

  constructor({ type, title, status, detail, errors, instance }: ProblemBody) {
    super(`${title}: ${detail}`);
    this.name = 'Problem';
    this.type = type;
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.instance = instance;
  }

  /** Whether the same again may go well by itself. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Who signs requests. */
export interface Authority {
  /** An access token that has not ended. Throws `Problem` where there is none. */
  token(): Promise<string>;
  /** The one to try after the API refused one. Throws as `token`. */
  tokenAfter(refused: string): Promise<string>;
  /** What it means that the API refused that one too. */
  refused(): Problem;
}

/** Calls an operation of the API. Gives its reply, of a file its text; throws `Problem`. */
export type Call = <O extends Operation>(operation: O, asked: Asked<O>, options?: CallOptions) => Promise<Reply<O>>;

/** How operations are called on behalf of whoever signed in. */
export function callAs(authority: Authority): Call {
  return async <O extends Operation>(operation: O, asked: Asked<O>, options: CallOptions = {}) => {
    const request = requestFor(operation, asked as AnyAsked, options);
    const token = await authority.token();
    let response = await send(request, token);
    if (response.status === 401) response = await send(request, await authority.tokenAfter(token));
    if (response.status === 401) throw authority.refused();
    if (!response.ok) throw await problemIn(response);
    const isJson = response.headers.get('content-type')?.includes('json');
    return (isJson ? await response.json() : await response.text()) as Reply<O>;
  };
}

interface AnyAsked {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

interface Prepared extends RequestInit {
  address: string;
  headers: Record<string, string>;
}

/** What is sent, and may be sent again as it is: a write keeps its key. */
function requestFor(operation: Operation, asked: AnyAsked, { signal, idempotencyKey }: CallOptions): Prepared {
  const { method } = OPERATIONS[operation];
  const headers: Record<string, string> = {};
  if (method !== 'GET') headers['Idempotency-Key'] = idempotencyKey ?? crypto.randomUUID();
  if (asked.body !== undefined) headers['Content-Type'] = 'application/json';
  return {
    address: addressOfCall(operation, asked),
    method,
    headers,
    body: asked.body === undefined ? null : JSON.stringify(asked.body),
    signal: signal ?? null,
  };
}

async function send({ address, headers, ...request }: Prepared, token: string): Promise<Response> {
  try {
    return await fetch(address, { ...request, headers: { ...headers, Authorization: `Bearer ${token}` } });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw unreachable;
  }
}

/** Where an operation is called, relative to the base. */
export function addressOfCall(operation: Operation, { params = {}, query = {} }: AnyAsked): string {
  const path = OPERATIONS[operation].path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** That nothing came back. */
export const unreachable = new Problem({
  type: 'urn:nibrs-ledger:unreachable',
  title: 'The repository could not be reached',
  status: 0,
  detail: 'Check the connection of this computer and try again.',
});

/** The gateway has words of its own for what never gets to the API. */
async function problemIn(response: Response): Promise<Problem> {
  if (response.headers.get('content-type')?.includes('problem+json')) return new Problem(await response.json());
  const { status } = response;
  const tooMany = status === 429;
  return new Problem({
    type: 'urn:nibrs-ledger:gateway',
    title: tooMany ? 'Too many requests' : 'It was not answered',
    status,
    detail: tooMany
      ? 'Wait a minute and try again.'
      : `The request was answered with ${status}. Try again in a minute.`,
  });
}

/** An error that is no problem of the API is a mistake of the portal; whoever sees it is told no more of it. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem({
    type: 'urn:nibrs-ledger:portal',
    title: 'Something failed on this page',
    status: 400,
    detail: 'Load the page again. If it fails once more, tell the state program what you did.',
  });
}
