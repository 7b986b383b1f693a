import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiWorld,
  adair,
  boone,
  callers,
  createApiWorld,
  of,
  ownFile,
  period,
  sharedFile,
} from '../../../test/api-world.ts';
import { announce } from '../../intake/open.ts';
import { InvalidRequestError } from '../problem.ts';

interface Submission {
  submission: string;
  fileName: string;
  status: string;
}
interface Page {
  items: Submission[];
  next: string | null;
}

let world: ApiWorld;
const ids = { own: '', both: '', theirs: '', refused: '', foreign: '', opened: '' };

beforeAll(async () => {
  world = await createApiWorld();
  const by = callers.clerk.name;
  ids.own = await world.send({ agency: adair, fileName: 'own.txt', by }, ownFile(adair));
  ids.both = await world.load('both.txt', sharedFile());
  ids.theirs = await world.send({ agency: boone, fileName: 'theirs.txt', by: 'lee' }, ownFile(boone));
  ids.refused = await world.send({ agency: adair, fileName: 'refused.txt', by }, 'This is no file.\n');
  ids.foreign = await world.send({ agency: adair, fileName: 'foreign.txt', by }, ownFile(boone, 3));
  world.tick();
  const at = new Date('2026-10-06T10:00:00.000Z');
  const file = { agency: adair, fileName: 'opened.txt', oris: [adair], bytes: 10, sha256: 'a'.repeat(64) };
  ids.opened = (await announce(world.pipeline.ledger, file, { by, at })).id;
});

const read = (id: string, caller: keyof typeof callers = 'clerk') =>
  world.ask('readSubmission', callers[caller], { params: { submission: id } });
const list = async (caller: keyof typeof callers, query: Record<string, string> = {}) =>
  (await world.ask('listSubmissions', callers[caller], { query })) as Page;
const names = async (caller: keyof typeof callers, query: Record<string, string> = {}) =>
  (await list(caller, query)).items.map(({ fileName }) => fileName);

describe('a submission', () => {
  it('is told with what became of its reports', async () => {
    const total = of(adair).length - 2;
    expect(await read(ids.own)).toMatchObject({
      fileName: 'own.txt',
      agency: adair,
      uploadedBy: 'pat.adair',
      openedAt: '2026-10-05T08:01:00.000Z',
      status: 'completed',
      endedAt: '2026-10-05T08:01:00.000Z',
      kind: 'reports',
      period,
      agencies: [adair],
      reports: { total, accepted: total - 1, rejected: 1, unchanged: 0, superseded: 0 },
      errors: 1,
      findingsByCode: { 152: 1 },
      chunks: { done: 3, total: 3 },
      refusal: null,
    });
  });

  it('tells why its file was refused', async () => {
    expect(await read(ids.refused)).toMatchObject({
      status: 'refused',
      kind: null,
      period: null,
      refusal: { reason: expect.any(String), hint: expect.any(String) },
      reports: { total: 0 },
    });
  });

  it('is there from when it was opened, and is nobody’s when it came without the API', async () => {
    expect(await read(ids.opened)).toMatchObject({
      status: 'opened',
      bytes: 10,
      uploadedBy: 'pat.adair',
      endedAt: null,
    });
    expect(await read(ids.both, 'auditor')).toMatchObject({ agency: 'MOUCR0001', uploadedBy: null });
  });
});

describe('the list of submissions', () => {
  it('has the newest first, and of those that one may see', async () => {
    const own = ['opened.txt', 'foreign.txt', 'refused.txt', 'own.txt'];
    expect(await names('clerk')).toEqual(own);
    expect(await names('operator')).toEqual([...own.slice(0, 3), 'theirs.txt', 'both.txt', 'own.txt']);
    expect(await names('neighbour')).toEqual(['theirs.txt']);
  });

  it.each([
    [{ status: 'completed' }, ['foreign.txt', 'theirs.txt', 'both.txt', 'own.txt']],
    [{ status: 'refused' }, ['refused.txt']],
    [{ agency: boone }, ['foreign.txt', 'theirs.txt', 'both.txt']],
    [{ agency: boone, status: 'opened' }, []],
    [{ period }, ['foreign.txt', 'theirs.txt', 'both.txt', 'own.txt']],
    [{ period: '2026-08' }, []],
  ])('with %o has %o', async (query, expected) => {
    expect(await names('operator', query)).toEqual(expected);
  });

  it.each(['1', '2', '5', '6'])('in pages of %s is the same list', async (limit) => {
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await list('operator', { limit, ...(cursor && { cursor }) });
      expect(items.length).toBeGreaterThan(0);
      paged.push(...items.map(({ fileName }) => fileName));
      cursor = next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(await names('operator'));
  });

  it.each(['x', 'e30', Buffer.from('{"at":"now","id":1}').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      await expect(list('operator', { cursor })).rejects.toThrow(InvalidRequestError);
    },
  );
});

it('a submission that is announced once more after it came damaged stands where it was announced last', async () => {
  const { pipeline, ask, tick } = await createApiWorld();
  const file = { agency: adair, fileName: 'a.txt', oris: [adair], bytes: 3, sha256: 'b'.repeat(64) };
  const first = await announce(pipeline.ledger, file, { by: 'pat', at: new Date('2026-09-30T23:00:00.000Z') });
  const location = { bucket: 'inbox', key: first.state.opened?.key ?? '' };
  await pipeline.objects.put(location, 'other', 'text/plain');
  await pipeline.notify(await pipeline.objects.current(location));
  const listed = async () => ((await ask('listSubmissions', callers.clerk)) as Page).items;
  expect(await listed()).toMatchObject([{ status: 'refused', openedAt: '2026-09-30T23:00:00.000Z' }]);

  tick();
  await announce(pipeline.ledger, file, { by: 'ann', at: new Date('2026-10-01T09:00:00.000Z') });
  expect(await listed()).toMatchObject([
    { status: 'opened', openedAt: '2026-10-01T09:00:00.000Z', uploadedBy: 'ann', refusal: null, endedAt: null },
  ]);
});
