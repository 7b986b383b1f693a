import { portalOrigins } from './directory.ts';
import { type Answer, type Asked, type Endpoint, json } from './exchange.ts';
import { OAuthError } from './oauth-error.ts';
import { grantTokens, type TokenSources } from './token-endpoint.ts';

export interface ProgramsOptions extends TokenSources {
  /** Where the pages are. */
  base: string;
}

/** What programs ask the issuer for, by method and path; the portal's page may do so from its own origin. */
export function programEndpoints({ base, ...sources }: ProgramsOptions): Record<string, Endpoint> {
  const { directory, refreshTokens, tokens } = sources;
  const { pathname } = new URL(tokens.issuer);
  const endpoints: Record<string, Endpoint> = {
    [`GET ${pathname}/.well-known/openid-configuration`]: () => json(metadata(base, tokens.issuer)),
    [`GET ${pathname}/.well-known/jwks.json`]: () => json(tokens.published),
    'POST /oauth2/token': async ({ form, headers: { authorization } }) =>
      json(await grantTokens({ form, authorization }, sources)),
    'POST /oauth2/revoke': ({ form }) => {
      refreshTokens.revoke(form);
      return { status: 200, headers: { 'cache-control': 'no-store' } };
    },
    // Asked by a browser before it sends a header that forms do not have.
    'OPTIONS /oauth2/token': () => ({
      status: 204,
      headers: {
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type',
      },
    }),
  };
  const allowed = portalOrigins(directory);
  return Object.fromEntries(
    Object.entries(endpoints).map(([name, endpoint]) => [name, forPrograms(endpoint, allowed)]),
  );
}

function metadata(base: string, issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${base}/oauth2/authorize`,
    token_endpoint: `${base}/oauth2/token`,
    revocation_endpoint: `${base}/oauth2/revoke`,
    end_session_endpoint: `${base}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function forPrograms(endpoint: Endpoint, allowed: readonly string[]): Endpoint {
  return async (asked) => {
    const answer = await tellingErrors(endpoint, asked);
    const { origin } = asked.headers;
    if (origin === undefined || !allowed.includes(origin)) return answer;
    return { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': origin, vary: 'origin' } };
  };
}

async function tellingErrors(endpoint: Endpoint, asked: Asked): Promise<Answer> {
  try {
    return await endpoint(asked);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const answer = json({ error: error.code, error_description: error.message }, error.status);
    if (error.status === 401) answer.headers['www-authenticate'] = 'Basic realm="nibrs-ledger"';
    return answer;
  }
}
