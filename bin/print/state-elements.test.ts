import { expect, test } from 'vitest';
import { emptyTally } from '../../shared/ledger/submissions.ts';
import { unknownSubmission } from '../../shared/submissions/read-submission.ts';
import type { FiledFile } from '../repository/filing.ts';
import { outcomeOf } from '../repository/outcome.ts';
import type { RunResult } from '../repository/run-month.ts';
import { stateElementsTable } from './state-elements.ts';

const counted = { bytes: 100, sha256: 'ab', records: 10, reports: 3 };

function filed(ori: string, accepted: number, stateElements: number): FiledFile {
  const tally = { ...emptyTally(), accepted, stateElements };
  const split = { period: '2026-09', records: 10, reports: 3, agencies: [ori], chunks: 1 };
  const submission = { ...unknownSubmission('s'), split, completed: true, tally };
  return { file: { path: 'a', name: 'a', bytes: 100, open: async function* () {} }, counted, submission };
}

function result(files: readonly FiledFile[], transmission: RunResult['transmission']): RunResult {
  return {
    period: '2026-09',
    directory: 'out',
    outcomes: files.map(outcomeOf),
    transmission,
    deadLetters: [],
    unaccounted: [],
    milliseconds: { start: 1, work: 1 },
  };
}

const sealed = {
  fileName: 'IAUCR0001_20261122_NIBRS_001.txt',
  key: 'k',
  manifestKey: 'm',
  bytes: 1,
  sha256: 'f00d',
  reports: 2,
  records: 1,
  strippedStateElements: 1_234,
};

test('every run has a row: its agencies, what was accepted and stored, what was left out of which file', () => {
  const lines = stateElementsTable([
    {
      profile: 'Iowa',
      result: result([filed('IA1990000', 2, 1_000), filed('IA1990000', 1, 300)], { outcome: 'sealed', sealed }),
    },
    { profile: 'Oregon', result: result([filed('OR1', 1, 0), filed('OR2', 1, 0)], { outcome: 'nothing' }) },
  ]);
  const cells = lines.map((line) => line.trim().split(/ {2,}/));
  expect(cells[1]).toEqual(['Iowa', 'IA1990000', '3', '1,300', '1,234', 'out/IAUCR0001_20261122_NIBRS_001.txt']);
  expect(cells[2]).toEqual(['Oregon', '2 agencies', '2', '0', 'none']);
});
