import { expect, it } from 'vitest';
import { findingsOf, idOf } from '../../../test/browser/world/submissions.ts';
import type { Reply } from '../../api.ts';
import { foundCodes } from './found-codes.ts';

const { totals, items } = findingsOf(idOf('5'));
const found = items as Reply<'listFindings'>['items'];

it('lists errors before warnings, the most frequent first, each with an example', () => {
  expect(foundCodes(totals.byCode, found).map(({ code, severity, found }) => [code, severity, found])).toEqual([
    ['204', 'error', 2],
    ['605', 'error', 1],
    ['MO02', 'error', 1],
    ['MO03', 'warning', 2],
  ]);
  expect(foundCodes(totals.byCode, found).map(({ example }) => example)).toContain(
    'The status of the arrestee is missing.',
  );
});

it('tells a number that is an error here and a warning there apart', () => {
  const both = foundCodes([{ name: '084', errors: 1, warnings: 3 }], []);
  expect(both).toEqual([
    { code: '084', severity: 'error', found: 1, example: '' },
    { code: '084', severity: 'warning', found: 3, example: '' },
  ]);
});
