import { randomUUID } from 'node:crypto';
import { scopes } from '../../shared/api/caller.ts';
import type { Codes } from './codes.ts';
import type { Directory } from './directory.ts';
import { OAuthError } from './oauth-error.ts';
import type { LocalMachine } from './people.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import type { TokenSet, Tokens } from './tokens.ts';

export interface TokenRequest {
  form: URLSearchParams;
  /** The Authorization header. */
  authorization: string | undefined;
}

/** What tokens are given for, and by. */
export interface TokenSources {
  directory: Directory;
  codes: Codes;
  refreshTokens: RefreshTokens;
  tokens: Tokens;
}

/** Answers a request for tokens, of a person's program or of a machine (RFC 6749, sections 4.1.3, 4.4 and 6). Throws `OAuthError`. */
export async function grantTokens(
  { form, authorization }: TokenRequest,
  { directory, codes, refreshTokens, tokens }: TokenSources,
): Promise<TokenSet> {
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const { signIn, person, at } = codes.redeem(form);
      const { nonce, ...given } = signIn;
      const grant = { ...given, person, signedInAt: at, origin: randomUUID() };
      return { ...(await tokens.forPerson({ ...grant, nonce })), refresh_token: refreshTokens.issue(grant) };
    }
    case 'refresh_token':
      return tokens.forPerson(refreshTokens.redeem(form));
    case 'client_credentials': {
      const machine = authenticate(form, authorization, directory);
      const scope = form.get('scope') ?? scopes.machine;
      if (scope !== scopes.machine) throw new OAuthError('invalid_scope', 'The client may not ask for this scope.');
      return tokens.forMachine(machine);
    }
    default:
      throw new OAuthError(
        'unsupported_grant_type',
        'The grant_type has to be authorization_code, refresh_token or client_credentials.',
      );
  }
}

function authenticate(form: URLSearchParams, authorization: string | undefined, directory: Directory): LocalMachine {
  const [clientId, secret] = credentialsOf(authorization) ?? [form.get('client_id'), form.get('client_secret')];
  const machine = directory.machines.find((known) => known.clientId === clientId && known.secret === secret);
  if (machine) return machine;
  throw new OAuthError('invalid_client', 'There is no machine of this client_id and secret.', 401);
}

/** The name and the password of a Basic header, each encoded as in a form (RFC 6749, section 2.3.1). */
function credentialsOf(authorization: string | undefined): [string, string] | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  const [[clientId = '', secret = ''] = []] = new URLSearchParams(`${name}=${password.join(':')}`);
  return [clientId, secret];
}
