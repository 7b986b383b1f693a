import { expect, test } from 'vitest';
import type { FileOutcome } from '../repository/outcome.ts';
import type { RunResult } from '../repository/run-month.ts';
import { runSummary } from './run-summary.ts';
import { createTerminal } from './terminal.ts';

const view = createTerminal(process.stdout, process.stderr, { NO_COLOR: '1' });

function outcome(changes: Partial<FileOutcome>): FileOutcome {
  return {
    file: 'town.txt',
    submission: 's1',
    sha256: 'ab',
    period: '2026-09',
    agencies: ['MO1990200'],
    records: 1200,
    reports: 60,
    accepted: 58,
    rejected: 2,
    unchanged: 0,
    superseded: 0,
    refused: 0,
    acceptedRecords: 1180,
    rejectedRecords: 20,
    refusedRecords: 0,
    refusal: null,
    errors: 2,
    warnings: 0,
    stateElements: 90,
    findingsByCode: { 404: 2 },
    ...changes,
  };
}

function result(changes: Partial<RunResult>): RunResult {
  return {
    period: '2026-09',
    directory: 'out',
    outcomes: [outcome({})],
    transmission: { outcome: 'nothing' },
    deadLetters: [],
    unaccounted: [],
    milliseconds: { start: 1000, work: 2000 },
    ...changes,
  };
}

test('every file has a line, and all together a total', () => {
  const lines = runSummary(
    result({ outcomes: [outcome({}), outcome({ file: 'city.txt', agencies: ['A', 'B'] })] }),
    view,
  );
  expect(lines[1]?.split(/ {2,}/)).toEqual(['town.txt', 'MO1990200', '2026-09', '1,200', '60', '58', '2', '0', '90']);
  expect(lines[2]).toContain('2 agencies');
  expect(lines[3]?.split(/ {2,}/)).toEqual(['total', '2,400', '120', '116', '4', '0', '180']);
});

test('a refused file comes with its reason and what to do', () => {
  const refusal = { reason: 'empty', message: 'The file is empty.', hint: 'Export it again.' };
  const text = runSummary(result({ outcomes: [outcome({ refusal })] }), view).join('\n');
  expect(text).toContain('The file is empty.');
  expect(text).toContain('→ Export it again.');
});

test('the sealed file is named with its counts, its hash, and what was left out of it', () => {
  const sealed = {
    fileName: 'MOUCR0001_20261122_NIBRS_001.txt',
    key: 'k',
    manifestKey: 'm',
    bytes: 123456,
    sha256: 'f00d',
    reports: 58,
    records: 1090,
    strippedStateElements: 90,
  };
  const text = runSummary(result({ transmission: { outcome: 'sealed', sealed } }), view).join('\n');
  expect(text).toContain('out/MOUCR0001_20261122_NIBRS_001.txt');
  expect(text).toContain('58 reports, 1,090 records, 123,456 bytes');
  expect(text).toContain('f00d');
  expect(text).toContain('90 stored; 90 belong to the reports sent and were left out');
  expect(text).toContain('600 segments/s');
});

test('it is said why fewer reports are sent than were accepted, and where the findings are', () => {
  const sealed = { fileName: 'f', key: 'k', manifestKey: 'm', bytes: 1, sha256: 'f00d', reports: 54, records: 1 };
  const transmission = { outcome: 'sealed' as const, sealed: { ...sealed, strippedStateElements: 0 } };
  const text = runSummary(result({ transmission }), view).join('\n');
  expect(text).toContain('58 were accepted: the file has each report of 2026-09 once');
  expect(text).toContain('findings.jsonl');
});

test('a message that was given up is told', () => {
  const lines = runSummary(result({ deadLetters: [{ queue: 'reports-dead', body: '{}', cause: 'timed out' }] }), view);
  expect(lines.at(-1)).toBe('A message on reports-dead was given up: timed out');
});
