import * as oauth from 'oauth4webapi';
import type { PortalConfig } from '../shared/api/config.ts';
import { basePath } from './base.ts';

/** An access token, when it ends, and what gets the next one. They are kept in memory alone. */
export interface Token {
  value: string;
  endsAt: number;
  refresh: string;
}

/** What has to outlive the way to the issuer and back; it is gone before the token is there. */
interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
}

const pendingKey = 'nibrs-sign-in';
const longestRevocationMillis = 3_000;

/** Goes to the issuer to sign in, without a question where its own session is still there. Never comes back. */
export async function goSignIn(config: PortalConfig): Promise<never> {
  const pending: Pending = {
    state: oauth.generateRandomState(),
    verifier: oauth.generateRandomCodeVerifier(),
    returnTo: location.pathname + location.search,
  };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  return leaveFor(config, 'oauth2/authorize', {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: document.baseURI,
    scope: config.scope,
    state: pending.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
}

/** Whether the issuer has sent the browser back here, with a code or with a reason why there is none. */
export function cameFromIssuer(): boolean {
  const query = new URLSearchParams(location.search);
  return sessionStorage.getItem(pendingKey) !== null && query.has('state') && (query.has('code') || query.has('error'));
}

/** Takes the token that the issuer's code stands for, and puts the address of the page one came from back. */
export async function finishSignIn(config: PortalConfig): Promise<Token> {
  const pending = takePending();
  const [issuer, client, options] = partiesOf(config);
  const answer = new URL(location.href);
  history.replaceState(null, '', pending.returnTo.startsWith(basePath) ? pending.returnTo : basePath);

  const code = oauth.validateAuthResponse(issuer, client, answer, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    issuer,
    client,
    oauth.None(),
    code,
    document.baseURI,
    pending.verifier,
    options,
  );
  return tokenIn(await oauth.processAuthorizationCodeResponse(issuer, client, response));
}

/** The token that comes after one; nothing where the issuer wants to see the person again. Throws when it cannot be asked. */
export async function renewSignIn(config: PortalConfig, { refresh }: Token): Promise<Token | undefined> {
  const [issuer, client, options] = partiesOf(config);
  const response = await oauth.refreshTokenGrantRequest(issuer, client, oauth.None(), refresh, options);
  try {
    return tokenIn(await oauth.processRefreshTokenResponse(issuer, client, response), refresh);
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return undefined;
    throw error;
  }
}

/** Has the issuer renew nothing more. Whoever signs out does so whether that arrives or not. */
export async function revokeSignIn(config: PortalConfig, { refresh }: Token): Promise<void> {
  const [issuer, client, options] = partiesOf(config);
  const signal = AbortSignal.timeout(longestRevocationMillis);
  await oauth
    .revocationRequest(issuer, client, oauth.None(), refresh, { ...options, signal })
    .catch((error) => console.warn(error));
}

/** Ends the issuer's session too: the next person at this computer is asked who they are. */
export function goSignOut(config: PortalConfig): Promise<never> {
  return leaveFor(config, 'logout', { client_id: config.clientId, logout_uri: document.baseURI });
}

function tokenIn(
  { access_token: value, expires_in: seconds = 0, refresh_token }: oauth.TokenEndpointResponse,
  before = '',
): Token {
  return { value, endsAt: Date.now() + seconds * 1000, refresh: refresh_token ?? before };
}

/** Who is asked, who asks, and how. */
function partiesOf(config: PortalConfig) {
  const issuer: oauth.AuthorizationServer = {
    issuer: config.issuer,
    token_endpoint: endpoint(config, 'oauth2/token').href,
    revocation_endpoint: endpoint(config, 'oauth2/revoke').href,
  };
  const client: oauth.Client = { client_id: config.clientId };
  // Only an issuer on this computer is without TLS.
  return [issuer, client, { [oauth.allowInsecureRequests]: location.protocol === 'http:' }] as const;
}

function takePending(): Pending {
  const pending = JSON.parse(sessionStorage.getItem(pendingKey) ?? '') as Pending;
  sessionStorage.removeItem(pendingKey);
  return pending;
}

function endpoint({ signInUrl }: PortalConfig, path: string): URL {
  return new URL(path, signInUrl.endsWith('/') ? signInUrl : `${signInUrl}/`);
}

function leaveFor(config: PortalConfig, path: string, query: Record<string, string>): Promise<never> {
  const url = endpoint(config, path);
  url.search = new URLSearchParams(query).toString();
  location.assign(url);
  return new Promise<never>(() => {});
}
