import * as oauth from 'oauth4webapi';
import type { PortalConfig } from '../shared/api/config.ts';
import { basePath } from './base.ts';

/** An access token, and when it ends. It is kept in memory alone. */
export interface Token {
  value: string;
  givenAt: number;
  endsAt: number;
}

/** What has to outlive the way to the issuer and back; it is gone before the token is there. */
interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
}

const pendingKey = 'nibrs-sign-in';

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
  const issuer: oauth.AuthorizationServer = {
    issuer: config.issuer,
    token_endpoint: endpoint(config, 'oauth2/token').href,
  };
  const client: oauth.Client = { client_id: config.clientId };
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
    // Only an issuer on this computer is without TLS.
    { [oauth.allowInsecureRequests]: location.protocol === 'http:' },
  );
  const { access_token: value, expires_in: seconds = 0 } = await oauth.processAuthorizationCodeResponse(
    issuer,
    client,
    response,
  );
  const givenAt = Date.now();
  return { value, givenAt, endsAt: givenAt + seconds * 1000 };
}

/** Ends the issuer's session too: the next person at this computer is asked who they are. */
export function goSignOut(config: PortalConfig): Promise<never> {
  return leaveFor(config, 'logout', { client_id: config.clientId, logout_uri: document.baseURI });
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
