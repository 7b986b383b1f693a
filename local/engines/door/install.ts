import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { RequestListener, Server } from 'node:http';
import type { CorsRule } from '../../template/properties.ts';
import { answerListParts, type Hooks } from '../list-parts.ts';
import { maxBody } from './body.ts';
import { openDoor } from './door.ts';
import type { Reply } from './reply.ts';
import type { Admitted } from './visit.ts';

/** Of Fastify, on which fauxqs is built, what is used here. */
interface Framework {
  server: Server;
  listen(options: { port: number; host: string }): Promise<string>;
  addHook(name: 'onRoute', hook: (route: { bodyLimit?: number }) => void): unknown;
  addHook(name: 'preHandler', hook: (request: { headers: Headers }, reply: unknown, done: () => void) => void): unknown;
  inject(
    request: Pick<Admitted, 'url' | 'headers'> & { method: string; payload: Buffer },
  ): Promise<{ statusCode: number; headers: Reply['headers']; rawPayload: Buffer }>;
}

type Headers = Record<string, string | undefined>;

/** Fastify reads a body by its type, and fauxqs must get it as it is: this header has the type until it was read. */
const typeKept = 'x-content-type-kept';

export interface BehindDoor<Engine> {
  started: Promise<Engine>;
  /** Whether the object that is being stored at this moment came as a form. */
  isForm(bucket: string, key: string): boolean;
}

/**
 * Starts fauxqs with the door before it, in the same server: what the SDK sends has no longer way than without. fauxqs
 * hides its server, but Fastify introduces itself when it is made (Fastify reference, "Diagnostics Channel Hooks"). On
 * this occasion it is told to take longer bodies than fauxqs would, and to listen to this machine alone.
 */
export function startBehindDoor<Engine>(
  start: () => Promise<Engine>,
  corsRules: (bucket: string) => readonly CorsRule[],
): BehindDoor<Engine> {
  const forms = new Set<string>();
  const meet = (message: unknown) => {
    const { fastify } = message as { fastify: Framework & Hooks };
    const listen = fastify.listen.bind(fastify);
    fastify.listen = (options) => listen({ ...options, host: '127.0.0.1' });
    fastify.addHook('onRoute', (route) => {
      route.bodyLimit = maxBody;
    });
    fastify.addHook('preHandler', ({ headers }, _, done) => {
      const type = headers[typeKept];
      if (type !== undefined) headers['content-type'] = type;
      done();
    });
    answerListParts(fastify);
    const listeners = fastify.server.listeners('request') as RequestListener[];
    const pass: RequestListener = (request, response) => {
      for (const listener of listeners) listener(request, response);
    };
    fastify.server.removeAllListeners('request');
    fastify.server.on('request', openDoor({ pass, corsRules, take: (admitted) => take(fastify, forms, admitted) }));
  };
  subscribe('fastify.initialization', meet);
  try {
    return { started: start(), isForm: (bucket, key) => forms.has(`/${bucket}/${key}`) };
  } finally {
    unsubscribe('fastify.initialization', meet);
  }
}

async function take(
  fastify: Framework,
  forms: Set<string>,
  { method, url, headers, body, form }: Admitted,
): Promise<Reply> {
  const object = form ? decodeURIComponent(url) : '';
  forms.add(object);
  try {
    const untyped = 'binary/octet-stream';
    const typed = { ...headers, [typeKept]: headers['content-type'] ?? untyped, 'content-type': untyped };
    const reply = await fastify.inject({ method, url, headers: typed, payload: body });
    const { connection, date, ...kept } = reply.headers;
    return { status: reply.statusCode, headers: kept, body: reply.rawPayload };
  } finally {
    forms.delete(object);
  }
}
