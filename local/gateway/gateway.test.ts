import { once } from 'node:events';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoutePlan } from '../template/api.ts';
import { createAuthorizer } from './authorizer.ts';
import { type Gateway, startGateway } from './gateway.ts';

const issuer = 'http://127.0.0.1:1/us-east-1_pool';
const now = new Date('2026-11-22T12:00:00Z');
const seconds = now.getTime() / 1000;
const [ours, theirs] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
const published = { ...(await exportJWK(ours.publicKey)), kid: 'a', alg: 'RS256' };

const plain = { scopes: undefined, timeoutMillis: 29_000 };
const routes: RoutePlan[] = [
  { ...plain, method: 'GET', path: '/', functionName: 'portal' },
  { ...plain, method: 'GET', path: '/{proxy+}', functionName: 'portal' },
  { ...plain, method: 'POST', path: '/api/things', functionName: 'things' },
  { ...plain, method: 'GET', path: '/api/things/{id}', functionName: 'thing' },
  { ...plain, method: 'GET', path: '/api/things/{id}/parts/{part}', functionName: 'part' },
  { ...plain, method: 'GET', path: '/api/things/newest', functionName: 'newest' },
  { ...plain, method: 'GET', path: '/api/slow', functionName: 'slow', timeoutMillis: 50 },
  { ...plain, method: 'GET', path: '/api/mine', functionName: 'mine', scopes: ['nibrs/use', 'nibrs/upload'] },
];

let gateway: Gateway;
/** What the functions reply, and what they were called with. */
let reply: unknown;
let called: { name: string; event: APIGatewayProxyEvent } | undefined;

beforeAll(async () => {
  gateway = await startGateway();
  gateway.serve({
    api: { id: 'api', routes, compressesFrom: 1024 },
    stage: 'dev',
    authorize: createAuthorizer({ issuer, keys: createLocalJWKSet({ keys: [published] }), clock: () => now }),
    clock: () => now,
    invoke: async (name, event) => {
      called = { name, event: event as APIGatewayProxyEvent };
      if (name === 'slow') return new Promise(() => {});
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
});

beforeEach(() => {
  called = undefined;
  reply = { statusCode: 200, body: 'done' };
});

afterAll(() => gateway.stop());

/** As `fetch`, which would put a path in order first and choose some headers itself. */
async function send(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request(`${gateway.url}/`, { path, method, headers }).end();
  const [response] = await once(sent, 'response');
  const chunks = await response.toArray();
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe('the route of a request', () => {
  it.each([
    ['GET', '/', 'portal', null],
    ['GET', '/assets/a%20b.js', 'portal', { proxy: 'assets/a%20b.js' }],
    ['GET', '/api/things/7%2F8', 'thing', { id: '7%2F8' }],
    ['GET', '/api/things/newest', 'newest', null],
    ['GET', '/api/things/newest/parts/1', 'part', { id: 'newest', part: '1' }],
    ['GET', '/api/things/', 'portal', { proxy: 'api/things/' }],
    ['GET', '/../etc/passwd', 'portal', { proxy: '../etc/passwd' }],
    ['POST', '/api/things', 'things', null],
  ])('%s %s is answered by %s', async (method, path, name, pathParameters) => {
    expect((await send(path, {}, method)).status).toBe(200);
    expect(called).toMatchObject({ name, event: { path, pathParameters, httpMethod: method } });
  });

  it.each([
    ['POST', '/'],
    ['GET', '/api/things'],
    ['DELETE', '/api/things/1'],
    ['OPTIONS', '/api/things'],
  ])('is none of %s %s', async (method, path) => {
    const { status, body } = await send(path, {}, method);
    expect([status, body.toString()]).toEqual([403, '{"message":"Missing Authentication Token"}']);
    expect(called).toBeUndefined();
  });

  it('is none under another name of this machine', async () => {
    expect((await send('/', { host: 'rebound.example' })).status).toBe(403);
    expect(called).toBeUndefined();
  });
});

describe('a function', () => {
  it('is told of the request as by API Gateway', async () => {
    await send('/api/things/1?a=1&a=2&b=%C3%A4+%26', { 'X-Custom': 'Kept', accept: 'text/csv' });
    expect(called?.event).toMatchObject({
      resource: '/api/things/{id}',
      headers: { 'X-Custom': 'Kept', accept: 'text/csv' },
      multiValueHeaders: { 'X-Custom': ['Kept'] },
      queryStringParameters: { a: '2', b: 'ä &' },
      multiValueQueryStringParameters: { a: ['1', '2'], b: ['ä &'] },
      stageVariables: null,
      requestContext: {
        stage: 'dev',
        path: '/api/things/1',
        resourcePath: '/api/things/{id}',
        requestTimeEpoch: now.getTime(),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        identity: { sourceIp: '127.0.0.1' },
      },
      body: null,
      isBase64Encoded: false,
    });
    expect(called?.event.requestContext.authorizer).toBeUndefined();
    await send('/');
    expect(called?.event).toMatchObject({ queryStringParameters: null, pathParameters: null });
  });

  it('gets the body in Base64', async () => {
    await fetch(`${gateway.url}/api/things`, { method: 'POST', body: Buffer.from([0, 255, 10]) });
    expect(called?.event).toMatchObject({ isBase64Encoded: true, body: 'AP8K' });
  });

  it('gets no more than it can take', async () => {
    const post = async (bytes: number) =>
      (await fetch(`${gateway.url}/api/things`, { method: 'POST', body: Buffer.alloc(bytes) })).status;
    expect(await post(4_500_000)).toBe(200);
    called = undefined;
    expect(await post(4_700_000)).toBe(413);
    expect(called).toBeUndefined();
  });

  it('is not waited for longer than the route says', async () => {
    const { status, body } = await send('/api/slow');
    expect([status, body.toString()]).toEqual([504, '{"message":"Endpoint request timed out"}']);
  });
});

describe('a reply', () => {
  it('is sent on, with its status and headers', async () => {
    reply = {
      statusCode: 201,
      headers: { 'Content-Type': 'text/plain', ETag: '"1"', 'Content-Length': 1 },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: Buffer.from('körper').toString('base64'),
      isBase64Encoded: true,
    };
    const { status, headers, body } = await send('/');
    expect([status, body.toString()]).toEqual([201, 'körper']);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/plain', 'content-length': '7', etag: '"1"', 'set-cookie': ['a=1', 'b=2'] },
    });
  });

  it('without a body and a type is JSON', async () => {
    reply = { statusCode: 304 };
    const { status, headers, body } = await send('/');
    expect([status, headers['content-type'], body.length]).toEqual([304, 'application/json', 0]);
    expect(headers).not.toHaveProperty('content-length');
  });

  it('is compressed where it is long enough and whoever asks takes that', async () => {
    const [long, short] = ['x'.repeat(1024), 'x'.repeat(1023)];
    const encodingOf = async (body: string, headers = {}, accepted = 'br, gzip') => {
      reply = { statusCode: 200, headers, body };
      const answer = await send('/', { 'accept-encoding': accepted });
      const encoding = answer.headers['content-encoding'];
      if (encoding === 'gzip') expect(gunzipSync(answer.body).toString()).toBe(body);
      return encoding;
    };
    expect(await encodingOf(long)).toBe('gzip');
    expect(await encodingOf(short)).toBeUndefined();
    expect(await encodingOf(long, {}, 'br')).toBeUndefined();
    expect(await encodingOf(long, { 'content-encoding': 'br' })).toBe('br');
  });

  it.each([
    ['none', null],
    ['text', 'done'],
    ['one without a status', { body: 'done' }],
    ['one with a status that is none', { statusCode: 'fine', body: '' }],
    ['one with something else in it', { statusCode: 200, body: '', cookies: [] }],
    ['one whose body is no text', { statusCode: 200, body: { done: true } }],
    ['one with a header that cannot be sent', { statusCode: 200, headers: { 'X-Name': 'a\nb' }, body: '' }],
    ['one that is too long', { statusCode: 200, body: 'x'.repeat(7_000_000) }],
    ['a failure', new Error('secret')],
  ])('is an error of the server where it is %s', async (_, value) => {
    reply = value;
    const { status, headers, body } = await send('/');
    expect([status, body.toString()]).toEqual([502, '{"message":"Internal server error"}']);
    expect(headers).not.toHaveProperty('x-name');
  });
});

describe('a route that asks for a token', () => {
  const claims = {
    iss: issuer,
    token_use: 'access',
    scope: 'openid nibrs/use',
    exp: seconds + 60,
    iat: seconds,
    auth_time: seconds,
    sub: 's',
    username: 'dana',
    'cognito:groups': ['agency-clerk', 'MO0010000'],
  };
  const signed = (payload: JWTPayload, key = ours.privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'a' }).sign(key);

  it.each(['Bearer ', ''])('lets a good one in, after "%s", and tells the function what it says', async (scheme) => {
    expect((await send('/api/mine', { authorization: `${scheme}${await signed(claims)}` })).status).toBe(200);
    expect(called?.event.requestContext.authorizer).toEqual({
      claims: {
        iss: issuer,
        token_use: 'access',
        scope: 'openid nibrs/use',
        exp: 'Sun Nov 22 12:01:00 UTC 2026',
        iat: 'Sun Nov 22 12:00:00 UTC 2026',
        auth_time: String(seconds),
        sub: 's',
        username: 'dana',
        'cognito:groups': 'agency-clerk,MO0010000',
      },
    });
  });

  const { exp: _, ...endless } = claims;
  const { scope: __, ...unscoped } = claims;
  it.each<[string, () => Promise<string | undefined>, string?]>([
    ['no header', async () => undefined],
    ['no token', async () => 'Bearer '],
    ['no JWT', async () => 'Bearer abc'],
    ['one that has expired', () => signed({ ...claims, exp: seconds }), 'The incoming token has expired'],
    ['one that never expires', () => signed(endless)],
    ['one of another issuer', () => signed({ ...claims, iss: `${issuer}2` })],
    ['one signed by another key', () => signed(claims, theirs.privateKey)],
    ['one that was changed', async () => changed(await signed(claims))],
    ['an unsigned one', async () => unsigned(claims)],
    ['one signed with the published key as a secret', () => symmetric(claims)],
    ['an identity token', () => signed({ ...claims, token_use: 'id' })],
    ['one without scopes', () => signed(unscoped)],
    ['one with other scopes', () => signed({ ...claims, scope: 'openid nibrs/used' })],
    ['scopes as a list', () => signed({ ...claims, scope: ['nibrs/use'] })],
  ])('refuses %s', async (_, token, message = 'Unauthorized') => {
    const header = await token();
    const { status, body } = await send('/api/mine', header === undefined ? {} : { authorization: header });
    expect([status, JSON.parse(body.toString())]).toEqual([401, { message }]);
    expect(called).toBeUndefined();
  });

  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = (payload: object) => `${encoded({ alg: 'none' })}.${encoded(payload)}.`;
  const symmetric = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'a' }).sign(Buffer.from(JSON.stringify(published)));
  function changed(token: string): string {
    const [head, , signature] = token.split('.');
    return [head, encoded({ ...claims, 'cognito:groups': ['state-operator'] }), signature].join('.');
  }
});

it('answers what it is at before it stops, and nothing after', async () => {
  const own = await startGateway();
  let finish = (_: unknown) => {};
  const invoke = vi.fn(() => new Promise((resolve) => (finish = resolve)));
  const nobody = async () => ({});
  own.serve({
    ...{ api: { id: 'api', routes, compressesFrom: undefined }, stage: 'dev', authorize: nobody },
    ...{ clock: () => now, invoke },
  });
  const first = fetch(own.url);
  await vi.waitFor(() => expect(invoke).toHaveBeenCalled());
  const drained = own.drain();
  expect((await fetch(own.url)).status).toBe(403);
  finish({ statusCode: 200, body: 'done' });
  expect(await (await first).text()).toBe('done');
  await drained;
  await own.stop();
});

it('says when its port is taken', async () => {
  const port = Number(new URL(gateway.url).port);
  await expect(startGateway({ port })).rejects.toThrow(`Port ${port} of this computer is taken`);
});
