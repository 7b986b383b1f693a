import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../shared/ports.ts';
import { listen } from '../engines/listen.ts';
import type { ApiPlan } from '../template/api.ts';
import type { Authorize } from './authorizer.ts';
import { matchRoute } from './match-route.ts';
import { proxyEvent, splitTarget } from './proxy-event.ts';
import { payloadBytes, sendReply } from './proxy-reply.ts';
import { badReply, noRoute, Refusal } from './refusal.ts';

/** A file that this machine serves by itself. */
export interface LocalFile {
  mediaType: string;
  body: string | Uint8Array;
  /** The content security policy of a page; without one it may load nothing. */
  policy?: string;
}

/** Finds what is served at a path beside the API, before the API is asked. */
export type FindLocalFile = (path: string) => Promise<LocalFile | undefined>;

/** An API and what is behind it. */
export interface ServedApi {
  api: ApiPlan;
  stage: string;
  authorize: Authorize;
  /** Calls a function by its name with an event and gives its reply. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  clock: Clock;
}

export interface GatewayOptions {
  /** Any that is free where none is given. */
  port?: number | undefined;
  beside?: FindLocalFile | undefined;
}

/** The API's address. */
export interface Gateway {
  url: string;
  /** From now on requests are answered. */
  serve(served: ServedApi): void;
  /** Resolves when the requests at work are answered; later ones find nothing. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** The most that a request may hold: in Base64 it has to fit into what a function may be sent, beside the rest of the event. */
const requestBytes = Math.floor((payloadBytes - 100_000) * 0.75);

/**
 * Stands in for API Gateway on this machine, at `port` or one that is free: a REST API with proxy integrations, at the
 * root and not below the name of its stage, as with a domain of its own. Throws `UsageError` when the port is taken.
 */
export async function startGateway({ port, beside = async () => undefined }: GatewayOptions = {}): Promise<Gateway> {
  let served: ServedApi | undefined;
  const running = new Set<Promise<unknown>>();
  const { url, stop } = await listen((request, response) => {
    const work = respond(request, response, beside, served).finally(() => running.delete(work));
    running.add(work);
  }, port);
  return {
    // As people write it, and with another name than the issuer's, whose cookies are none of the gateway's business.
    url: url.replace('127.0.0.1', 'localhost'),
    serve: (api) => {
      served = api;
    },
    drain: async () => {
      served = undefined;
      await Promise.all(running);
    },
    stop,
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  beside: FindLocalFile,
  served?: ServedApi,
): Promise<void> {
  try {
    const file = request.method === 'GET' ? await beside(splitTarget(request).path) : undefined;
    if (file) return sendFile(response, file);
    const body = await readBody(request);
    if (!served) throw noRoute();
    const { api, stage, authorize, invoke, clock } = served;
    const matched = matchRoute(api.routes, request.method ?? '', splitTarget(request).path);
    const { scopes, functionName, timeoutMillis } = matched.route;
    const claims = scopes && (await authorize(request.headers.authorization, scopes));
    const event = proxyEvent({ request, matched, body, claims, api: api.id, stage, at: clock() });
    const reply = await withinTime(timeoutMillis, invoke(functionName, event));
    sendReply({ request, response }, reply, api.compressesFrom);
  } catch (error) {
    refuse(response, error instanceof Refusal ? error : badReply());
  }
}

function sendFile(response: ServerResponse, { mediaType, body, policy = "default-src 'none'" }: LocalFile): void {
  response.writeHead(200, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** Reads to the end also of what is too long, so that whoever sends it hears so. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= requestBytes) chunks.push(chunk);
  }
  if (bytes > requestBytes) throw new Refusal(413, 'RequestTooLongException', 'Request Too Long');
  return Buffer.concat(chunks);
}

/** The reply of a function, unless it takes longer than that; it works on then, and nobody hears of it. */
async function withinTime(timeoutMillis: number, reply: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_, reject) => {
    const late = new Refusal(504, 'EndpointTimeoutException', 'Endpoint request timed out');
    timer = setTimeout(() => reject(late), timeoutMillis);
  });
  return Promise.race([reply, tooLate]).finally(() => clearTimeout(timer));
}

function refuse(response: ServerResponse, { status, type, message }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message }));
}
