import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../ledger/port.ts';
import { foldMonth } from './fold.ts';

const period = '2026-09';
const common = { at: '2026-10-01T00:00:00.000Z', by: 'test', cause: {} };
const content = { contentHash: 'hash', segments: 1, stateElements: 0 };
const before = { previous: { version: 1, period: '2026-08' } };

function key(number: string, part = '') {
  return { ori: 'MO0010100', number, part, period };
}

function arrest(version: number, part: string, type: 'reported' | 'replaced' | 'deleted'): LedgerEvent {
  const data = key('B1', part);
  const place = { ...common, stream: 'report#MO0010100#B1', version };
  switch (type) {
    case 'reported':
      return { ...place, type: 'ArrestReported', data: { ...data, ...content } };
    case 'replaced':
      return { ...place, type: 'ArrestReplaced', data: { ...data, ...content, ...before } };
    case 'deleted':
      return { ...place, type: 'ArrestDeleted', data: { ...data, ...before } };
  }
}

const zero: LedgerEvent = {
  ...common,
  stream: 'zero#MO0010100#2026-09',
  version: 1,
  type: 'ZeroReportFiled',
  data: { ...key('2026-09'), ...content },
};

const superseded: LedgerEvent = {
  ...common,
  stream: 'report#MO0010100#I1',
  version: 2,
  type: 'IncidentSuperseded',
  data: { ...key('I1'), contentHash: 'hash', current: { version: 1, period: '2026-10' } },
};

/** What is sent, as `number/part` with the version deleted and the version inserted. */
function sent(...events: LedgerEvent[]) {
  return foldMonth(events).map(({ number, part, deletes, inserts }) => [
    `${number}/${part}`,
    deletes,
    inserts?.version,
  ]);
}

describe('what a month sends', () => {
  it('follows each arrestee of a transaction by its own events', () => {
    const events = [arrest(4, '02', 'reported'), arrest(5, '01', 'replaced'), arrest(6, '03', 'deleted')];

    expect(sent(...events)).toEqual([
      ['B1/01', 1, 5],
      ['B1/02', undefined, 4],
      ['B1/03', 1, undefined],
    ]);
  });

  it('is the newest content, and the delete of what stood before the month', () => {
    expect(sent(arrest(3, '01', 'replaced'), arrest(2, '01', 'replaced'))).toEqual([['B1/01', 1, 3]]);
    expect(sent(arrest(2, '01', 'deleted'), arrest(3, '01', 'reported'))).toEqual([['B1/01', 1, 3]]);
    expect(sent(arrest(2, '01', 'reported'), arrest(3, '01', 'deleted'))).toEqual([]);
  });

  it('has the zero report', () => {
    expect(sent(zero, arrest(1, '01', 'reported'))).toEqual([
      ['B1/01', undefined, 1],
      ['2026-09/', undefined, 1],
    ]);
  });

  it('leaves out what came too late', () => {
    expect(sent(superseded)).toEqual([]);
  });
});
