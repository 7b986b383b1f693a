import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrantRequest,
  processClientCredentialsResponse,
} from 'oauth4webapi';
import { scopes } from '../../shared/api/caller.ts';
import { portalConfig } from '../../shared/api/config.ts';
import { TryAgainError, UsageError } from '../../shared/errors.ts';
import { demandSafe } from './address.ts';
import { persist } from './retry.ts';

/** A program that may upload, as the state program has registered it. */
export interface Machine {
  clientId: string;
  clientSecret: string;
}

/** Gives an access token that has not ended. */
export type TokenSource = () => Promise<string>;

/** A token that ends sooner than this is not used any more, seconds. */
const reserve = 60;

/**
 * Signs a machine in to the repository at this address with its client credentials (RFC 6749, 4.4), and again when its
 * token ends. Throws `UsageError` when there is no repository or it does not know the machine.
 */
export async function signIn(repository: URL, { clientId, clientSecret }: Machine): Promise<TokenSource> {
  const { issuer, signInUrl } = await configOf(repository);
  const tokenEndpoint = new URL('oauth2/token', signInUrl.endsWith('/') ? signInUrl : `${signInUrl}/`);
  const [server, client] = [{ issuer, token_endpoint: tokenEndpoint.href }, { client_id: clientId }];
  let token: { text: string; endsAt: number } | undefined;

  return async () => {
    if (token && Date.now() < token.endsAt) return token.text;
    const response = await clientCredentialsGrantRequest(
      server,
      client,
      ClientSecretBasic(clientSecret),
      { scope: scopes.machine },
      // Only a repository on this computer is reached without encryption; `demandSafe` sees to it.
      { [allowInsecureRequests]: demandSafe(tokenEndpoint).protocol === 'http:' },
    ).catch((cause: unknown) => {
      throw new TryAgainError(`${tokenEndpoint.origin}, where to sign in, cannot be reached. Try again.`, { cause });
    });
    demandToken(response);
    const { access_token: text, expires_in: seconds = 0 } = await processClientCredentialsResponse(
      server,
      client,
      response,
    );
    token = { text, endsAt: Date.now() + (seconds - reserve) * 1000 };
    return text;
  };
}

async function configOf(repository: URL) {
  const address = new URL('config.json', repository);
  const response = await persist(() => fetch(address), `${repository.origin} cannot be reached`);
  const config = portalConfig.safeParse(response.ok ? await response.json().catch(() => undefined) : undefined);
  if (config.success) return config.data;
  throw new UsageError(`There is no repository at ${repository.href}. Give as --url the address of its portal.`);
}

function demandToken({ ok, status }: Response): void {
  if (ok) return;
  if (status >= 500) throw new TryAgainError('Signing in failed at the repository. Try again in a few minutes.');
  throw new UsageError(
    'The repository does not know this client, or its secret is another one. Check both; the state program gives them out.',
  );
}
