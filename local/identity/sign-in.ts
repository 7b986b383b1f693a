import type { UserPoolClientPlan } from '../template/user-pool.ts';
import { type Directory, mayReturnTo } from './directory.ts';
import { OAuthError, ReturnedError } from './oauth-error.ts';

/** What a program asks for when it sends a person to sign in. */
export interface SignIn {
  client: UserPoolClientPlan;
  redirectUri: string;
  scopes: string[];
  state: string | undefined;
  nonce: string | undefined;
  /** The hash of what the program will have to show (RFC 7636). */
  challenge: string;
}

/**
 * Reads a request to sign in: the authorization code flow with PKCE by S256, and nothing else. Throws `OAuthError` where
 * it cannot be trusted to say where to send anybody, and `ReturnedError` for what is wrong beyond that.
 */
export function readSignIn(query: URLSearchParams, directory: Directory): SignIn {
  const client = directory.clients.find(({ id }) => id === query.get('client_id'));
  if (!client) throw new OAuthError('invalid_client', 'There is no client of this client_id.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!mayReturnTo(redirectUri, client.callbackUrls, directory)) {
    throw new OAuthError('redirect_mismatch', 'The redirect_uri is not one of the client’s.');
  }

  const state = query.get('state') ?? undefined;
  const back = { redirectUri, state };
  if (query.get('response_type') !== 'code') {
    throw new ReturnedError('unsupported_response_type', 'The response_type has to be code.', back);
  }
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
    throw new ReturnedError('invalid_request', 'There has to be a code_challenge, by S256.', back);
  }
  const scopes = query.get('scope')?.split(' ') ?? client.scopes;
  if (!scopes.every((scope) => client.scopes.includes(scope))) {
    throw new ReturnedError('invalid_scope', 'The client may not ask for this scope.', back);
  }
  return { client, redirectUri, scopes, state, nonce: query.get('nonce') ?? undefined, challenge };
}
