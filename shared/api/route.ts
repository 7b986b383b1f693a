import type { z } from 'zod';
import type { Caller, Role } from './caller.ts';

/** The functions that answer requests, each with what it may do. */
export type ApiFunction = 'handle-uploads' | 'show-records' | 'take-orders';

/** Text in the path of a route. */
export type Params = z.ZodObject<Record<string, z.ZodType<unknown, string>>>;
/** What follows the question mark; every value of it is text. */
export type Query = z.ZodObject<Record<string, z.ZodType<unknown, string | undefined>>>;

/** One operation of the API: all that there is to say of it, so that the gateway, the documentation and the client agree. */
export interface Route<
  P extends Params = Params,
  Q extends Query = Query,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT';
  /** Below `/api`, with `{name}` for each of `params`. */
  path: `/${string}`;
  /** One sentence: what it does. */
  summary: string;
  /** What a caller has to know beyond that. */
  description?: string;
  answeredBy: ApiFunction;
  /** Who may call it; of those who do, each sees and changes only what is of their own agencies. */
  roles: readonly Role[];
  params?: P;
  query?: Q;
  body?: B;
  /** What comes back, as JSON. */
  reply: R;
  /** 200 where nothing is said. */
  status?: 201 | 202;
  /** The reply is a file of one of these types, and `reply` describes its text. */
  mediaTypes?: readonly string[];
}

/** What a route is asked, checked. */
export interface Asked<T extends Route> {
  params: T extends Route<infer P> ? z.output<P> : never;
  query: T extends Route<Params, infer Q> ? z.output<Q> : never;
  body: T extends Route<Params, Query, infer B> ? z.output<B> : never;
  caller: Caller;
  /** Tells this request from any other; the same again when the caller repeats it under its idempotency key. */
  id: string;
}

/** A file as a reply. */
export interface FileReply {
  mediaType: string;
  fileName: string;
  text: string;
}

/** What a route replies. */
export type Replied<T extends Route> = T extends { mediaTypes: readonly string[] } ? FileReply : z.input<T['reply']>;

/** Does what a route says. Throws errors of `shared/errors.ts`. */
export type Answer<T extends Route> = (asked: Asked<T>) => Promise<Replied<T>>;

/** Declares a route; what it gives is what it is given. */
export function route<
  P extends Params = z.ZodObject<Record<never, never>>,
  Q extends Query = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
  const M extends { mediaTypes?: readonly string[] } = Record<never, never>,
  F extends ApiFunction = ApiFunction,
>(declared: Omit<Route<P, Q, B, R>, 'answeredBy' | 'mediaTypes'> & { answeredBy: F } & M) {
  return declared;
}
