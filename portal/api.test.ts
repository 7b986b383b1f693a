import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { addressOfCall } from './api.ts';

beforeAll(() => {
  vi.stubGlobal('OPERATIONS', {
    readHistory: { method: 'GET', path: 'api/reports/{ori}/{number}/history', roles: [] },
    listMonths: { method: 'GET', path: 'api/months', roles: [] },
  });
});

it('addresses an operation relative to the base', () => {
  expect(addressOfCall('readHistory', { params: { ori: 'MO0010000', number: '26-1' } })).toBe(
    'api/reports/MO0010000/26-1/history',
  );
});

it('leaves out of the query what is not given', () => {
  const query = { from: '2026-01', to: undefined, agency: '' };
  expect(addressOfCall('listMonths', { query })).toBe('api/months?from=2026-01');
  expect(addressOfCall('listMonths', { query: { agency: undefined } })).toBe('api/months');
});

it('keeps whatever a report is called in its place of the address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (number) => {
      fc.pre(number !== '.' && number !== '..');
      const { pathname, search, hash } = new URL(
        addressOfCall('readHistory', { params: { ori: 'MO0010000', number } }),
        'https://portal.example/',
      );
      const parts = pathname.split('/').map(decodeURIComponent);
      expect([parts, search, hash]).toEqual([['', 'api', 'reports', 'MO0010000', number, 'history'], '', '']);
    }),
  );
});
