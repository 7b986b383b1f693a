import { expect, it } from 'vitest';
import { execute } from '../../shared/ledger/execute.ts';
import { hold } from '../../shared/ledger/forwarding.ts';
import { listNumbers, readTransmissionOf } from '../../shared/ledger/list-transmissions.ts';
import { createMemoryLedger } from '../../shared/ledger/memory.ts';
import { RawKeyring } from '../../shared/ledger/protection/keyring.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import { transmissionFold } from '../../shared/ledger/transmissions.ts';
import { addSealed } from '../../test/sealed.ts';
import { transmissionJson, transmissionLines } from './transmissions.ts';

async function twoFiles() {
  const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
  await addSealed(ledger, { series: 1, period: '2026-08' });
  const second = await addSealed(ledger, { series: 2, period: '2026-09' });
  const stamp = { at: '2026-10-12T09:30:00.000Z', by: 'A. Reyes', cause: {} };
  await execute(ledger, transmissionStream(second), transmissionFold, (state) =>
    hold(state, { reason: 'the city reports today' }, stamp),
  );
  const numbers = await listNumbers(ledger, { firstYear: 2025, lastYear: 2026 });
  return Promise.all(numbers.map((number) => readTransmissionOf(ledger, number)));
}

it('a list of transmissions tells how far each is, and who did what with it', async () => {
  expect(transmissionLines(await twoFiles())).toEqual([
    'file                              period   state   reports  records  SHA-256',
    'MOUCR0001_20261011_NIBRS_001.txt  2026-08  sealed        2        5  abababababab',
    '  2026-10-11 11:00Z started by test',
    '  2026-10-11 11:00Z sealed by test',
    'MOUCR0001_20261011_NIBRS_002.txt  2026-09  held          2        5  abababababab',
    '  2026-10-11 11:00Z started by test',
    '  2026-10-11 11:00Z sealed by test',
    '  2026-10-12 09:30Z held by A. Reyes: the city reports today',
  ]);
});

it('as JSON, every transmission has the same keys', async () => {
  const [first, second] = (await twoFiles()).map((listed) => JSON.parse(transmissionJson(listed)));
  expect(Object.keys(first)).toEqual(Object.keys(second));
  expect(first).toMatchObject({ transmission: '2026-08#2026-001', state: 'sealed', forwarded: null });
  expect(second.steps.at(-1)).toEqual({
    what: 'held',
    at: '2026-10-12T09:30:00.000Z',
    by: 'A. Reyes',
    reason: 'the city reports today',
  });
});
