import fc from 'fast-check';
import { expect, it } from 'vitest';
import { execute } from '../ledger/execute.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { settlementsIn, settleWarning, warningsFold } from './warnings.ts';

const orders = fc.array(
  fc.record({
    finding: fc.constantFrom('0-1', '0-2', 'fbi-1'),
    as: fc.constantFrom('cleared', 'dismissed', 'open'),
    reason: fc.constantFrom('Case 1', 'Case 2'),
    request: fc.constantFrom('a', 'b', 'c', 'd', undefined),
  }),
  { maxLength: 12 },
);

it('what stands is what was said last, and neither a request nor a repetition counts twice', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (said) => {
      const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
      const expected = new Map<string, object>();
      const requests = new Set<string>();
      let events: readonly LedgerEvent[] = [];
      for (const { request, ...order } of said) {
        const stamp = { at: '2026-10-05T08:00:00.000Z', by: 'pat', cause: { request } };
        await execute(ledger, 'warnings#1', warningsFold, (state) => settleWarning(state, order, stamp));
        const before = events.length;
        events = await ledger.read('warnings#1');
        const isRepeated = request !== undefined && requests.has(request);
        if (isRepeated) {
          expect(events).toHaveLength(before);
          continue;
        }
        if (events.length > before && request !== undefined) requests.add(request);
        if (order.as === 'open') expected.delete(order.finding);
        else expected.set(order.finding, { as: order.as, reason: order.reason });
      }
      const settled = [...settlementsIn(events)].map(([id, { as, reason }]) => [id, { as, reason }] as const);
      expect(new Map(settled)).toEqual(expected);
    }),
  );
});
