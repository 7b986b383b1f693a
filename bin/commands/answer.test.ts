import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fbi } from '../../local/fbi/index.ts';
import { generateFile } from '../../test/generate/file.ts';

const out = mkdtempSync(join(tmpdir(), 'nibrs-answer-'));
const data = ['--data', join(out, '.ledger')];
const ori = 'MO0010100';
const number = '26-0900002';
let sealed = '';

async function nibrs(...args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'nibrs.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdin.end();
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}

function written(name: string, content: string): string {
  const path = join(out, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  const options = { state: 'NONE', agencies: [ori], period: '2026-09', stateSegments: false, seed: 3 } as const;
  const month = generateFile({ ...options, incidents: 3, arrests: 0, zeroReports: 0, lineEnd: '\n' });
  const file = written('september.txt', month);
  const { complaint, code } = await nibrs('run', '--in', file, '--period', '2026-09', '--out', out);
  expect({ complaint, code }).toEqual({ complaint: '', code: 0 });
  sealed = readdirSync(out).find((name) => name.includes('_NIBRS_')) ?? '';
});
afterAll(() => rmSync(out, { recursive: true }));

test('answers are handed in and listed by agency and report', async () => {
  expect((await nibrs('answers', ...data)).printed).toBe('The FBI has not answered yet.\n');
  const fbi = new Fbi({
    rules: [
      (report) => (report.number === number ? { code: '115', severity: 'error', value: 'SECRET-VALUE' } : undefined),
      (report) => (report.number === number ? { code: '932', severity: 'error', element: '1' } : undefined),
    ],
  });
  const [eds] = fbi.take({ name: sealed, text: readFileSync(join(out, sealed), 'latin1') }, '20261106');
  const path = written('september.eds', eds?.text ?? '');

  const handedIn = await nibrs('answer', path, '--to', sealed, ...data);
  const said = 'september.eds: processed on 2026-11-06, 2 errors, 0 warnings; 1 report refused, 1 of them for what our';
  expect(handedIn).toMatchObject({ code: 1, complaint: '' });
  expect(handedIn.printed).toContain(said);
  expect(await nibrs('answer', path, '--to', sealed, ...data)).toEqual(handedIn);

  const cut = await nibrs('answer', written('cut.eds', eds?.text.slice(0, 148) ?? ''), '--to', sealed, ...data);
  expect(cut).toMatchObject({
    code: 2,
    printed: expect.stringMatching(/^cut\.eds: refused\. The error data set ends/),
  });

  const listed = await nibrs('answers', ...data);
  expect(listed.code).toBe(0);
  expect(listed.printed).toContain(said);
  expect(listed.printed).toMatch(
    /^MO0010100 +26-0900002 +I +error 115 +\d+ +administrative +2 Incident number +our edits did/m,
  );
  expect(listed.printed).toMatch(/^MO0010100 +26-0900002 +I +error 932 +\d+ +administrative +1 ORI$/m);
  expect(listed.printed).toMatch(/^ {2}cut\.eds: refused\./m);
  expect(listed.printed).not.toContain('SECRET');

  const gaps = await nibrs('answers', '--gaps', '--transmission', sealed, '--format', 'json', ...data);
  const lines = gaps.printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([{ file: sealed, ori, report: number, code: '115', severity: 'error', gap: true }]);
});

test.each([
  ['an answer to no file of ours', ['--to', 'MOUCR0001_20261106_NIBRS_999.txt'], 'There is no file MOUCR0001_20261106'],
  ['an answer to nothing', [], "required option '--to"],
])('%s ends with 2', async (_, args, complaint) => {
  const failed = await nibrs('answer', written('any.eds', 'any'), ...args, ...data);
  expect(failed).toMatchObject({ code: 2, complaint: expect.stringContaining(complaint) });
});
