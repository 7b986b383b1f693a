import { expect, it } from 'vitest';
import { filterIn, narrowings } from './filter.ts';

const now = new Date('2026-11-22T10:00:00Z');

it('is about the last month that is over, unless a month or a file is named', () => {
  expect(filterIn({}, now).period).toBe('2026-10');
  expect(filterIn({ period: '2026-03' }, now).period).toBe('2026-03');
  expect(filterIn({ submission: 'f'.repeat(32) }, now)).toMatchObject({ period: undefined });
});

it('asks for nothing that there is not', () => {
  const { severity, status, sort } = filterIn({ severity: 'fatal', status: 'toString', sort: 'code' }, now);
  expect([severity, status, sort]).toEqual([undefined, undefined, 'code']);
});

it('says what narrows the list', () => {
  const filter = filterIn({ severity: 'warning', code: '401', agency: 'MO0010000', sort: 'code' }, now);
  expect(narrowings(filter).map(({ words }) => words)).toEqual(['Warnings', 'Number 401', 'Agency MO0010000']);
});
