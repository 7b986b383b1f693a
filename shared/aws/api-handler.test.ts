import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memberOf } from '../api/caller.ts';
import type { Asked } from '../api/route.ts';
import type { routes } from '../api/routes/index.ts';
import { CorruptDataError, NotFoundError, TryAgainError, UsageError } from '../errors.ts';
import { type ApiHandler, apiHandler } from './api-handler.ts';

type Answers = ApiHandler<'handle-uploads'>['answers'];
const submission = '0123456789abcdef0123456789abcdef';

/** A handler whose answers are these; any other fails. */
function handlerWith(answers: Partial<Answers>, orisOf = async () => ['MO0110100']) {
  const failing = async (): Promise<never> => {
    throw new Error('Not asked for');
  };
  const all: Answers = {
    openSubmission: failing,
    signParts: failing,
    completeUpload: failing,
    readFile: failing,
    readSource: failing,
    ...answers,
  };
  const handler = apiHandler({
    name: 'handle-uploads',
    answers: all,
    memberOf: (claims) => memberOf(claims, orisOf),
  });
  return async (
    request: Partial<APIGatewayProxyEvent>,
    groups = 'agency-clerk,MO0110100',
    scope = 'openid nibrs/use',
  ) => {
    const event = {
      httpMethod: 'GET',
      path: '',
      headers: {},
      pathParameters: null,
      queryStringParameters: null,
      body: null,
      isBase64Encoded: false,
      requestContext: {
        authorizer: {
          claims: {
            sub: 'person-1',
            username: 'pat',
            client_id: 'portal',
            scope,
            'cognito:groups': groups,
          },
        },
      },
      ...request,
    } as unknown as APIGatewayProxyEvent;
    const response = await handler(event, { awsRequestId: 'request', functionVersion: '7' } as Context);
    return { ...response, json: response.body === '' ? undefined : JSON.parse(response.body) };
  };
}

const open = (body: unknown, more: Partial<APIGatewayProxyEvent> = {}) => ({
  httpMethod: 'POST',
  path: '/api/submissions',
  body: JSON.stringify(body),
  ...more,
});
const file = { fileName: 'october.txt', bytes: 10, sha256: 'a'.repeat(64) };

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
});

afterEach(() => vi.restoreAllMocks());

describe('a request', () => {
  it('reaches its answer, checked, with who calls', async () => {
    const asked: Asked<typeof routes.openSubmission>[] = [];
    const ask = handlerWith({
      openSubmission: async (request) => {
        asked.push(request);
        return { submission, upload: { kind: 'none' } };
      },
    });
    const { statusCode, json, headers } = await ask(open(file));
    expect({ statusCode, json }).toEqual({ statusCode: 201, json: { submission, upload: { kind: 'none' } } });
    expect(headers).toMatchObject({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json' });
    expect(asked).toMatchObject([
      { body: file, caller: { id: 'person-1', name: 'pat', roles: ['agency-clerk'], agencies: ['MO0110100'] } },
    ]);
  });

  it('is logged with who called and what it is about, and with nothing of what was said', async () => {
    const ask = handlerWith({ openSubmission: async () => ({ submission, upload: { kind: 'none' } }) });
    await ask(open(file));
    const log = lines.join('');
    expect(log).toMatch(/"operation":"openSubmission","caller":"person-1"/);
    expect(log).not.toMatch(/october|"pat"/);
  });

  it('may come in Base64, as the gateway hands every body on', async () => {
    const ask = handlerWith({ openSubmission: async () => ({ submission, upload: { kind: 'none' } }) });
    const body = Buffer.from(JSON.stringify(file)).toString('base64');
    expect(await ask(open(file, { body, isBase64Encoded: true }))).toMatchObject({ statusCode: 201 });
  });

  it('has the same id when it is repeated under its key by the same caller, and only then', async () => {
    const ids: string[] = [];
    const ask = handlerWith({
      openSubmission: async ({ id }) => {
        ids.push(id);
        return { submission, upload: { kind: 'none' } };
      },
    });
    const keyed = open(file, { headers: { 'IDEMPOTENCY-Key': 'mine' } });
    await ask(keyed);
    await ask(keyed);
    await ask(open(file, { headers: { 'idempotency-key': 'another' } }));
    await ask(open(file));
    await ask(open(file));
    expect(ids[0]).toMatch(/^[A-Za-z0-9-]{1,64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    ['has no file name', { ...file, fileName: '' }, 'body.fileName'],
    ['names a file with a slash', { ...file, fileName: '../../etc/passwd' }, 'body.fileName'],
    ['has no hash', { ...file, sha256: undefined }, 'body.sha256'],
    ['is of an agency that is none', { ...file, agency: 'nowhere' }, 'body.agency'],
  ])('is refused when it %s, with the place', async (_, body, at) => {
    const { statusCode, json, headers } = await handlerWith({})(open(body));
    expect(statusCode).toBe(400);
    expect(headers).toMatchObject({ 'Content-Type': 'application/problem+json' });
    expect(json).toMatchObject({ type: 'urn:nibrs-ledger:invalid-message', status: 400, errors: [{ at }] });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
  ])('is refused when its body is %s', async (_, body) => {
    expect(await handlerWith({})(open(file, { body }))).toMatchObject({ statusCode: 400 });
  });

  it('is refused to whoever has another role, with the roles that it is for', async () => {
    const { statusCode, json } = await handlerWith({})(open(file), 'state-auditor');
    expect(statusCode).toBe(403);
    expect(json.detail).toContain('agency-clerk');
    expect(await handlerWith({})(open(file), '')).toMatchObject({ statusCode: 403 });
  });

  it('has the parts of its path decoded, once', async () => {
    const asked: string[] = [];
    const ask = handlerWith({
      readFile: async ({ params }) => {
        asked.push(params.submission);
        throw new NotFoundError('There is no such submission.');
      },
    });
    await ask({ path: '/api/submissions/x/file', pathParameters: { submission: submission.replace('0', '%30') } });
    expect(asked).toEqual([submission]);
    const broken = await ask({ path: '/api/submissions/x/file', pathParameters: { submission: '%' } });
    expect(broken).toMatchObject({ statusCode: 400 });
  });

  it('of a machine is answered with a problem when the registry of agencies cannot be read', async () => {
    const unreadable = async () => {
      throw new TryAgainError('The ledger is busy.');
    };
    const { statusCode, json } = await handlerWith({}, unreadable)(open(file), '', 'nibrs/upload');
    expect([statusCode, json.detail]).toEqual([503, 'The ledger is busy.']);
    expect(lines.join('')).toContain('"RequestsFailed":1');
  });

  it('to an operation that there is not is answered so', async () => {
    expect(await handlerWith({})({ path: '/api/nothing' })).toMatchObject({ statusCode: 404 });
  });
});

describe('a reply', () => {
  const read = { path: `/api/submissions/${submission}/file`, pathParameters: { submission } };
  const link = { url: 'https://bucket/key', fileName: 'october.txt', expires: '2026-11-01T00:00:00.000Z' };

  it('holds nothing but what is declared', async () => {
    const { json } = await handlerWith({ readFile: async () => ({ ...link, more: 'secret' }) })(read);
    expect(json).toEqual(link);
  });

  it('is not sent again to whoever has it', async () => {
    const ask = handlerWith({ readFile: async () => link });
    const { headers } = await ask(read);
    const again = await ask({ ...read, headers: { 'if-none-match': String(headers?.ETag) } });
    expect(again).toMatchObject({ statusCode: 304, body: '' });
    expect(await ask({ ...read, headers: { 'If-None-Match': '"other"' } })).toMatchObject({ statusCode: 200 });
  });

  it.each([
    [new NotFoundError('There is no such submission.'), 404, 'There is no such submission.'],
    [new UsageError('It is held.'), 409, 'It is held.'],
    [new TryAgainError('Somebody was first.'), 503, 'Somebody was first.'],
    [new CorruptDataError('Stream report#MO0110100#12 has a gap'), 500, 'It is not your fault'],
    [new Error('connect ECONNREFUSED 10.0.0.1'), 500, 'It is not your fault'],
  ])('to what ends in %s is a problem that tells the caller what concerns them', async (error, status, detail) => {
    const { statusCode, json } = await handlerWith({
      readFile: async () => {
        throw error;
      },
    })(read);
    expect(statusCode).toBe(status);
    expect(json.detail).toContain(detail);
    expect(JSON.stringify(json)).not.toMatch(status === 500 ? /MO0110100|ECONN/ : /never/);
    expect(lines.join('').includes('"version":"7","VersionFailures":1')).toBe(status === 500);
  });
});
