import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'nibrs-run-'));
const input = join(directory, 'in');
const out = join(directory, 'out');
const zeroReport = '00430A092026    MO1990400000000000000092026';

beforeAll(() => {
  mkdirSync(input);
  const wrong = zeroReport.replace('MO1990400', 'MO1990-00');
  writeFileSync(join(input, '1-zero.txt'), `${zeroReport}\n${wrong}\n`);
  writeFileSync(join(input, '2-roster.txt'), 'Monday: Smith\n');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function run() {
  const command = join(import.meta.dirname, '..', 'nibrs.ts');
  const args = ['run', '--in', input, '--period', '2026-09', '--out', out];
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { printed, code: code as number | null };
}

/** What was written, by file name; the ledger is left aside. */
function written(): Record<string, string> {
  const names = readdirSync(out).filter((name) => name !== '.ledger');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

test('run accounts for every record, writes the month, and writes the same again', async () => {
  const { printed, code } = await run();
  expect(code).toBe(2);
  expect(printed).toContain('No line of the file looks like a NIBRS segment.');

  const files = written();
  const sent = Object.keys(files).find((name) => /^MOUCR0001_\d{8}_NIBRS_001\.txt$/.test(name)) ?? '';
  expect(files[sent]?.trimEnd()).toBe(zeroReport);
  expect(JSON.parse(files['manifest.json'] ?? '')).toMatchObject({ fileName: sent, reports: 1, records: 1 });
  expect(JSON.parse(files['submissions.json'] ?? '')).toMatchObject([
    { file: '1-zero.txt', records: 2, reports: 2, accepted: 1, rejected: 1, refused: 0, refusal: null },
    { file: '2-roster.txt', records: 1, accepted: 0, rejected: 0, refusedRecords: 1, refusal: { reason: 'not-nibrs' } },
  ]);
  const findings = (files['findings.jsonl'] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings).toMatchObject([
    { file: '1-zero.txt', record: 2, severity: 'error' },
    { file: '2-roster.txt', code: 'not-nibrs', segment: 'file' },
  ]);

  await run();
  expect(written()).toEqual(files);
});
