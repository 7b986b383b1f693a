import { hash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials, region } from '../../../local/engines/addresses.ts';
import { type Fauxqs, startObjectsAndQueues } from '../../../local/engines/fauxqs.ts';
import { writeFile } from '../../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../../test/generate/reports.ts';
import { MemoryQueue, silentLog } from '../../../test/memory.ts';
import { linksTo } from '../../aws/downloads.ts';
import { createObjects } from '../../aws/objects.ts';
import { signedUploads } from '../../aws/signed-uploads.ts';
import { NotAllowedError, NotFoundError, UsageError } from '../../errors.ts';
import type { ReportsChunk } from '../../intake/messages.ts';
import { receiveFile } from '../../intake/receive.ts';
import { createMemoryLedger } from '../../ledger/memory.ts';
import { RawKeyring } from '../../ledger/protection/keyring.ts';
import { submissionStream } from '../../ledger/streams.ts';
import type { Objects } from '../../ports.ts';
import { findProfile } from '../../state/index.ts';
import type { Caller } from '../caller.ts';
import { routes } from '../routes/index.ts';
import { uploadAnswers } from './uploads.ts';

const [own, other] = ['MO0010100', 'MO0020200'] as const;
const submitter = 'MOUCR0001';
const profile = findProfile('MO');
const mebibyte = 2 ** 20;
const hostile = '=cmd|<b> \u0024{filename}.txt';
const reports = generateReports({
  state: 'MO',
  agencies: [own, other],
  period: '2026-09',
  incidents: 6,
  arrests: 2,
  zeroReports: 0,
  seed: 23,
  stateSegments: true,
});
const of = (ori: string) => reports.filter(({ report }) => report.ori === ori);
const fileOf = (chosen: readonly GeneratedReport[]) =>
  Buffer.from(writeFile(chosen, { state: 'MO', lineEnd: '\n' }), 'latin1');

const callers = {
  clerk: { id: '1', name: 'pat', roles: ['agency-clerk'], agencies: [own] },
  neighbour: { id: '2', name: 'lee', roles: ['agency-admin'], agencies: [other] },
  machine: { id: '3', name: 'rms', roles: ['machine-uploader'], agencies: [own, other] },
  operator: { id: '4', name: 'sam', roles: ['state-operator'], agencies: 'all' },
  nobody: { id: '5', name: 'new', roles: ['agency-clerk'], agencies: [] },
} satisfies Record<string, Caller>;
type Who = keyof typeof callers;

let engine: Fauxqs;
let client: S3Client;

beforeAll(async () => {
  engine = await startObjectsAndQueues({});
  client = new S3Client({ endpoint: engine.endpoint, region, credentials, forcePathStyle: true });
});

afterAll(async () => {
  client?.destroy();
  await engine?.stop();
});

let worlds = 0;

/** A ledger and an inbox of their own, the answers over them, and what a caller does with these. */
function createWorld() {
  worlds += 1;
  const inboxBucket = `inbox-${worlds}`;
  engine.ensureBucket({ name: inboxBucket, corsRules: [] });
  const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
  const objects: Objects = createObjects(client);
  let now = Date.now();
  const clock = () => new Date(now++);
  const answers = uploadAnswers({
    ledger,
    objects,
    uploads: signedUploads(client, inboxBucket, clock),
    linkTo: linksTo(client, clock),
    sizes: { form: 2 * mebibyte, part: 5 * mebibyte },
    ...{ inboxBucket, submitter, profile, clock },
  });
  const asked = { query: {} as never, body: undefined as never, params: {} as never, id: 'request' };

  const open = async (who: Who, content: Buffer, said: { agency?: string; fileName?: string } = {}) => {
    const { fileName = 'september.txt', agency } = said;
    const body = { fileName, bytes: content.length, sha256: hash('sha256', content), agency };
    const reply = await answers.openSubmission({ ...asked, body, caller: callers[who] });
    return routes.openSubmission.reply.parse(reply);
  };
  const signParts = async (who: Who, submission: string, parts: { number: number; sha256: string }[]) => {
    const reply = await answers.signParts({ ...asked, params: { submission }, body: { parts }, caller: callers[who] });
    return routes.signParts.reply.parse(reply).parts;
  };
  const complete = (who: Who, submission: string) =>
    answers.completeUpload({ ...asked, params: { submission }, caller: callers[who] });
  const keyOf = async (submission: string) => {
    const events = await ledger.read(submissionStream(submission));
    return events.flatMap(({ type, data }) => (type === 'SubmissionOpened' ? [data.key] : [])).at(-1) ?? '';
  };
  const receive = async (submission: string) => {
    const chunks = new MemoryQueue<ReportsChunk>();
    const location = { bucket: inboxBucket, key: await keyOf(submission) };
    return receiveFile({ ledger, objects, chunks, profile, clock, log: silentLog }, location);
  };
  /** Opens a submission of a small file, uploads it by its form, and has it received. */
  const send = async (who: Who, content: Buffer, said: { agency?: string; fileName?: string } = {}) => {
    const { submission, upload } = await open(who, content, said);
    if (upload.kind !== 'form') throw new Error(`It is to come as ${upload.kind}`);
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(content)]));
    expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(204);
    await receive(submission);
    return submission;
  };
  const readFile = async (who: Who, submission: string) => {
    const reply = await answers.readFile({ ...asked, params: { submission }, caller: callers[who] });
    return routes.readFile.reply.parse(reply);
  };
  const readSource = async (who: Who, submission: string, record: number) => {
    const reply = await answers.readSource({
      ...asked,
      params: { submission },
      query: { record },
      caller: callers[who],
    });
    return routes.readSource.reply.parse(reply);
  };
  const events = (submission: string) => ledger.read(submissionStream(submission));
  return { open, signParts, complete, keyOf, receive, send, readFile, readSource, events };
}

describe('opening a submission', () => {
  it('gives a form for the file, and puts on record who opened it and for whom they may file', async () => {
    const { open, events } = createWorld();
    const { submission, upload } = await open('clerk', fileOf(of(own)), { fileName: hostile });
    expect(upload.kind).toBe('form');
    expect(await events(submission)).toMatchObject([
      {
        type: 'SubmissionOpened',
        by: 'pat',
        cause: { submission, request: 'request' },
        data: { fileName: hostile, agency: own, oris: [own] },
      },
    ]);
    expect((await events(submission))[0]?.data).toMatchObject({
      key: expect.stringMatching(new RegExp(`^submissions/${own}/\\d{8}T\\d{9}Z/${submission}/[\\w.-]+$`)),
    });
  });

  it.each<[string, Who, string | undefined, string | typeof UsageError | typeof NotAllowedError]>([
    ['a caller of one agency in its name', 'clerk', undefined, own],
    ['a caller of several in the name that they give', 'machine', other, other],
    ['a caller of several only when they give one', 'machine', undefined, UsageError],
    ['the state in its own name', 'operator', undefined, submitter],
    ['the state in the name of an agency', 'operator', own, own],
    ['nobody in the name of another agency', 'clerk', other, NotAllowedError],
    ['nobody who has no agency', 'nobody', undefined, NotAllowedError],
  ])('is done by %s', async (_, who, agency, outcome) => {
    const { open, events } = createWorld();
    const opened = open(who, fileOf(of(own)), { agency });
    if (typeof outcome !== 'string') return expect(opened).rejects.toThrow(outcome);
    const { agencies } = callers[who];
    expect((await events((await opened).submission))[0]?.data).toMatchObject({ agency: outcome });
    expect((await events((await opened).submission))[0]?.data).toHaveProperty(
      'oris',
      agencies === 'all' ? undefined : agencies,
    );
  });

  it('again gives the same place, and nothing to do once the file is there', async () => {
    const { open, send, events, keyOf } = createWorld();
    const content = fileOf(of(own));
    const first = await open('clerk', content);
    const key = await keyOf(first.submission);
    expect((await open('clerk', content)).submission).toBe(first.submission);
    expect(await keyOf(first.submission)).toBe(key);
    expect(await send('clerk', content)).toBe(first.submission);
    expect(await open('clerk', content)).toEqual({ submission: first.submission, upload: { kind: 'none' } });
    expect((await events(first.submission)).filter(({ type }) => type === 'SubmissionOpened')).toHaveLength(1);
  });

  it('of the same file by another agency is another submission', async () => {
    const { open } = createWorld();
    const content = fileOf(of(own));
    const { submission } = await open('clerk', content);
    expect((await open('neighbour', content)).submission).not.toBe(submission);
  });
});

describe('a large file', () => {
  const large = Buffer.alloc(11 * mebibyte, fileOf(of(own)));
  const parts = [0, 5, 10].map((at) => large.subarray(at * mebibyte, (at + 5) * mebibyte));
  const hashed = (number: number) => ({ number, sha256: hash('sha256', parts[number - 1]!) });

  it('comes in parts, goes on where it was, and is put together once all are there', async () => {
    const { open, signParts, complete, receive, events } = createWorld();
    const put = async (submission: string, number: number) => {
      const [signed] = await signParts('clerk', submission, [hashed(number)]);
      const body = new Uint8Array(parts[number - 1]!);
      const answer = await fetch(signed!.url, { method: 'PUT', headers: signed!.headers, body });
      expect(answer.status).toBe(200);
    };
    const { submission, upload } = await open('clerk', large);
    const none = [1, 2, 3].map((number) => ({ number, isThere: false }));
    expect(upload).toEqual({ kind: 'parts', partBytes: 5 * mebibyte, parts: none });
    await put(submission, 3);
    await put(submission, 1);

    const again = await open('clerk', large);
    expect(again).toEqual({
      submission,
      upload: { ...upload, parts: none.map((part) => ({ ...part, isThere: part.number !== 2 })) },
    });
    await expect(complete('clerk', submission)).rejects.toThrow(/1 parts are not there or not whole, .* number 2\./);
    await put(submission, 2);
    await complete('clerk', submission);
    await complete('clerk', submission);
    expect((await open('clerk', large)).upload).toEqual({ kind: 'none' });
    await receive(submission);
    expect((await events(submission)).map(({ type }) => type)).toContain('SubmissionSplit');
  });

  it('whose upload was given up is announced anew', async () => {
    const { open, signParts, keyOf, events } = createWorld();
    const { submission } = await open('clerk', large);
    const [signed] = await signParts('clerk', submission, [hashed(1)]);
    const { origin, pathname, searchParams } = new URL(signed!.url);
    // As S3 does by itself after some days.
    const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/`;
    const address = `${origin}${pathname}?uploadId=${searchParams.get('uploadId')}`;
    await fetch(address, { method: 'DELETE', headers: { authorization } });

    const key = await keyOf(submission);
    expect((await open('clerk', large)).upload.kind).toBe('parts');
    expect(await keyOf(submission)).not.toBe(key);
    expect(await events(submission)).toHaveLength(2);
  });

  it('has the parts that it has, and takes none of somebody else', async () => {
    const { open, signParts, complete } = createWorld();
    const { submission } = await open('clerk', large);
    await expect(signParts('clerk', submission, [{ ...hashed(1), number: 4 }])).rejects.toThrow('no part 4');
    await expect(signParts('neighbour', submission, [hashed(1)])).rejects.toThrow(NotFoundError);
    await expect(complete('neighbour', submission)).rejects.toThrow(NotFoundError);
    await expect(complete('clerk', '0'.repeat(32))).rejects.toThrow(NotFoundError);
    const small = await open('clerk', fileOf(of(own)));
    await expect(signParts('clerk', small.submission, [hashed(1)])).rejects.toThrow(UsageError);
    await expect(complete('clerk', small.submission)).rejects.toThrow(UsageError);
  });
});

describe('what was uploaded', () => {
  it.each<[string, { by: Who; agency?: string; agencies: string[] }, Record<Exclude<Who, 'nobody'>, string>]>([
    [
      'by an agency',
      { by: 'clerk', agencies: [own] },
      { clerk: 'has it', neighbour: 'knows nothing', machine: 'has it', operator: 'has it' },
    ],
    [
      'by an agency with reports of another one in it',
      { by: 'clerk', agencies: [own, other] },
      { clerk: 'has it', neighbour: 'sees its reports', machine: 'has it', operator: 'has it' },
    ],
    [
      'by a machine for two agencies, in the name of one of them',
      { by: 'machine', agency: own, agencies: [own, other] },
      { clerk: 'sees its reports', neighbour: 'sees its reports', machine: 'has it', operator: 'has it' },
    ],
    [
      'by the state with one agency in it',
      { by: 'operator', agencies: [other] },
      { clerk: 'knows nothing', neighbour: 'has it', machine: 'has it', operator: 'has it' },
    ],
  ])('%s', async (_, { by, agency, agencies }, expected) => {
    const world = createWorld();
    const content = fileOf(agencies.flatMap(of));
    const submission = await world.send(by, content, { agency });
    const lines = content.toString('latin1').trimEnd().split('\n');
    const see = async (who: Who) => {
      const links = await world.readFile(who, submission).then(({ url }) => url, refusalOf);
      const sources = [];
      for (const ori of agencies) {
        const record = lines.findIndex((line) => line.includes(ori)) + 1;
        sources.push(await world.readSource(who, submission, record).then(({ ori }) => ori, refusalOf));
      }
      return { links, sources };
    };
    for (const who of ['clerk', 'neighbour', 'machine', 'operator'] as const) {
      const { links, sources } = await see(who);
      const hasIt = typeof links === 'string';
      if (hasIt) expect(await (await fetch(links)).text()).toBe(content.toString('latin1'));
      const seesSome = sources.some((source) => typeof source === 'string');
      expect([who, hasIt ? 'has it' : seesSome ? 'sees its reports' : 'knows nothing']).toEqual([who, expected[who]]);
      if (expected[who] === 'knows nothing') expect([links, ...sources]).toEqual([NotFoundError, NotFoundError]);
      const { agencies: may }: Caller = callers[who];
      const foreign = agencies.filter((_, index) => typeof sources[index] === 'string');
      if (!hasIt) expect(foreign.filter((ori) => may !== 'all' && !may.includes(ori))).toEqual([]);
    }
  });

  it('is under a link with its name, and nowhere before it has come', async () => {
    const { open, send, readFile } = createWorld();
    const content = fileOf(of(own));
    const { submission } = await open('clerk', content);
    await expect(readFile('clerk', submission)).rejects.toThrow(NotFoundError);
    await send('clerk', content);
    expect(await readFile('clerk', submission)).toMatchObject({ fileName: 'september.txt' });
    await expect(readFile('clerk', 'f'.repeat(32))).rejects.toThrow(NotFoundError);
  });

  it('is shown around a record with dots where the state’s elements are', async () => {
    const { send, readSource } = createWorld();
    const content = fileOf(of(own));
    const submission = await send('clerk', content);
    const lines = content.toString('latin1').trimEnd().split('\n');
    const stateLine = lines.findIndex((line) => !/^\d{4}[0-7]/.test(line));
    const source = await readSource('operator', submission, stateLine + 1);
    const shown = source.lines.find(({ record }) => record === stateLine + 1);
    expect(shown?.text).toMatch(/^.{37}·+$/);
    expect(shown?.text.slice(0, 37)).toBe(lines[stateLine]?.slice(0, 37));
    for (const { record, text } of source.lines.filter(({ level }) => /[0-7]/.test(level))) {
      expect(text).toBe(lines[record - 1]?.trimEnd());
    }
    await expect(readSource('clerk', submission, lines.length + 1)).rejects.toThrow('no report at record');
  });

  it('is shown row by row with dots for values when it is a supplement', async () => {
    const { send, readSource } = createWorld();
    const rows = `${own},26-1,01,C,D\n${own},26-1,02,N,\n`;
    const submission = await send('clerk', Buffer.from(`ori,report,sequence,MO-3,MO-4\n${rows}`), {
      fileName: 'supplement.csv',
    });
    expect(await readSource('clerk', submission, 3)).toEqual({
      ori: own,
      report: '26-1',
      lines: [
        { record: 2, level: 'supplement', text: `${own},26-1,01,·,·` },
        { record: 3, level: 'supplement', text: `${own},26-1,02,·,` },
      ],
    });
  });
});

function refusalOf(error: Error): unknown {
  return error.constructor;
}
