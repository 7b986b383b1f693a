import { beforeEach, describe, expect, it } from 'vitest';
import { type ApiWorld, adair, callers, createApiWorld, ownFile, period } from '../../../test/api-world.ts';
import { NotAllowedError, NotFoundError, UsageError } from '../../errors.ts';
import { warningsStream } from '../../ledger/streams.ts';

interface Found {
  id: string;
  severity: string;
  source: string;
  settlement: object | null;
}

let world: ApiWorld;
let submission: string;

beforeEach(async () => {
  world = await createApiWorld();
  submission = await world.send({ agency: adair, fileName: 'own.txt', by: 'pat' }, ownFile(adair));
  await world.sendToFbi();
});

const settle = (finding: string, as: string, caller: keyof typeof callers = 'clerk', id?: string, reason = 'Case 12') =>
  world.ask('settleWarning', callers[caller], { params: { submission, finding }, body: { as, reason }, id });
const find = async (query: Record<string, string> = {}) => {
  const page = await world.ask('listFindings', callers.clerk, { query: { submission, limit: '500', ...query } });
  return (page as { items: Found[] }).items;
};
const warnings = async () => find({ severity: 'warning', source: 'repository' });
const events = () => world.pipeline.ledger.read(warningsStream(submission));

describe('a warning', () => {
  it('is cleared by a clerk, and opened again', async () => {
    const [first, second] = await warnings();
    const cleared = { as: 'cleared', reason: 'Case 12', by: 'pat.adair', at: expect.any(String) };
    expect(await settle(first!.id, 'cleared')).toEqual({ settlement: cleared });
    expect(await find({ status: 'cleared' })).toMatchObject([{ id: first!.id, settlement: cleared }]);
    expect((await find({ status: 'open' })).map(({ id }) => id)).toContain(second!.id);
    expect((await find({ status: 'open' })).map(({ id }) => id)).not.toContain(first!.id);

    expect(await settle(first!.id, 'open')).toEqual({ settlement: null });
    expect(await find({ status: 'cleared' })).toEqual([]);
  });

  it('is dismissed by an admin and by the state, and by no clerk', async () => {
    const [first] = await warnings();
    await expect(settle(first!.id, 'dismissed')).rejects.toThrow(NotAllowedError);
    await settle(first!.id, 'dismissed', 'admin');
    expect(await find({ status: 'dismissed' })).toMatchObject([{ id: first!.id, settlement: { by: 'ann.adair' } }]);
    await settle(first!.id, 'dismissed', 'operator', 'again', 'Looked at it twice');
    expect(await find({ status: 'dismissed' })).toMatchObject([{ id: first!.id, settlement: { by: 'sam' } }]);
  });

  it('of the FBI is settled like one of ours', async () => {
    const [first] = await find({ source: 'fbi' });
    expect(first!.id).toMatch(/^fbi-/);
    await settle(first!.id, 'cleared');
    expect(await find({ status: 'cleared' })).toMatchObject([{ id: first!.id, source: 'fbi' }]);
    const month = await world.ask('listFindings', callers.operator, { query: { period, status: 'cleared' } });
    expect((month as { items: Found[] }).items).toMatchObject([{ id: first!.id }]);
  });

  it('settled twice by one request, or so already, is recorded once', async () => {
    const [first] = await warnings();
    await settle(first!.id, 'cleared', 'clerk', 'one');
    await settle(first!.id, 'cleared', 'clerk', 'two');
    await settle(first!.id, 'open', 'clerk', 'three');
    await settle(first!.id, 'cleared', 'clerk', 'one');
    expect((await events()).map(({ data, cause }) => ['as' in data && data.as, cause.request])).toEqual([
      ['cleared', 'one'],
      ['open', 'three'],
    ]);
  });
});

it('an error is settled by no one, and what is not there is not there', async () => {
  const [error] = await find({ severity: 'error' });
  await expect(settle(error!.id, 'cleared', 'operator')).rejects.toThrow(UsageError);
  for (const id of ['0-99', '99-1', 'x', 'fbi-2026-001']) {
    await expect(settle(id, 'cleared')).rejects.toThrow(NotFoundError);
  }
  const [first] = await warnings();
  await expect(settle(first!.id, 'cleared', 'neighbour')).rejects.toThrow(NotFoundError);
  expect(await events()).toEqual([]);
});
