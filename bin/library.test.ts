import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { buildLibrary } from './library.ts';

const root = join(import.meta.dirname, '..');
const directory = mkdtempSync(join(tmpdir(), 'nibrs-library-'));
afterAll(() => rmSync(directory, { recursive: true }));

const metafile = await buildLibrary(directory);

test('the library is one file that needs nothing but Node, and has nothing of AWS in it', () => {
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter((path) => !isBuiltin(path))).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => /aws|middy|constructs|cdk/i.test(path))).toEqual([]);
});

test('the example of its page runs', async () => {
  const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
  const [, example = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  writeFileSync(join(directory, 'example.js'), example);
  copyFileSync(join(root, 'samples/missouri/01-village.txt'), join(directory, 'month.txt'));

  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['example.js'], { cwd: directory });

  expect(stderr).toBe('');
  expect(stdout).toContain('26-0900001, record 7: error 601. Age of arrestee is blank');
  expect(stdout).toContain('001: Month of submission is 13');
  expect(stdout).toContain('active 3.3.1.2');
});
