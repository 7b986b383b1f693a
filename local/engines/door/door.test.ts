import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { credentials, region } from '../addresses.ts';
import { type Fauxqs, startObjectsAndQueues, type Upload } from '../fauxqs.ts';

const bucket = 'inbox';
const origin = 'https://portal.example';
const text = 'L1MO0010000\r\n--not the boundary\r\n';

let fauxqs: Fauxqs;
let s3: S3Client;
let uploads: Upload[];

beforeAll(async () => {
  fauxqs = await startObjectsAndQueues({ dataDir: undefined });
  fauxqs.ensureBucket({
    name: bucket,
    corsRules: [
      {
        AllowedOrigins: [origin],
        AllowedMethods: ['POST', 'PUT', 'GET'],
        AllowedHeaders: ['content-*', 'X-Amz-Checksum-Sha256'],
        ExposedHeaders: ['ETag'],
        MaxAge: 600,
      },
    ],
  });
  fauxqs.ensureBucket({ name: 'closed', corsRules: [] });
  fauxqs.ensureBucket({
    name: 'opened',
    corsRules: [
      { AllowedOrigins: ['https://*.example'], AllowedMethods: ['PUT'] },
      { AllowedOrigins: ['*'], AllowedMethods: ['GET'], AllowedHeaders: ['*'] },
    ],
  });
  fauxqs.onUpload((upload) => uploads.push(upload));
  s3 = client(credentials.secretAccessKey);
});

beforeEach(() => {
  uploads = [];
});

afterAll(async () => {
  s3.destroy();
  await fauxqs.stop();
});

function client(secretAccessKey: string, of: { accessKeyId?: string; region?: string } = {}): S3Client {
  const { accessKeyId = credentials.accessKeyId } = of;
  return new S3Client({
    endpoint: fauxqs.endpoint,
    region: of.region ?? region,
    credentials: { accessKeyId, secretAccessKey },
  });
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}

interface Form {
  url: string;
  fields: Record<string, string>;
}

function signForm(options: Partial<PresignedPostOptions> = {}, signer = s3): Promise<Form> {
  return createPresignedPost(signer, {
    Bucket: bucket,
    Key: 'uploads/MO0010000/1.txt',
    Conditions: [['content-length-range', 5, 1_000]],
    Fields: { 'Content-Type': 'text/plain', 'x-amz-checksum-sha256': sha256(text), success_action_status: '201' },
    ...options,
  });
}

function send({ url, fields }: Form, content = text, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'june "final".txt');
  form.append('x-amz-meta-after', 'means nothing');
  return fetch(url, { method: 'POST', body: form, headers });
}

/** Status and code of an answer; the code is empty where the request was taken. */
async function outcome(answer: Response | Promise<Response>): Promise<string> {
  const { status, text } = await Promise.resolve(answer).then(async (response) => ({
    status: response.status,
    text: await response.text(),
  }));
  return `${status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`.trim();
}

async function storedKeys(): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key = '' }) => Key);
}

describe('a signed form', () => {
  it('stores its file under the key that the server chose, and says where', async () => {
    const answer = await send(await signForm());
    expect(answer.status).toBe(201);
    const xml = await answer.text();
    const key = 'uploads/MO0010000/1.txt';
    expect(xml).toContain(`<Location>${fauxqs.endpoint}/${bucket}/${key}</Location>`);
    expect(xml).toContain(`<Bucket>${bucket}</Bucket><Key>${key}</Key><ETag>"`);

    const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
    expect(await object.Body?.transformToString()).toBe(text);
    expect(object).toMatchObject({ ContentType: 'text/plain', ChecksumSHA256: sha256(text) });
    expect(xml).toContain(object.ETag);
    expect(uploads).toEqual([{ bucket, key, form: true }]);
  });

  it('is answered with 204 where it does not ask for another status', async () => {
    const answer = await send(await signForm({ Fields: {} }));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('location')).toBe(`${fauxqs.endpoint}/${bucket}/uploads/MO0010000/1.txt`);
  });

  it('takes a file of the largest size that its policy allows, and one that is empty', async () => {
    const sized = (max: number, Fields = {}) => signForm({ Fields, Conditions: [['content-length-range', 0, max]] });
    expect(await outcome(send(await sized(20_000_000), 'x'.repeat(20_000_000)))).toBe('204');
    expect(await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'uploads/MO0010000/1.txt' }))).toMatchObject({
      ContentLength: 20_000_000,
    });
    expect(await outcome(send(await sized(0), ''))).toBe('204');
  });

  it('may leave the end of the key to the name of the file', async () => {
    const form = await signForm({ Key: `in/\${filename}`, Fields: {} });
    expect(await outcome(send(form))).toBe('204');
    expect(await storedKeys()).toContain('in/june %22final%22.txt');
  });

  const withPolicy = async (change: (policy: { expiration: string; conditions: unknown[] }) => unknown) => {
    const form = await signForm();
    const policy = JSON.parse(Buffer.from(form.fields.Policy ?? '', 'base64').toString());
    return {
      ...form,
      fields: { ...form.fields, Policy: Buffer.from(JSON.stringify(change(policy))).toString('base64') },
    };
  };
  const withField = async (name: string, value: string) => {
    const { url, fields } = await signForm();
    return { url, fields: { ...fields, [name]: value } };
  };
  const without = async (name: string) => {
    const { url, fields } = await signForm();
    const { [name]: _, ...others } = fields;
    return { url, fields: others };
  };

  it.each<[what: string, form: () => Promise<Form>, refused: string, content?: string]>([
    ['without a policy', () => without('Policy'), '403 AccessDenied'],
    ['without a signature', () => without('X-Amz-Signature'), '400 InvalidArgument'],
    ['without a credential', () => without('X-Amz-Credential'), '400 InvalidArgument'],
    ['without a key', () => without('key'), '400 InvalidArgument'],
    ['signed with another secret', () => signForm({}, client('guessed')), '403 SignatureDoesNotMatch'],
    ['of an unknown access key', () => signForm({}, client('local', { accessKeyId: 'x' })), '403 InvalidAccessKeyId'],
    [
      'signed for another region',
      () => signForm({}, client('local', { region: 'us-west-2' })),
      '400 AuthorizationQueryParametersError',
    ],
    [
      'whose policy has a condition that nobody knows',
      () => signForm({ Conditions: [['ends-with', '$key', '.txt'] as never] }),
      '400 InvalidPolicyDocument',
    ],
    ['that is too old', () => signForm({ Expires: -1 }), '403 AccessDenied'],
    [
      'whose policy was given more time',
      () => withPolicy((p) => ({ ...p, expiration: '2999-01-01T00:00:00Z' })),
      '403 SignatureDoesNotMatch',
    ],
    ['whose policy was stripped', () => withPolicy((p) => ({ ...p, conditions: [] })), '403 SignatureDoesNotMatch'],
    ['for another key', () => withField('key', 'uploads/MO0020000/1.txt'), '403 AccessDenied'],
    ['for another type', () => withField('Content-Type', 'text/html'), '403 AccessDenied'],
    [
      'sent to another bucket',
      async () => ({ ...(await signForm()), url: `${fauxqs.endpoint}/closed` }),
      '403 AccessDenied',
    ],
    ['with a field that nobody signed', () => withField('x-amz-meta-more', 'x'), '403 AccessDenied'],
    [
      'with a field that would be left out in silence',
      () => signForm({ Fields: { acl: 'public-read' } }),
      '501 NotImplemented',
    ],
    ['with a longer file', () => signForm({ Fields: {} }), '400 EntityTooLarge', 'x'.repeat(1_001)],
    ['with a much longer file', () => signForm({ Fields: {} }), '400 EntityTooLarge', 'x'.repeat(5_000_000)],
    ['with a shorter file', () => signForm({ Fields: {} }), '400 EntityTooSmall', 'x'],
    ['with another file', () => signForm(), '400 BadDigest', text.toLowerCase()],
    ['with another hash', () => withField('x-amz-checksum-sha256', sha256('other')), '403 AccessDenied', 'other'],
    [
      'with too much before the file',
      () => withField('x-ignore-me', 'x'.repeat(30_000)),
      '400 MaxPostPreDataLengthExceeded',
    ],
    ['for a key that leads elsewhere', () => signForm({ Key: 'a/../../closed/b' }), '501 NotImplemented'],
    ['for a bucket that is not there', () => signForm({ Bucket: 'nowhere' }), '404 NoSuchBucket'],
  ])('%s is refused and stores nothing', async (_, form, refused, content = text) => {
    const before = await storedKeys();
    expect(await outcome(send(await form(), content))).toBe(refused);
    expect(uploads).toEqual([]);
    expect(await storedKeys()).toEqual(before);
  });

  it('holds to prefixes, and to every type in a list of types', async () => {
    const form = await signForm({
      Fields: {},
      Conditions: [
        ['starts-with', '$Content-Type', 'text/'],
        ['starts-with', '$x-amz-meta-note', ''],
      ],
    });
    const typed = (type: string) => send({ ...form, fields: { ...form.fields, 'Content-Type': type } });
    expect(await outcome(typed('text/csv'))).toBe('204');
    expect(await outcome(typed('text/csv,text/plain'))).toBe('204');
    expect(await outcome(typed('text/csv,application/x-sh'))).toBe('403 AccessDenied');
    expect(await outcome(send(form))).toBe('403 AccessDenied');
  });

  it('tells the condition that failed, and what was too much', async () => {
    const form = await signForm();
    const other = { ...form, fields: { ...form.fields, key: 'other', 'x-amz-meta-a': 'b' } };
    expect(await (await send(other)).text()).toContain(
      '<Message>Invalid according to Policy: Policy Condition failed: {"key":"uploads/MO0010000/1.txt"}</Message>',
    );
    const more = { ...form, fields: { ...form.fields, 'x-amz-meta-a': 'b' } };
    expect(await (await send(more)).text()).toContain('Extra input fields: x-amz-meta-a');
    expect(await (await send(form, 'x'.repeat(2_000))).text()).toContain('<MaxSizeAllowed>1000</MaxSizeAllowed>');
  });

  it('is refused after any one change to a field', async () => {
    const form = await signForm();
    const change = fc.record({
      field: fc.constantFrom(...Object.keys(form.fields)),
      at: fc.nat(),
      character: fc.constantFrom('a', 'B', '0', '/', '=', ' ', 'é'),
      how: fc.constantFrom('replace', 'insert', 'remove'),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ field, at, character, how }) => {
        const value = form.fields[field] ?? '';
        const place = at % value.length;
        const changed =
          value.slice(0, place) +
          (how === 'remove' ? '' : character) +
          value.slice(how === 'insert' ? place : place + 1);
        fc.pre(changed !== value);
        const answer = await send({ ...form, fields: { ...form.fields, [field]: changed } });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(uploads).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('stores nothing of a file whose sender goes away', async () => {
    const { hostname, port } = new URL(fauxqs.endpoint);
    const { fields } = await signForm({ Fields: {}, Key: 'half' });
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nthe first half';
    const socket = connect(Number(port), hostname);
    socket.write(`POST /${bucket} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 9999\r\n`);
    socket.write(`Content-Type: multipart/form-data; boundary=b\r\n\r\n${parts.join('')}${file}`);
    socket.end();
    await once(socket.resume(), 'close');
    expect(await storedKeys()).not.toContain('half');
  });
});

describe('a signed URL', () => {
  const key = 'a folder/jüne (1).txt';
  const put = (input: object = {}, options: object = {}, signer = s3) =>
    getSignedUrl(signer, new PutObjectCommand({ Bucket: bucket, Key: key, ...input }), options);

  it('stores a body once, with the hash that was signed', async () => {
    const checksum = { 'x-amz-checksum-sha256': sha256(text) };
    const url = await put({ ChecksumSHA256: sha256(text) }, { unhoistableHeaders: new Set(Object.keys(checksum)) });
    expect(await outcome(fetch(url, { method: 'PUT', body: text, headers: checksum }))).toBe('200');
    const stored = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
    expect(stored).toMatchObject({ ContentLength: text.length, ChecksumSHA256: sha256(text) });
    expect(uploads).toEqual([{ bucket, key, form: false }]);

    expect(await outcome(fetch(url, { method: 'PUT', body: 'another', headers: checksum }))).toBe('400 BadDigest');
    const lied = { 'x-amz-checksum-sha256': sha256('another') };
    expect(await outcome(fetch(url, { method: 'PUT', body: 'another', headers: lied }))).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await outcome(fetch(url, { method: 'PUT', body: text }))).toBe('403 SignatureDoesNotMatch');
    expect(uploads).toHaveLength(1);
  });

  it('takes a body of any length and type, and metadata that the SDK has put into the query', async () => {
    const url = await put({ Metadata: { agency: 'MO0010000' } });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await outcome(fetch(url, { method: 'PUT', body: 'as=curl+sends+it', headers }))).toBe('200');
    expect(await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).toMatchObject({
      ContentLength: 16,
      ContentType: headers['content-type'],
    });
    expect(await outcome(fetch(url, { method: 'PUT', body: '' }))).toBe('200');
    expect(await outcome(fetch(url, { method: 'PUT', body: 'x'.repeat(20_000_000) }))).toBe('200');
    const stored = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    expect(stored).toMatchObject({ ContentLength: 20_000_000, Metadata: { agency: 'MO0010000' } });
  });

  it('gives an object, or a part of it, as a file of the name that was signed', async () => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text }));
    const asked = { ResponseContentDisposition: 'attachment; filename="june.txt"', ResponseContentType: 'text/plain' };
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: key, ...asked }));
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, text]);
    expect(answer.headers.get('content-disposition')).toBe(asked.ResponseContentDisposition);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    const part = await fetch(url, { headers: { range: 'bytes=0-1' } });
    expect([part.status, await part.text()]).toEqual([206, 'L1']);

    const head = await getSignedUrl(s3, new HeadObjectCommand({ Bucket: bucket, Key: key }));
    const answered = await fetch(head, { method: 'HEAD' });
    expect([answered.status, answered.headers.get('content-length')]).toEqual([200, `${text.length}`]);
  });

  it('uploads the parts of a large file', async () => {
    const Key = 'large';
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key }));
    const bodies = ['x'.repeat(5 * 1024 * 1024), 'end'];
    const parts = await Promise.all(
      bodies.map(async (body, index) => {
        const part = new UploadPartCommand({ Bucket: bucket, Key, UploadId, PartNumber: index + 1 });
        const answer = await fetch(await getSignedUrl(s3, part), { method: 'PUT', body, headers: { origin } });
        expect(answer.headers.get('access-control-expose-headers')).toBe('ETag');
        return { PartNumber: index + 1, ETag: answer.headers.get('etag') ?? '' };
      }),
    );
    expect(uploads).toEqual([]);
    await s3.send(
      new CompleteMultipartUploadCommand({ Bucket: bucket, Key, UploadId, MultipartUpload: { Parts: parts } }),
    );
    const { ContentLength, ETag } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
    expect([ContentLength, ETag]).toEqual([5 * 1024 * 1024 + 3, expect.stringMatching(/-2"$/)]);
    expect(uploads).toEqual([{ bucket, key: Key, form: false }]);
  });

  const edit = (url: string, change: (url: URL) => void) => {
    const edited = new URL(url);
    change(edited);
    return edited.href;
  };
  const changed = (name: string, value: string) => async () =>
    edit(await put(), (url) => url.searchParams.set(name, value));
  const dropped = (name: string) => async () => edit(await put(), (url) => url.searchParams.delete(name));
  const ago = (seconds: number) => ({ signingDate: new Date(Date.now() - seconds * 1000), expiresIn: 60 });

  it.each<[what: string, url: () => Promise<string>, refused: string, request?: RequestInit]>([
    ['that is not signed', async () => `${fauxqs.endpoint}/${bucket}/x`, '403 AccessDenied'],
    [
      'that is not signed, for reading',
      async () => `${fauxqs.endpoint}/${bucket}`,
      '403 AccessDenied',
      { method: 'GET' },
    ],
    ['with another secret', () => put({}, {}, client('guessed')), '403 SignatureDoesNotMatch'],
    ['of an unknown access key', () => put({}, {}, client('local', { accessKeyId: 'x' })), '403 InvalidAccessKeyId'],
    [
      'for another region',
      () => put({}, {}, client('local', { region: 'us-west-2' })),
      '400 AuthorizationQueryParametersError',
    ],
    ['whose time is over', () => put({}, ago(62)), '403 AccessDenied'],
    ['whose time has not come', () => put({}, ago(-3600)), '403 AccessDenied'],
    ['with more time', changed('X-Amz-Expires', '901'), '403 SignatureDoesNotMatch'],
    ['with more than a week', changed('X-Amz-Expires', '604801'), '400 AuthorizationQueryParametersError'],
    ['with no time', dropped('X-Amz-Expires'), '400 AuthorizationQueryParametersError'],
    ['with another date', changed('X-Amz-Date', '20200101T000000Z'), '400 AuthorizationQueryParametersError'],
    ['with no date', changed('X-Amz-Date', 'today'), '400 AuthorizationQueryParametersError'],
    ['with another algorithm', changed('X-Amz-Algorithm', 'none'), '400 AuthorizationQueryParametersError'],
    ['with a malformed credential', changed('X-Amz-Credential', 'local'), '400 AuthorizationQueryParametersError'],
    ['with no signed host', changed('X-Amz-SignedHeaders', 'range'), '400 AuthorizationQueryParametersError'],
    ['with a parameter more', changed('uploads', ''), '403 SignatureDoesNotMatch'],
    [
      'for another key',
      async () => edit(await put(), (url) => (url.pathname = `/${bucket}/other`)),
      '403 SignatureDoesNotMatch',
    ],
    ['for another method', put, '403 SignatureDoesNotMatch', { method: 'DELETE' }],
    ['with a header that nobody signed', put, '403 AccessDenied', { headers: { 'x-amz-copy-source': 'closed/x' } }],
    ['with a wrong MD5', put, '400 BadDigest', { headers: { 'content-md5': 'AAAA' } }],
    [
      'for what is not there',
      () => getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: 'none' })),
      '404 NoSuchKey',
      { method: 'GET' },
    ],
  ])('%s is refused', async (_, url, refused, request = {}) => {
    const { method = 'PUT' } = request;
    const body = method === 'PUT' ? text : null;
    expect(await outcome(fetch(await url(), { method, body, ...request }))).toBe(refused);
    expect(uploads).toEqual([]);
  });

  it('is refused where the name of the file does not fit into a header', async () => {
    const ResponseContentDisposition = 'attachment; filename="июнь.txt"';
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition }));
    expect(await outcome(fetch(url))).toBe('400 InvalidArgument');
  });
});

describe('a page of another origin', () => {
  const ask = (headers: Record<string, string>, path = bucket) =>
    fetch(`${fauxqs.endpoint}/${path}/any`, { method: 'OPTIONS', headers });
  const cors = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  it('is told beforehand what the rules of the bucket allow', async () => {
    const answer = await ask({
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'Content-Type, x-amz-checksum-sha256',
    });
    expect(answer.status).toBe(200);
    expect(cors(answer)).toEqual({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST, PUT, GET',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '600',
    });
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it.each<[what: string, headers: Record<string, string>, refused: string, path?: string]>([
    ['nowhere', {}, '400 BadRequest'],
    ['an origin without a method', { origin }, '400 BadRequest'],
    [
      'another origin',
      { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
      '403 AccessForbidden',
    ],
    ['another method', { origin, 'access-control-request-method': 'DELETE' }, '403 AccessForbidden'],
    [
      'another header',
      { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      '403 AccessForbidden',
    ],
    ['a bucket without rules', { origin, 'access-control-request-method': 'PUT' }, '403 AccessForbidden', 'closed'],
  ])('is refused from or for %s', async (_, headers, refused, path) => {
    const answer = await ask(headers, path);
    expect(cors(answer)).toEqual({});
    expect(await outcome(answer)).toBe(refused);
  });

  it('is held to the first rule that fits', async () => {
    const allowedOrigin = async (from: string, method: string) =>
      cors(await ask({ origin: from, 'access-control-request-method': method }, 'opened'))[
        'access-control-allow-origin'
      ];
    expect(await allowedOrigin('https://a.example', 'PUT')).toBe('https://a.example');
    expect(await allowedOrigin('https://a.example.org', 'PUT')).toBeUndefined();
    expect(await allowedOrigin('https://a.example.org', 'GET')).toBe('*');
  });

  it('may read the answer to a form, and why one was refused', async () => {
    const form = await signForm();
    expect(cors(await send(form, text, { origin }))).toMatchObject({ 'access-control-allow-origin': origin });
    const refused = await send(form, 'too long '.repeat(1_000), { origin });
    expect(cors(refused)).toMatchObject({ 'access-control-allow-origin': origin });
    expect(cors(await send(form, text, { origin: 'https://evil.example' }))).toEqual({});
    expect(cors(await send(form, text))).toEqual({});
  });
});
