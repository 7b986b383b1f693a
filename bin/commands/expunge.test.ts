import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSegment } from '../../shared/nibrs/flatfile/write-segment.ts';
import { generateFile } from '../../test/generate/file.ts';
import { zeroReport } from '../../test/generate/zero-report.ts';

const out = mkdtempSync(join(tmpdir(), 'nibrs-expunge-'));
const data = ['--data', join(out, '.ledger')];
const [ori, idle, number] = ['MO0010100', 'MO0020200', '26-0900001'];

async function nibrs(args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'nibrs.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdin.end();
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}

beforeAll(async () => {
  const options = { state: 'NONE', agencies: [ori], period: '2026-09', stateSegments: false, seed: 3 } as const;
  const month = generateFile({ ...options, incidents: 2, arrests: 0, zeroReports: 0, lineEnd: '\n' });
  const zero = zeroReport(idle, '2026-09').segments.map(writeSegment).join('\n');
  const file = join(out, 'september.txt');
  writeFileSync(file, `${month}${zero}\n`);
  const { complaint, code } = await nibrs(['run', '--in', file, '--period', '2026-09', '--out', out]);
  expect({ complaint, code }).toEqual({ complaint: '', code: 0 });
});
afterAll(() => rmSync(out, { recursive: true }));

test('expunge says what it did and what it cannot do, and history that it did', async () => {
  const order = ['--order', 'CIR-2026-0042', '--by', 'J. Clerk'];
  const { printed, code } = await nibrs(['expunge', ori, number, ...order, '--yes', ...data]);
  expect(printed).toMatch(/^Expunged +26-0900001 of MO0010100, under order CIR-2026-0042/m);
  expect(printed).toMatch(/^Months +2026-09:/m);
  expect(printed).toMatch(/^Uploads +1 file held it/m);
  expect(printed).toMatch(/^Backups .*35 days/m);
  expect(code).toBe(0);

  const history = await nibrs(['history', ori, number, ...data]);
  expect(history.printed).toMatch(
    /Z {2}reported: incident, month 2026-09, version 1\n {4}with september\.txt, record 1, /m,
  );
  expect(history.printed).toMatch(/^ {4}what it said is expunged$/m);
  expect(history.printed).toMatch(/Z {2}expunged: incident of 2026-09, order CIR-2026-0042\n {4}by J\. Clerk$/m);
  const lines = (await nibrs(['history', ori, number, '--format', 'json', ...data])).printed.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).happened)).toEqual([
    'reported',
    'sent',
    'expunged',
    'expungement completed',
  ]);
});

test.each([
  [['expunge', ori, '26-0999999', '--order', 'A', '--yes'], 'There is nothing on file of MO0010100'],
  [['expunge', idle, '2026-09', '--order', 'A', '--yes'], 'describes nobody'],
  [['expunge', ori, '26-0900002', '--order', 'A'], 'Say with --yes'],
  [['expunge', ori, '26-0900002', '--yes'], "required option '--order"],
  [['history', ori, '26-0999999'], 'There is nothing on file of MO0010100'],
])('ends with 2 and leaves everything as it is: %j', async (args, complaint) => {
  const failed = await nibrs([...args, ...data]);
  expect(failed.complaint).toContain(complaint);
  expect(failed).toMatchObject({ printed: '', code: 2 });
});
