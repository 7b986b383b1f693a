import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { JWTVerifyGetKey } from 'jose';
import { ConfigurationError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import { listen } from '../engines/listen.ts';
import { Codes } from './codes.ts';
import type { Directory } from './directory.ts';
import { type Answer, type Endpoint, json } from './exchange.ts';
import { signInPages } from './pages.ts';
import type { LocalMachine, LocalPerson } from './people.ts';
import { programEndpoints } from './programs.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { Sessions } from './sessions.ts';
import { Tokens } from './tokens.ts';

/** A user pool, ready to sign people in. */
export interface ServedPool {
  issuer: string;
  /** What signatures of its tokens are checked with. */
  keys: JWTVerifyGetKey;
  /** An access token as this person or machine would get it, for whoever has no browser. */
  token(who: LocalPerson | LocalMachine): Promise<string>;
}

export interface IdentityProvider {
  /** Where people sign in; the name of the issuer begins with it. */
  url: string;
  /** From now on requests for the user pool of this id are answered. */
  serve(id: string, pool: { directory: Directory; clock: Clock }): Promise<ServedPool>;
  stop(): Promise<void>;
}

/**
 * Stands in for a Cognito user pool and its sign-in pages on a free port of this machine: an OpenID provider that gives
 * the same tokens, and takes everybody for who they say they are.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let endpoints: Record<string, Endpoint> = {};
  const { url, stop } = await listen((request, response) => respond(request, response, endpoints));
  return {
    url,
    serve: async (id, { directory, clock }) => {
      const tokens = await Tokens.create(`${url}/${id}`, clock);
      const codes = new Codes(clock);
      const refreshTokens = new RefreshTokens(clock);
      const sessions = new Sessions(new URL(url).port);
      endpoints = {
        ...signInPages({ directory, codes, sessions }),
        ...programEndpoints({ base: url, directory, codes, refreshTokens, tokens }),
      };
      return { issuer: tokens.issuer, keys: tokens.keys, token: (who) => tokenOf(who, directory, tokens, clock) };
    },
    stop,
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  endpoints: Record<string, Endpoint>,
): Promise<void> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', `http://${headers.host}`);
  let answer: Answer;
  try {
    const form = new URLSearchParams(await text(request));
    const endpoint = endpoints[`${method} ${url.pathname}`];
    answer = endpoint ? await endpoint({ method, url, headers, form }) : json({ message: 'Not Found' }, 404);
  } catch (error) {
    answer = json({ message: String(error) }, 500);
  }
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

async function tokenOf(
  who: LocalPerson | LocalMachine,
  { clients: [client] }: Directory,
  tokens: Tokens,
  clock: Clock,
): Promise<string> {
  if ('clientId' in who) return (await tokens.forMachine(who)).access_token;
  if (!client) throw new ConfigurationError('The user pool has no client through which people sign in');
  const { scopes } = client;
  const grant = { person: who, client, scopes, signedInAt: clock(), origin: randomUUID() };
  return (await tokens.forPerson(grant)).access_token;
}
