import { describe, expect, it } from 'vitest';
import { createMemoryObjects, MemoryQueue, silentLog } from '../../test/memory.ts';
import { addSealed } from '../../test/sealed.ts';
import { readEntry } from '../agencies/facts.ts';
import { register } from '../agencies/registry.ts';
import { createMemoryFederalCopy } from '../extract/federal-copy-memory.ts';
import type { StartTransmission } from '../extract/messages.ts';
import { createMemoryMonths } from '../extract/months-memory.ts';
import type { ForwardTransmission } from '../forward/messages.ts';
import { execute } from '../ledger/execute.ts';
import { hold } from '../ledger/forwarding.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import { type Action, scheduledAction } from './messages.ts';
import { runScheduled } from './run.ts';

const stamp = { at: '2026-10-11T12:00:00.000Z', by: 'A. Reyes', cause: {} };

function open() {
  const deps = {
    ledger: createMemoryLedger({ keyring: new RawKeyring({}) }),
    months: createMemoryMonths(),
    federal: createMemoryFederalCopy(),
    objects: createMemoryObjects(),
    workBucket: 'work',
    transmissions: new MemoryQueue<StartTransmission>(),
    forwards: new MemoryQueue<ForwardTransmission>(),
    due: { dueDay: 10 },
    clock: () => new Date('2026-12-24T00:00:00Z'),
    log: silentLog,
  };
  const run = (action: Action, scheduledTime: string, more = {}) =>
    runScheduled(deps, scheduledAction.parse({ action, scheduledTime, ...more }));
  return { ...deps, run };
}

describe('the calendar', () => {
  it('closes the month before the one in which it was to be done, however late it is delivered', async () => {
    const { run, transmissions } = open();
    await run('close', '2026-10-11T11:00:00Z');
    await run('close', '2027-01-11T11:00:00Z');
    await run('close', '2026-10-11T11:00:00Z');
    const first = { period: '2026-09', by: 'schedule', request: 'schedule-close-2026-10-11T11:00:00Z' };
    expect(transmissions.messages.map(({ body }) => body)).toEqual([
      first,
      { period: '2026-12', by: 'schedule', request: 'schedule-close-2027-01-11T11:00:00Z' },
      first,
    ]);
  });

  it('does for a person what a person asks for, in addition', async () => {
    const { run, transmissions } = open();
    const asked = { by: 'A. Reyes', request: 'r1' };
    await run('close', '2026-10-11T11:00:00Z', asked);
    expect(transmissions.take()).toEqual({ period: '2026-09', ...asked });
    await run('close', '2026-10-11T11:00:00Z', { ...asked, period: '2026-07' });
    expect(transmissions.take()).toEqual({ period: '2026-07', ...asked });
  });

  it('forwards what is sealed, in order, up to one that is held', async () => {
    const { run, forwards, ledger } = open();
    const ids = [];
    for (const series of [1, 2, 3, 4]) ids.push(await addSealed(ledger, { series, period: '2026-09' }));
    await execute(ledger, transmissionStream(ids[2] ?? ''), transmissionFold, (state) =>
      hold(state, { reason: 'look again' }, stamp),
    );
    expect(await run('forward', '2026-10-14T15:00:00Z')).toEqual({ action: 'forward', held: 2 });
    expect(forwards.messages.map(({ body, group }) => [body.transmission, group])).toEqual([
      ['2026-09#2026-001', 'forwards'],
      ['2026-09#2026-002', 'forwards'],
    ]);
    // A second delivery is dropped by the queue, which knows each request by its id.
    await run('forward', '2026-10-14T15:00:00Z');
    expect(forwards.messages).toHaveLength(2);
    for (const { dedupe } of forwards.messages) expect(dedupe).toMatch(/^[\w!-/:-@[-`{-~]{1,128}$/);
  });

  it('lists who is to be reminded: nobody whom another agency covers, or who has reported', async () => {
    const { run, ledger, months, objects } = open();
    const entries = [
      { ori: 'MO0010000', name: 'Adair', contact_email: 'records@adair.example' },
      { ori: 'MO0020000', name: 'Barton' },
      { ori: 'MO0030000', name: 'Carter', covered_by: 'MO0010000', covered_since: '2020-01' },
    ].map((cells) => {
      const entry = readEntry(Object.entries(cells) as never);
      if (Array.isArray(entry)) throw new Error(entry.join());
      return entry;
    });
    await register(ledger, entries, stamp);
    const counts = { incidents: 2, arrests: 0, zeroReports: 0, deleted: 0, digest: 'd' };
    await months.save({ ori: 'MO0020000', period: '2026-09', ...counts }, []);
    const counted = { action: 'remind', expected: 2, reported: 1, missing: 1 };
    expect(await run('remind', '2026-10-05T13:00:00Z')).toEqual({ ...counted, nearDeadline: false });
    expect(await run('remind', '2026-10-09T13:00:00Z')).toEqual({ ...counted, nearDeadline: true });
    await run('remind', '2026-10-13T13:00:00Z');
    await run('remind', '2026-10-13T13:00:00Z');
    expect(JSON.parse(objects.contents.get('work/reminders/2026-09.json') ?? '')).toEqual({
      request: 'schedule-remind-2026-10-13T13:00:00Z',
      period: '2026-09',
      due: '2026-10-10',
      today: '2026-10-13',
      expected: 2,
      reported: 1,
      reminders: [
        {
          ori: 'MO0010000',
          name: 'Adair',
          contactEmail: 'records@adair.example',
          why: 'nothing reported',
          open: 0,
          daysLate: 3,
        },
      ],
    });
  });
});
