import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'nibrs-spec-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs the real command in the directory; gives what it prints, and its exit code. */
async function nibrs(args: readonly string[], cwd = directory) {
  try {
    const command = [join(import.meta.dirname, '../nibrs.ts'), ...args];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd, maxBuffer: 2 ** 24 });
    return { out: stdout, err: '', code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { out: stdout, err: stderr, code };
  }
}

test('nibrs spec writes the page, the schemas, and samples of which nibrs validate says what they say', async () => {
  const { out, code } = await nibrs(['spec', '--state', 'mo', '--out', 'mo/specification']);
  expect(code).toBe(0);
  const written = readdirSync(join(directory, 'mo'), { recursive: true, withFileTypes: true });
  const files = written.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(
    out
      .trim()
      .split('\n')
      .map((path) => join(directory, path))
      .sort(),
  ).toEqual(files.sort());

  const samples = join(directory, 'mo/specification/samples');
  const bad = await nibrs(['validate', 'bad.txt', '--state', 'MO', '--format', 'json'], samples);
  expect(bad.out).toBe(readFileSync(join(samples, 'bad.findings.jsonl'), 'utf8'));
  for (const good of ['good.txt', 'good-supplement.csv']) {
    const { out, code } = await nibrs(['validate', good, '--state', 'MO', '--format', 'json'], samples);
    expect({ out, code }).toEqual({ out: '', code: 0 });
  }

  const supplement = await nibrs(['validate', 'bad-supplement.csv', '--state', 'MO', '--format', 'json'], samples);
  expect(supplement).toMatchObject({
    out: readFileSync(join(samples, 'bad-supplement.findings.jsonl'), 'utf8'),
    code: 1,
  });
  const report = join(directory, 'report.html');
  const shown = await nibrs(['validate', 'bad-supplement.csv', '--state', 'MO', '--report', report], samples);
  expect(shown.out).toContain(
    'Supplement to report BAD-0006 of MO0010000, record 8: accepted without what is in error',
  );
  expect(shown.out).toMatch(/ {6}MO0010000,BAD-0006,01,·,·\n {28}\^\n/);
  expect(readFileSync(report, 'utf8')).toContain('<pre>MO0010000,BAD-0006,01,<mark>·</mark>,·</pre>');
});

test('nibrs spec says what is wrong with a state that has no profile, and a directory that is none', async () => {
  const unknown = await nibrs(['spec', '--state', 'XX', '--out', 'xx']);
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('There is no state profile "XX"') });
  writeFileSync(join(directory, 'file'), '');
  const file = await nibrs(['spec', '--state', 'MO', '--out', 'file']);
  expect(file).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') });
});
