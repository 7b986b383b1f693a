import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describe, expect, it, test } from 'vitest';
import { pageRequest, proxyResult } from '../aws/page-event.ts';
import { replyTo, type Site } from './site.ts';

const site: Site = {
  files: new Map(
    Object.entries({
      'index.html': '<html><base href="/" /><script src="./assets/index-1a2b.js"></script></html>',
      'assets/index-1a2b.js': 'start()',
      'assets/font-3c4d.woff2': '\u0000\u0001',
    }).map(([name, text]) => [name, Buffer.from(text)]),
  ),
  config: {
    issuer: 'https://issuer.example/pool',
    signInUrl: 'https://sign-in.example',
    clientId: 'portal',
    scope: 'openid nibrs/use',
    state: { code: 'MO', name: 'Missouri', countable: [] },
    stage: 'dev',
  },
  connectTo: ['https://sign-in.example/', 'https://inbox.example/bucket'],
  specification: async () =>
    new Map([
      ['index.html', '<h1>Elements</h1>'],
      ['samples/bad.txt', 'bad'],
    ]),
  openApi: (server) => ({ servers: [{ url: server }] }),
};

interface Asked {
  path: string;
  stage?: string;
  headers?: Record<string, string>;
}

/** What a browser is sent, over the event and the result of the gateway. */
async function get({ path, stage = '', headers = {} }: Asked) {
  const event = { path, headers, requestContext: { path: stage + path, domainName: 'portal.example' } };
  const {
    statusCode,
    headers: sent,
    body,
  } = proxyResult(await replyTo(site, pageRequest(event as unknown as APIGatewayProxyEvent)));
  return { status: statusCode, headers: sent as Record<string, string>, text: Buffer.from(body, 'base64').toString() };
}

const asBrowser = { Accept: 'text/html,application/xhtml+xml' };

describe('pages', () => {
  it.each(['/', '/months', '/index.html', '/submissions/0123456789abcdef', '/specification', '/specification/'])(
    '%s is the portal',
    async (path) => {
      const { status, headers, text } = await get({ path });
      expect([status, headers['Content-Type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toContain('<base href="/"');
    },
  );

  test('one whose address ends as a file does is the portal for who opens it, and nothing for who asks for a file', async () => {
    const path = '/transmissions/MOUCR0001_20261105_NIBRS_011.txt';
    expect((await get({ path, headers: asBrowser })).text).toContain('<base');
    expect(await get({ path, headers: { Accept: 'image/png' } })).toMatchObject({ status: 404 });
  });

  it.each([
    ['/prod', '/prod/'],
    ['/v1/portal', '/v1/portal/'],
    ['', '/'],
    ['/"><script>', '/'],
    ['/../..', '/'],
  ])('below %j have the base %j', async (stage, base) => {
    expect((await get({ path: '/months', stage })).text).toContain(`<base href="${base}"`);
  });

  test('may load and run what is theirs, and talk to the issuer and the inbox', async () => {
    const { headers } = await get({ path: '/' });
    expect(headers['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https://sign-in.example https://inbox.example; form-action 'none'; base-uri 'self'; " +
        "frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'Strict-Transport-Security': expect.stringContaining('max-age='),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });

  test('are asked for each time, and sent again only when they have changed', async () => {
    const first = await get({ path: '/' });
    expect(first.headers['Cache-Control']).toBe('no-cache');
    const etag = first.headers.ETag as string;
    const again = (known: string, stage = '') => get({ path: '/', stage, headers: { 'if-none-match': known } });
    expect(await again(etag)).toMatchObject({ status: 304, text: '' });
    expect(await again(`W/"old", ${etag}`)).toMatchObject({ status: 304 });
    expect(await again(etag, '/prod')).toMatchObject({ status: 200 });
    expect(await again('W/"old"')).toMatchObject({ status: 200 });
  });
});

describe('files', () => {
  it.each([
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'start()'],
    ['/assets/font-3c4d.woff2', 'font/woff2', '\u0000\u0001'],
  ])('%s is sent as it is, and kept for good', async (path, type, text) => {
    const reply = await get({ path });
    expect(reply).toMatchObject({ status: 200, text });
    expect(reply.headers).toMatchObject({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
    expect(reply.headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/index-old.js',
    '/favicon.ico',
    '/assets/../secret.pem',
    '/specification/nothing.txt',
    '/api/nothing',
  ])('%s is not there, and nobody keeps that in mind', async (path) => {
    expect(await get({ path, headers: { Accept: '*/*' } })).toMatchObject({
      status: 404,
      headers: { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' },
    });
  });

  test('what the portal is told', async () => {
    const { headers, text } = await get({ path: '/config.json' });
    expect(headers['Content-Type']).toBe('application/json');
    expect(JSON.parse(text)).toEqual(site.config);
  });

  test('the API, called where it was asked for', async () => {
    const { text } = await get({ path: '/openapi.json', stage: '/prod' });
    expect(JSON.parse(text).servers).toEqual([{ url: 'https://portal.example/prod' }]);
    const local = await get({ path: '/openapi.json', headers: { 'X-Forwarded-Proto': 'http' } });
    expect(JSON.parse(local.text).servers).toEqual([{ url: 'http://portal.example' }]);
  });

  test('what the state publishes, which may bring its style and nothing that runs', async () => {
    const page = await get({ path: '/specification/index.html' });
    expect(page).toMatchObject({ status: 200, text: '<h1>Elements</h1>' });
    expect(page.headers['Content-Security-Policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(await get({ path: '/specification/samples/bad.txt' })).toMatchObject({ status: 200, text: 'bad' });
  });
});
