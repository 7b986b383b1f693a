import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAgencyList } from '../../shared/agencies/read-agencies.ts';
import { register } from '../../shared/agencies/registry.ts';
import { corrected } from '../generate/corrections.ts';
import { breakReport } from '../generate/defects.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type TestCloud } from './cloud.ts';
import { nibrs } from './nibrs.ts';

const [own, neighbour] = ['MO0010100', 'MO0020200'] as const;
const machine = { clientId: 'recordsystem', secret: 'made up' };
const reports = generateReports({
  state: 'MO',
  agencies: [own, neighbour],
  period: '2026-09',
  incidents: 6,
  arrests: 0,
  zeroReports: 0,
  seed: 31,
  stateSegments: true,
});
const of = (ori: string) => reports.filter(({ report }) => report.ori === ori);
const [first, ...others] = of(own) as [GeneratedReport, ...GeneratedReport[]];
const [foreign] = of(neighbour) as [GeneratedReport];

const directory = mkdtempSync(join(tmpdir(), 'nibrs-submit-'));
let test: TestCloud;

beforeAll(async () => {
  test = await openCloud({ machines: [machine] });
  const list = readAgencyList(`ori,uploaders\n${own},${machine.clientId}\n`, 'agencies.csv');
  await register(test.ledger, list, { at: new Date().toISOString(), by: 'test', cause: {} });
});

afterAll(async () => {
  await test?.cloud.stop();
  rmSync(directory, { recursive: true });
});

function write(name: string, ...chosen: GeneratedReport[]): string {
  const path = join(directory, name);
  writeFileSync(path, writeFile(chosen, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  return path;
}

function submit(args: readonly string[], secret = machine.secret) {
  const credentials = { NIBRS_CLIENT_ID: machine.clientId, NIBRS_CLIENT_SECRET: secret };
  return nibrs(['submit', '--url', test.cloud.gateway.url, ...args], credentials);
}

const hasTools = ['bash', 'curl', 'jq', 'sha256sum'].every((tool) => !spawnSync(tool, ['--version']).error);

it.skipIf(!hasTools)('what docs/api.md says of curl does as it says', async () => {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'api.md'), 'utf8');
  const [, script = ''] = /```sh\n(.*?)```/s.exec(guide) ?? [];
  const file = write('by curl.txt', breakReport('impossibleHour', others[0]!)!);
  const env = {
    ...process.env,
    ...{ file, url: `${test.cloud.gateway.url}/` },
    ...{ NIBRS_CLIENT_ID: machine.clientId, NIBRS_CLIENT_SECRET: machine.secret },
  };
  const run = () => promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env });
  const { stdout } = await run();
  expect(JSON.parse(stdout)).toMatchObject({ fileName: 'by curl.txt', severity: 'error', ori: own });
  expect((await run()).stdout).toBe(stdout);
});

describe('nibrs submit', () => {
  it('uploads a month, waits, and says that nothing is wrong with it', async () => {
    const { printed, complaint, code } = await submit([write('september.txt', ...others)]);
    expect({ complaint, code }).toEqual({ complaint: '', code: 0 });
    expect(printed).toMatch(/september\.txt: 2 reports, 2 accepted, 0 rejected \(submission [0-9a-f]{32}\)\n$/);
  });

  it('prints what is wrong report by report, and that an agency’s reports are not the client’s to file', async () => {
    const path = write('bad.txt', breakReport('impossibleHour', first)!, foreign);
    const { printed, code } = await submit([path]);
    expect(code).toBe(1);
    expect(printed).toContain('2 reports, 0 accepted, 2 rejected, 2 errors');
    expect(printed).toContain(`Report ${first.report.number} of ${own}:`);
    expect(printed).toMatch(/error NL03 .*Whole report/);
  });

  it('gives programs one finding a line, the same when the file is submitted again', async () => {
    const path = write('bad.txt', breakReport('impossibleHour', first)!, foreign);
    const { printed, code } = await submit([path, '--format', 'json']);
    const findings = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(findings).toMatchObject([
      { file: path, ori: own, severity: 'error' },
      { file: path, ori: neighbour, code: 'NL03', value: null },
    ]);
    expect(code).toBe(1);
  });

  it('takes several files in their order, so that a correction comes after what it corrects', async () => {
    const paths = [write('01.txt', first), write('02.txt', ...corrected(first))];
    const { printed, code } = await submit(paths);
    expect(printed.match(/0 rejected/g)).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('says why a file was refused', async () => {
    const path = join(directory, 'letter.txt');
    writeFileSync(path, 'Dear state program,\nplease find enclosed\n');
    const { printed, code } = await submit([path]);
    expect(printed).toMatch(/letter\.txt: refused .*\n {2}refused: the whole file/);
    expect(code).toBe(2);
  });

  it('waits for nothing when it is told so', async () => {
    const { printed, code } = await submit([write('late.txt', first), '--no-wait', '--format', 'json']);
    expect(JSON.parse(printed)).toEqual({ file: expect.stringMatching(/late\.txt$/), submission: expect.any(String) });
    expect(code).toBe(0);
  });

  it.each([
    ['a wrong secret', ['september.txt'], 'wrong', 'does not know this client, or its secret is another one'],
    [
      'another agency’s name',
      ['september.txt', '--agency', neighbour],
      undefined,
      `You do not upload for ${neighbour}`,
    ],
    ['no such file', ['nothing.txt'], undefined, 'cannot be read'],
  ])('complains of %s', async (_, [name = '', ...rest], secret, message) => {
    write('september.txt', ...others);
    const { complaint, code } = await submit([join(directory, name), ...rest], secret);
    expect(complaint).toContain(message);
    expect(code).toBe(2);
  });
});
