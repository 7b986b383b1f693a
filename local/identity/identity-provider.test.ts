import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from './directory.ts';
import { type IdentityProvider, type ServedPool, startIdentityProvider } from './identity-provider.ts';

const portal = 'http://localhost:4040';
const directory: Directory = {
  portal,
  people: [
    { name: 'Dana <Reyes>', username: 'dana', groups: ['agency-clerk', 'MO0010000', 'MO0020000'] },
    { name: 'Lee Park', username: 'lee', groups: ['state-operator'] },
  ],
  machines: [{ clientId: 'records', secret: 'sësame & co' }],
  clients: [
    {
      id: 'portal',
      callbackUrls: ['https://nibrs.example.org/portal'],
      logoutUrls: ['https://nibrs.example.org/signed-out'],
      scopes: ['openid', 'nibrs/use'],
      tokenSeconds: 1800,
      refreshSeconds: 36_000,
    },
    {
      id: 'other',
      callbackUrls: ['https://other.example.org/'],
      logoutUrls: [],
      scopes: ['nibrs/use'],
      tokenSeconds: 60,
      refreshSeconds: 3600,
    },
  ],
  roles: [
    { name: 'agency-clerk', description: 'Uploads files' },
    { name: 'state-operator', description: undefined },
  ],
};

const redirectUri = `${portal}/portal`;
const insecure = { [oauth.allowInsecureRequests]: true };
const client: oauth.Client = { client_id: 'portal' };
const verifier = oauth.generateRandomCodeVerifier();
const challenge = await oauth.calculatePKCECodeChallenge(verifier);

let provider: IdentityProvider;
let pool: ServedPool;
let server: oauth.AuthorizationServer;
let now: Date;

beforeAll(async () => {
  now = new Date();
  provider = await startIdentityProvider();
  pool = await provider.serve('us-east-1_pool', { directory, clock: () => now });
  const issuer = new URL(pool.issuer);
  const response = await oauth.discoveryRequest(issuer, insecure);
  server = await oauth.processDiscoveryResponse(issuer, response);
});

beforeEach(() => {
  now = new Date();
});

afterAll(() => provider.stop());

const query = (changed: Record<string, string | undefined> = {}) => {
  const asked = {
    response_type: 'code',
    client_id: 'portal',
    redirect_uri: redirectUri,
    scope: 'openid nibrs/use',
    state: 'the state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changed,
  };
  return new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined));
};

const get = (path: string, cookie = '') => fetch(provider.url + path, { redirect: 'manual', headers: { cookie } });

/** Sends the form of the page, as a browser does. */
const choose = (form: Record<string, string>, asked = query(), origin = provider.url) =>
  fetch(`${provider.url}/login?${asked}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams(form),
  });

const returnedTo = (response: Response) => new URL(response.headers.get('location') ?? '');
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0];

async function signIn(form: Record<string, string> = { username: 'dana' }): Promise<URLSearchParams> {
  const returned = returnedTo(await choose(form));
  return oauth.validateAuthResponse(server, client, returned, 'the state');
}

async function exchange(code: URLSearchParams, redirect = redirectUri, shown = verifier, as = client) {
  const response = await oauth.authorizationCodeGrantRequest(server, as, oauth.None(), code, redirect, shown, insecure);
  return oauth.processAuthorizationCodeResponse(server, as, response);
}

describe('a person', () => {
  it('is asked who they are, chooses, and comes back with a code for tokens like those of Cognito', async () => {
    const asked = await get(`/oauth2/authorize?${query()}`);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/login?${query()}`]);
    const page = await (await get(`/login?${query()}`)).text();
    expect(page).toContain('<button>Continue as Dana &lt;Reyes&gt;</button>');
    expect(page).toContain('agency clerk, MO0010000, MO0020000');
    expect(page).toContain('<option value="state-operator">state operator</option>');

    const { access_token: token, id_token: identity = '', expires_in } = await exchange(await signIn());
    expect(expires_in).toBe(1800);
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''));
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer: pool.issuer, algorithms: ['RS256'] });
    expect(protectedHeader.kid).toBeDefined();
    expect(payload).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      'cognito:groups': ['agency-clerk', 'MO0010000', 'MO0020000'],
      token_use: 'access',
      scope: 'openid nibrs/use',
      client_id: 'portal',
      username: 'dana',
      version: 2,
    });
    expect(payload).not.toHaveProperty('aud');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(1800);
    expect(decodeJwt(identity)).toMatchObject({
      token_use: 'id',
      aud: 'portal',
      name: 'Dana <Reyes>',
      sub: payload.sub,
    });
  });

  it('is the same person at every start', async () => {
    const again = await startIdentityProvider();
    const { token } = await again.serve('us-east-1_pool', { directory, clock: () => now });
    const [person = { name: '', username: '', groups: [] }] = directory.people;
    expect(decodeJwt(await token(person)).sub).toBe(decodeJwt(await pool.token(person)).sub);
    await again.stop();
  });

  it('stays signed in until they sign out', async () => {
    const response = await choose({ username: 'lee' });
    expect(response.headers.get('set-cookie')).toMatch(/^session-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(response);
    const again = returnedTo(await get(`/oauth2/authorize?${query()}`, cookie));
    expect(again.href).toMatch(redirectUri);
    const { access_token } = await exchange(oauth.validateAuthResponse(server, client, again, 'the state'));
    expect(decodeJwt(access_token)).toMatchObject({ username: 'lee' });

    const bye = new URLSearchParams({ client_id: 'portal', logout_uri: `${portal}/signed-out` });
    const out = await get(`/logout?${bye}`, cookie);
    expect([returnedTo(out).href, out.headers.get('set-cookie')]).toEqual([
      `${portal}/signed-out`,
      expect.stringMatching(/^session-\d+=; .*Max-Age=0$/),
    ]);
    expect((await get(`/oauth2/authorize?${query()}`, cookie)).headers.get('location')).toMatch('/login');
  });

  it('may be someone else, of a role and agencies', async () => {
    const { access_token } = await exchange(await signIn({ role: 'agency-clerk', oris: ' mo0030000, MO0040000' }));
    expect(decodeJwt(access_token)).toMatchObject({
      username: 'agency-clerk.mo0030000.mo0040000',
      'cognito:groups': ['agency-clerk', 'MO0030000', 'MO0040000'],
    });
  });

  it.each([
    [{ role: 'agency-clerk', oris: 'MO003<b>' }, 'MO003&lt;B&gt; is not an ORI'],
    [{ role: 'agency-clerk', oris: ' ' }, 'Name at least one agency'],
    [{ role: 'governor', oris: '' }, 'Choose one of the roles'],
    [{ username: 'nobody' }, 'Choose one of the roles'],
  ])('who says %j is told what is wrong', async (form, told) => {
    const response = await choose(form);
    expect(response.status).toBe(400);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain(told);
  });

  it('sees a page that runs nothing and sends its form nowhere else', async () => {
    const policy = (await get(`/login?${query()}`)).headers.get('content-security-policy');
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-`);
    expect(policy).toContain(`form-action 'self' ${portal};`);
    expect(policy).not.toContain('script');
  });

  it('cannot be signed in by another site', async () => {
    const response = await choose({ username: 'dana' }, query(), 'https://example.org');
    expect([response.status, response.headers.get('set-cookie')]).toEqual([400, null]);
  });
});

describe('a program that asks wrongly', () => {
  it.each([
    [{ client_id: 'unknown' }],
    [{ redirect_uri: undefined }],
    [{ redirect_uri: 'https://example.org/' }],
    [{ redirect_uri: `${portal}/elsewhere` }],
    [{ redirect_uri: 'https://nibrs.example.org/portal/' }],
    [{ redirect_uri: `${portal}.example.org/portal` }],
  ])('is not sent anybody: %j', async (changed) => {
    for (const path of ['/oauth2/authorize', '/login']) {
      const response = await get(`${path}?${query(changed)}`);
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
      expect(response.headers.get('content-type')).toMatch('text/html');
    }
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_scope', { scope: 'openid nibrs/upload' }],
  ])('gets back %s: %j', async (error, changed) => {
    const returned = returnedTo(await get(`/oauth2/authorize?${query(changed)}`));
    expect(returned.href).toMatch(redirectUri);
    expect(Object.fromEntries(returned.searchParams)).toMatchObject({ error, state: 'the state' });
  });

  it.each([
    ['https://nibrs.example.org/portal'],
    [redirectUri],
    [redirectUri.replace('localhost', '127.0.0.1')],
    [`${portal}/`],
  ])('may name %s to come back to', async (address) => {
    expect((await get(`/login?${query({ redirect_uri: address })}`)).status).toBe(200);
  });

  it('does not end a session for an address that is not its own', async () => {
    const asked = new URLSearchParams({ client_id: 'portal', logout_uri: 'https://example.org/' });
    expect((await get(`/logout?${asked}`)).status).toBe(400);
  });
});

describe('a code', () => {
  const refused = expect.objectContaining({ error: 'invalid_grant' });

  it('is good once', async () => {
    const code = await signIn();
    await exchange(code);
    await expect(exchange(code)).rejects.toThrow(refused);
  });

  it('is spent by a wrong attempt', async () => {
    const code = await signIn();
    await expect(exchange(code, redirectUri, oauth.generateRandomCodeVerifier())).rejects.toThrow(refused);
    await expect(exchange(code)).rejects.toThrow(refused);
  });

  it('is good for the program that asked, where it asked for it, and for five minutes', async () => {
    await expect(exchange(await signIn(), `${portal}/`)).rejects.toThrow(refused);
    await expect(exchange(await signIn(), redirectUri, verifier, { client_id: 'other' })).rejects.toThrow(refused);
    const code = await signIn();
    now = new Date(now.getTime() + 5 * 60_000 + 1);
    await expect(exchange(code)).rejects.toThrow(refused);
  });
});

describe('a refresh token', () => {
  const refused = expect.objectContaining({ error: 'invalid_grant' });

  async function signedIn() {
    const { access_token, refresh_token = '' } = await exchange(await signIn());
    return { access: decodeJwt(access_token), refresh: refresh_token };
  }

  async function renew(token: string, as = client) {
    const response = await oauth.refreshTokenGrantRequest(server, as, oauth.None(), token, insecure);
    return oauth.processRefreshTokenResponse(server, as, response);
  }

  const revoke = async (token: string, as = client) =>
    oauth.processRevocationResponse(await oauth.revocationRequest(server, as, oauth.None(), token, insecure));

  it('gives new tokens of the same sign-in, as often as it is shown, and no other refresh token', async () => {
    const { access, refresh } = await signedIn();
    for (const minutes of [29, 29]) {
      now = new Date(now.getTime() + minutes * 60_000);
      const renewed = await renew(refresh);
      const { exp = 0, jti, ...claims } = decodeJwt(renewed.access_token);
      expect(claims).toMatchObject({
        ...{ sub: access.sub, username: 'dana', scope: 'openid nibrs/use', token_use: 'access' },
        ...{ auth_time: access.auth_time, origin_jti: access.origin_jti },
      });
      expect([exp - now.getTime() / 1000 > 1798, jti === access.jti]).toEqual([true, false]);
      expect(decodeJwt(renewed.id_token ?? '')).toMatchObject({ sub: access.sub, name: 'Dana <Reyes>' });
      expect(renewed.refresh_token).toBeUndefined();
    }
  });

  it('is good until it ends, and for the client that it was given to', async () => {
    const { refresh } = await signedIn();
    await expect(renew(refresh, { client_id: 'other' })).rejects.toThrow(refused);
    now = new Date(now.getTime() + 36_000_000 - 1000);
    await renew(refresh);
    now = new Date(now.getTime() + 1000);
    await expect(renew(refresh)).rejects.toThrow(refused);
  });

  it('goes on being good after the browser has signed out, until it is revoked by its client', async () => {
    const [{ refresh }, other] = [await signedIn(), await signedIn()];
    await get(`/logout?${new URLSearchParams({ client_id: 'portal', logout_uri: `${portal}/signed-out` })}`);
    await expect(revoke(refresh, { client_id: 'other' })).rejects.toThrow(
      expect.objectContaining({ error: 'invalid_client' }),
    );
    await renew(refresh);
    await revoke(refresh);
    await expect(renew(refresh)).rejects.toThrow(refused);
    await revoke(refresh);
    await renew(other.refresh);
  });

  it('that was never given is not good', async () => {
    await expect(renew('made-up')).rejects.toThrow(refused);
  });
});

describe('a machine', () => {
  const machine = { client_id: 'records' };

  async function credentials(auth: oauth.ClientAuth, parameters: Record<string, string> = {}) {
    const response = await oauth.clientCredentialsGrantRequest(server, machine, auth, parameters, insecure);
    return { response: response.clone(), ...(await oauth.processClientCredentialsResponse(server, machine, response)) };
  }

  it.each([
    ['a header', oauth.ClientSecretBasic('sësame & co')],
    ['the form', oauth.ClientSecretPost('sësame & co')],
  ])('gets a token for its secret in %s', async (_, auth) => {
    const { access_token } = await credentials(auth, { scope: 'nibrs/upload' });
    const claims = decodeJwt(access_token);
    expect(claims).toMatchObject({
      ...{ sub: 'records', client_id: 'records', token_use: 'access', scope: 'nibrs/upload' },
    });
    expect(claims).not.toHaveProperty('username');
    expect(claims).not.toHaveProperty('cognito:groups');
  });

  it.each([
    ['a header', oauth.ClientSecretBasic('wrong')],
    ['the form', oauth.ClientSecretPost('wrong')],
  ])('gets none for a wrong secret in %s', async (_, auth) => {
    const response = await oauth.clientCredentialsGrantRequest(server, machine, auth, {}, insecure);
    expect([response.status, await response.json()]).toMatchObject([401, { error: 'invalid_client' }]);
  });

  it('gets none for other scopes', async () => {
    await expect(credentials(oauth.ClientSecretPost('sësame & co'), { scope: 'nibrs/use' })).rejects.toThrow(
      expect.objectContaining({ error: 'invalid_scope' }),
    );
  });
});

describe('the token endpoint', () => {
  it('knows no other grants', async () => {
    const body = new URLSearchParams({ grant_type: 'password', username: 'dana', password: 'x' });
    const response = await fetch(`${provider.url}/oauth2/token`, { method: 'POST', body });
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
  });

  it('may be asked by the page of the portal, and by no other', async () => {
    const allowed = async (origin: string, method: string, path: string) => {
      const response = await fetch(`${provider.url}/oauth2/${path}`, { method, headers: { origin } });
      return response.headers.get('access-control-allow-origin');
    };
    for (const [method, path] of [
      ['POST', 'token'],
      ['OPTIONS', 'token'],
      ['POST', 'revoke'],
    ] as const) {
      expect(await allowed(portal, method, path)).toBe(portal);
      expect(await allowed('https://example.org', method, path)).toBeNull();
    }
  });
});

it('gives the same tokens without a browser', async () => {
  const [person = { name: '', username: '', groups: [] }] = directory.people;
  expect(decodeJwt(await pool.token(person))).toMatchObject({ username: 'dana', scope: 'openid nibrs/use' });
  expect(decodeJwt(await pool.token({ clientId: 'new', secret: 'x' }))).toMatchObject({ scope: 'nibrs/upload' });
});
