import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { execute } from './execute.ts';
import { createMemoryLedger } from './memory.ts';
import type { Ledger } from './port.ts';
import { RawKeyring } from './protection/keyring.ts';
import { seriesFold, takeNumber } from './series.ts';

const stream = 'series#2026';
const noWait = async () => {};

it('decides again for everybody who was not first', async () => {
  const ledger = newLedger();
  const done = await Promise.all(Array.from({ length: 10 }, (_, index) => takeOne(ledger, `request ${index}`)));
  expect(done.map(({ state }) => state.taken.length).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  const numbers = (await ledger.read(stream)).map(({ data }) => 'series' in data && data.series);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it('appends nothing when there is nothing to do', async () => {
  const ledger = newLedger();
  await takeOne(ledger, 'request');
  expect(await takeOne(ledger, 'request')).toMatchObject({ events: [], state: { version: 1 } });
});

it('gives up where others are always faster, and says that trying again may help', async () => {
  const ledger: Ledger = { ...newLedger(), append: async () => ['conflict'] };
  const waits: number[] = [];
  const attempt = takeOne(ledger, 'request', async (count) => void waits.push(count));
  await expect(attempt).rejects.toMatchObject({ code: 'try-again', message: expect.stringContaining(stream) });
  expect(waits.slice(0, 3)).toEqual([1, 2, 3]);
});

function takeOne(ledger: Ledger, request: string, wait: (attempt: number) => Promise<void> = noWait) {
  const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { request } };
  return execute(
    ledger,
    stream,
    seriesFold,
    (state) => takeNumber(state, { year: 2026, period: '2026-09', after: state.taken.at(-1)?.transmission }, stamp),
    wait,
  );
}

function newLedger(): Ledger {
  return createMemoryLedger({ keyring: new RawKeyring({ federal: randomBytes(32) }) });
}
