import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { Ledger } from '../ledger/port.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import type { ReportCommand, ReportKey } from '../ledger/reports/command.ts';
import { fileReports } from './file-reports.ts';

const incident: ReportKey = { kind: 'incident', ori: 'MO0010100', number: '26-1', part: '', period: '2026-09' };
const zero: ReportKey = { ...incident, kind: 'zero', number: '2026-09' };

function report(key: ReportKey, submission: string, date?: string): ReportCommand {
  const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { submission, record: 1 } };
  const content = { contentHash: 'a', segments: 1, stateElements: 0, date, federal: 'lines' };
  return { command: 'report', key, stamp, content };
}

/** A ledger whose index of months knows nothing until it is told to catch up. */
function lagging(): { ledger: Ledger; catchUp(): void } {
  const ledger = createMemoryLedger({ keyring: new RawKeyring({ federal: Buffer.alloc(32, 1) }) });
  let lags = true;
  return {
    ledger: { ...ledger, listMonth: async (...month) => (lags ? [] : ledger.listMonth(...month)) },
    catchUp() {
      lags = false;
    },
  };
}

describe('a zero report that was filed while the index of months lagged behind', () => {
  it('stays filed when its chunk is delivered again', async () => {
    const { ledger, catchUp } = lagging();
    await fileReports(ledger, [report(incident, 'first', '20260903')]);
    const once = await fileReports(ledger, [report(zero, 'second')]);
    catchUp();
    const again = await fileReports(ledger, [report(zero, 'second')]);

    expect(once.verdicts).toMatchObject([{ outcome: 'accepted' }]);
    expect(again).toEqual(once);
    expect((await fileReports(ledger, [report(zero, 'third')])).verdicts).toMatchObject([{ refusal: '028' }]);
  });
});

describe('a zero report', () => {
  it('is looked up for in this year and the next, whichever month of submission it has', async () => {
    const { ledger, catchUp } = lagging();
    catchUp();
    await fileReports(ledger, [report({ ...incident, period: '2027-01' }, 'first', '20261231')]);
    const december = { ...zero, number: '2026-12', period: '2027-01' };
    expect((await fileReports(ledger, [report(december, 'second')])).verdicts).toMatchObject([{ refusal: '028' }]);
  });
});
