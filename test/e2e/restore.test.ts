import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withRepository } from '../../bin/repository/with-repository.ts';
import { Fbi } from '../../local/fbi/index.ts';
import { corrected } from '../generate/corrections.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { contentsOf } from '../rebuilt.ts';

/** A repository with a month that was sent and answered is exported, and another one is made of the export. */
const directory = mkdtempSync(join(tmpdir(), 'nibrs-restore-'));
const within = (name: string) => join(directory, name);
const agencies = ['MO0010100', 'MO0020200'] as const;
const periods = ['2026-09'];
const generated = generateReports({
  state: 'MO',
  agencies,
  period: '2026-09',
  incidents: 4,
  arrests: 2,
  zeroReports: 0,
  seed: 5,
  stateSegments: true,
});
const [report] = generated as [GeneratedReport];
let sealed = '';

async function nibrs(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'bin', 'nibrs.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdin.end();
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}

async function succeeds(...args: string[]): Promise<string> {
  const { printed, complaint, code } = await nibrs(...args);
  expect({ complaint, code }, args.join(' ')).toEqual({ complaint: '', code: 0 });
  return printed;
}

async function run(name: string, ...reports: GeneratedReport[]): Promise<void> {
  writeFileSync(within(name), writeFile(reports, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  const how = ['--period', '2026-09', '--state', 'MO', '--out', within('out'), '--data', within('old')];
  await succeeds('run', '--in', within(name), ...how);
}

/** The repository's projections. */
function projectionsIn(data: string) {
  const clock = () => new Date();
  return withRepository({ directory: data, clock }, (repository) => contentsOf(repository, agencies, periods));
}

beforeAll(async () => {
  await run('september.txt', ...generated);
  sealed = readdirSync(within('out')).find((name) => name.includes('_NIBRS_001.txt')) ?? '';
  const fbi = new Fbi({
    rules: [({ number }) => (number === report.report.number ? { code: '404', severity: 'error' } : undefined)],
  });
  const [errors] = fbi.take({ name: sealed, text: readFileSync(within(join('out', sealed)), 'latin1') }, '20261106');
  writeFileSync(within('september.eds'), errors?.text ?? '');
  await nibrs('answer', within('september.eds'), '--to', sealed, '--data', within('old'));
  await run('corrections.txt', ...corrected(report));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a restore', () => {
  it('exports the ledger and the keys, encrypted as they are, and no key that opens them', async () => {
    const printed = await succeeds('export', '--out', within('export'), '--data', within('old'));
    expect(printed).toMatch(/^.*export: \d+ events, \d+ keys of reports\n/);
    const [ledger, keys] = ['ledger', 'keys'].map((name) => {
      const lines = gunzipSync(readFileSync(within(`export/${name}/data/0.json.gz`)))
        .toString()
        .trimEnd()
        .split('\n');
      return lines.map((line) => JSON.parse(line).Item);
    });
    const filed = ledger?.find(({ type }) => type.S === 'IncidentReported');
    expect(Object.keys(filed)).toEqual(expect.arrayContaining(['pk', 'sk', 'federal', 'data', 'agencyPeriod']));
    expect(Buffer.from(filed.federal.B, 'base64').toString('latin1')).not.toContain(filed.data.M.number.S);
    expect(keys?.every(({ pk }) => pk.S.startsWith('report#'))).toBe(true);
    expect(readdirSync(within('export')).sort()).toEqual(['keys', 'ledger', 'repository.json']);
    const { code, complaint } = await nibrs('export', '--out', within('export'), '--data', within('old'));
    expect({ code, complaint }).toMatchObject({ code: 2, complaint: expect.stringContaining('There is an export in') });
  });

  it('comes to the same months, the same file and the same history in an empty repository', async () => {
    const kms = ['--kms', within('old/kms.json')];
    const imported = await succeeds('import', within('export'), '--data', within('new'), ...kms);
    expect(imported).toContain(`Next: nibrs rebuild --all --data ${within('new')}`);
    expect((await projectionsIn(within('new'))).summaries).toEqual([]);

    const rebuilt = await succeeds('rebuild', '--all', '--data', within('new'));
    expect(rebuilt).toMatch(/^2 agencies, 2 months with \d+ reports; \d+ told the FBI, 0 unsent\n\d+ items brought/);
    expect(await projectionsIn(within('new'))).toEqual(await projectionsIn(within('old')));
    expect(await succeeds('rebuild', '--all', '--data', within('new'))).toContain('Everything was as the ledger says.');

    const again = within('again.txt');
    expect(await succeeds('rebuild', '--transmission', sealed, '--out', again, '--data', within('new'))).toContain(
      'The same bytes as the sealed file.',
    );
    expect(readFileSync(again)).toEqual(readFileSync(within(join('out', sealed))));
    const history = (data: string) =>
      succeeds('history', report.report.ori, report.report.number, '--data', within(data));
    expect(await history('new')).toBe(await history('old'));
  });

  it('says what is wrong with what it is given', async () => {
    const complaints = [
      await nibrs('import', within('export'), '--data', within('new')),
      await nibrs('import', within('out'), '--data', within('other')),
      await nibrs('import', within('export'), '--data', within('other'), '--kms', within('none.json')),
      await nibrs('rebuild', '--all', '--out', within('x'), '--data', within('new')),
      await nibrs('rebuild', '--period', '2026-09', '--as-of', '2026-10-01', '--data', within('new')),
    ];
    expect(complaints.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(complaints.map(({ complaint }) => complaint)).toEqual([
      expect.stringContaining('is there already'),
      expect.stringContaining('There is no export in'),
      expect.stringContaining('There is no file'),
      expect.stringContaining('--all makes all projections anew'),
      expect.stringContaining('--out'),
    ]);
  });
});
