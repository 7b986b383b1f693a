import { describe, expect, it } from 'vitest';
import { fold } from './decider.ts';
import type { NewEvent } from './port.ts';
import { lastOfPeriod, seriesFold, takeNumber } from './series.ts';
import {
  allPartsBuilt,
  isFinished,
  recordCopy,
  recordPart,
  refuse,
  seal,
  start,
  transmissionFold,
} from './transmissions.ts';

const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { request: 'monthly' } };
const fileName = 'MOUCR0001_20261005_NIBRS_011.txt';
const begin = { period: '2026-09', submitter: 'MOUCR0001', series: 11, fileName, agencies: ['MO1', 'MO2'], basis: 'b' };
const sums = { reports: 1, records: 3, bytes: 300, sha256: 's', strippedStateElements: 1 };
const part = (ori: string) => ({ ori, key: `parts/${ori}`, ...sums });
const file = { fileName, key: 'k', manifestKey: 'm', ...sums };

const started = start(stateAfter([]), begin, stamp);
const half = [...started, ...recordPart(stateAfter(started), part('MO2'), stamp)];
const whole = [...half, ...recordPart(stateAfter(half), part('MO1'), stamp)];

describe('a transmission', () => {
  it('is finished when the federal copy knows of it, or when it was refused', () => {
    const sealed = [...whole, ...seal(stateAfter(whole), file, stamp)];
    const copied = [...sealed, ...recordCopy(stateAfter(sealed), { reports: 1 }, stamp)];
    const refused = [...whole, ...refuse(stateAfter(whole), { reason: 'edits', findings: [] }, stamp)];
    expect([whole, sealed, copied, refused].map((events) => isFinished(stateAfter(events)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(recordCopy(stateAfter(copied), { reports: 1 }, stamp)).toEqual([]);
    expect(() => recordCopy(stateAfter(whole), { reports: 1 }, stamp)).toThrow(
      expect.objectContaining({ retryable: true }),
    );
  });

  it('is sealed once every agency has its part', () => {
    expect(allPartsBuilt(stateAfter([]))).toBe(false);
    expect(allPartsBuilt(stateAfter(half))).toBe(false);
    expect(() => seal(stateAfter(half), file, stamp)).toThrow(expect.objectContaining({ retryable: true }));
    expect(allPartsBuilt(stateAfter(whole))).toBe(true);
    expect(seal(stateAfter(whole), file, stamp).map(({ type }) => type)).toEqual(['TransmissionSealed']);
  });

  it('takes each step once, and is sealed or refused', () => {
    const sealed = [...whole, ...seal(stateAfter(whole), file, stamp)];
    const refused = [...whole, ...refuse(stateAfter(whole), { reason: 'edits', findings: [] }, stamp)];
    expect(stateAfter(refused).refused).toEqual({ reason: 'edits', findings: [] });
    expect(start(stateAfter(started), begin, stamp)).toEqual([]);
    expect(recordPart(stateAfter(half), part('MO2'), stamp)).toEqual([]);
    expect(seal(stateAfter(sealed), file, stamp)).toEqual([]);
    expect(seal(stateAfter(refused), file, stamp)).toEqual([]);
    expect(refuse(stateAfter(sealed), { reason: 'edits', findings: [] }, stamp)).toEqual([]);
  });

  it('has a part wait for the start, and takes none of a stranger', () => {
    expect(() => recordPart(stateAfter([]), part('MO1'), stamp)).toThrow(expect.objectContaining({ retryable: true }));
    expect(() => recordPart(stateAfter(started), part('MO3'), stamp)).toThrow(/MO3/);
  });
});

it('numbers of a year are given out in order, one a request', () => {
  let taken: NewEvent[] = [];
  for (const [period, request] of [
    ['2026-08', 'a'],
    ['2026-09', 'b'],
    ['2026-09', 'b'],
    ['2026-09', 'c'],
  ] as const) {
    const state = fold(seriesFold, taken);
    const after = state.taken.at(-1)?.transmission;
    const events = takeNumber(state, { year: 2026, period, after }, { ...stamp, cause: { request } });
    taken = [...taken, ...events];
  }
  const state = fold(seriesFold, taken);
  expect(state.taken.map(({ transmission }) => transmission)).toEqual([
    '2026-08#2026-001',
    '2026-09#2026-002',
    '2026-09#2026-003',
  ]);
  expect(lastOfPeriod(state, '2026-09')).toMatchObject({ series: 3, request: 'c' });
  expect(lastOfPeriod(state, '2026-10')).toBeUndefined();
  const overtaken = { year: 2026, period: '2026-10', after: '2026-08#2026-001' };
  const another = { ...stamp, cause: { request: 'd' } };
  expect(() => takeNumber(state, overtaken, another)).toThrow(expect.objectContaining({ retryable: true }));
});

function stateAfter(events: NewEvent[]) {
  return fold(transmissionFold, events);
}
