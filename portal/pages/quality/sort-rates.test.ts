import { expect, it } from 'vitest';
import { agencyRows } from './csv-rows.ts';
import { type AgencyRate, sortIn, sortRates } from './sort-rates.ts';

function agency(ori: string, name: string | null, submitted: number, rejected: number): AgencyRate {
  const errorRate = submitted === 0 ? null : rejected / submitted;
  return { ori, name, submitted, rejected, errorRate, standing: 'not yet', run: 0 };
}

const agencies = [agency('MO2', 'Beta', 100, 1), agency('MO1', null, 0, 0), agency('MO3', 'Alpha', 10, 5)];

it.each([
  [undefined, ['MO3', 'MO2', 'MO1']],
  ['nonsense', ['MO3', 'MO2', 'MO1']],
  ['submitted', ['MO2', 'MO3', 'MO1']],
  ['rejected', ['MO3', 'MO2', 'MO1']],
  ['name', ['MO3', 'MO2', 'MO1']],
])('sorts by %s, those without a rate last', (asked, oris) => {
  expect(sortRates(agencies, sortIn(asked)).map(({ ori }) => ori)).toEqual(oris);
});

it('writes a rate that there is not as an empty cell', () => {
  expect(agencyRows(agencies).slice(1, 3)).toEqual([
    ['MO2', 'Beta', 100, 1, 0.01, 'not yet', 0],
    ['MO1', null, 0, 0, null, 'not yet', 0],
  ]);
});
