import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepository, type Repository } from '../../bin/repository/repository.ts';
import { submitFile } from '../../bin/repository/submissions.ts';
import { readTransmission } from '../../bin/repository/transmissions.ts';
import { accessStream } from '../../shared/ledger/streams.ts';
import { offenseCategory } from '../../shared/nibrs/codes/index.ts';
import { findProfile } from '../../shared/state/index.ts';
import {
  arrestsCsv,
  type CountedArrest,
  completenessCsv,
  publishedTables,
  statusesOf,
} from '../../shared/statistics/index.ts';
import { readSubmission } from '../../shared/submissions/read-submission.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';

/**
 * One process runs the repository, as `nibrs serve` does; this one, and the commands it starts, use it from outside.
 */
const directory = mkdtempSync(join(tmpdir(), 'nibrs-access-'));
const data = join(directory, 'data');
const command = join(import.meta.dirname, '..', '..', 'bin', 'nibrs.ts');
const clock = () => new Date();
const period = '2026-09';
const month = generateReports({
  state: 'MO',
  agencies: ['MO0010000', 'MO0020000'],
  period,
  incidents: 40,
  arrests: 30,
  zeroReports: 0,
  seed: 17,
  stateSegments: true,
});
const arrested = month.find(({ state }) => state?.values.some(({ element }) => element === 'MO-3')) as GeneratedReport;

let server: ChildProcess;
let repository: Repository;

beforeAll(async () => {
  const args = ['serve', '--port', '0', '--state', 'MO', '--data', data];
  server = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const died = once(server, 'exit').then(([code]) => Promise.reject(new Error(`nibrs serve ended with ${code}`)));
  await Promise.race([once(createInterface({ input: server.stdout! }), 'line'), died]);
  died.catch(() => {});
  repository = await openRepository({ directory: data, clock });
  const content = Buffer.from(writeFile(month, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  const file = {
    path: 'month',
    name: 'month.txt',
    bytes: content.length,
    open: async function* () {
      yield content;
    },
  };
  const id = await submitFile(repository, file, {
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  await repository.until('completed submission', async () => {
    const submission = await readSubmission(repository, id);
    return submission.completed ? submission : undefined;
  });
  await repository.transmissions.send([{ body: { period, by: 'test', request: 'once' } }]);
  await repository.until('sealed file', async () => {
    const { outcome } = await readTransmission(repository, { period, year: clock().getUTCFullYear() });
    return outcome === 'sealed' ? outcome : undefined;
  });
});

afterAll(async () => {
  await repository?.stop();
  server.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

async function nibrs(...args: string[]): Promise<{ printed: string; said: string; code: number | null }> {
  const child = spawn(process.execPath, [command, ...args, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, said, code };
}

const accesses = () => repository.ledger.read(accessStream(clock().toISOString().slice(0, 7)));

function arrestsIn(reports: readonly GeneratedReport[]): CountedArrest[] {
  return reports.flatMap(({ report, state }) =>
    report.segments.flatMap((segment) => {
      if (segment.level !== '6' && segment.level !== '7') return [];
      const status = state?.values.find(
        ({ element, sequence }) => element === 'MO-3' && sequence === segment.arresteeSequenceNumber,
      )?.value;
      return [{ ori: report.ori, period, category: offenseCategory(segment.arrestOffenseCode!)!, status }];
    }),
  );
}

describe('a repository that another process runs', () => {
  it('shows the state elements of a report to a reader, who is on record by the time they are there', async () => {
    const { ori, number } = arrested.report;
    const reply = await repository.readElements({ ori, number, reader: 'j.doe', reason: 'audit 2026-4' });
    const recorded = await accesses();
    const values = 'elements' in reply ? reply.elements.map(({ element, value }) => `${element} ${value}`) : [];
    expect(values.sort()).toEqual(arrested.state!.values.map(({ element, value }) => `${element} ${value}`).sort());
    expect(recorded).toMatchObject([
      { type: 'StateElementsRead', data: { reader: 'j.doe', reason: 'audit 2026-4', ori, number } },
    ]);
  });

  it('refuses a reader without a reason, and a number that is not there', async () => {
    const before = await accesses();
    const { ori, number } = arrested.report;
    expect(await repository.readElements({ ori, number, reader: 'j.doe', reason: ' ' })).toEqual({
      refused: expect.stringContaining('without a reason nothing is read'),
    });
    const unknown = await nibrs('access', 'read', ori, '99-999999', '--as', 'j.doe', '--reason', 'audit');
    expect(unknown).toMatchObject({ printed: '', code: 2, said: expect.stringContaining('no report 99-999999') });
    expect(await accesses()).toEqual(before);
  });

  it('prints what is read, and later who read it', async () => {
    const { ori, number } = arrested.report;
    const read = await nibrs('access', 'read', ori, number, '--as', 'm.roe', '--reason', 'second look');
    expect(read).toMatchObject({ code: 0, said: '' });
    expect(read.printed).toContain('Immigration status of the arrestee');
    expect(read.printed).toContain('month.txt');
    const log = await nibrs('access', 'log', '--reader', 'm.roe', '--format', 'json');
    expect(JSON.parse(log.printed)).toMatchObject({ access: 'read', reader: 'm.roe', ori, number });
  });

  it('publishes the statistics of a month as a count over its reports gives them, suppressed', async () => {
    const out = join(directory, 'statistics');
    const asked = ['--element', 'MO-3', '--period', period, '--out', out, '--as', 'j.doe'];
    const { printed, code } = await nibrs('statistics', ...asked);
    expect(code).toBe(0);
    const statuses = statusesOf(findProfile('MO')!.elements.find(({ id }) => id === 'MO-3')!);
    const arrests = arrestsIn(month);
    const expected = publishedTables(arrests, statuses);
    expect(readFileSync(join(out, 'arrests.csv'), 'utf8')).toBe(arrestsCsv(expected, statuses));
    expect(readFileSync(join(out, 'completeness.csv'), 'utf8')).toBe(completenessCsv(expected));
    expect(printed).toContain(`Asked of ${arrests.length} arrests of 2 agencies`);
    expect((await accesses()).at(-1)).toMatchObject({
      type: 'StateElementsCounted',
      data: { element: 'MO-3', period },
    });

    const other = await nibrs('statistics', '--element', 'MO-3', '--period', '2026-08', '--out', out, '--as', 'j.doe');
    expect(other).toMatchObject({ code: 2, said: expect.stringContaining('2026-08 is not final') });
  });

  it('tells how far each agency has taken up each element', async () => {
    const { printed } = await nibrs('adoption', '--format', 'json');
    const rows = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const ori of ['MO0010000', 'MO0020000']) {
      const subjects = arrestsIn(month.filter(({ report }) => report.ori === ori)).length;
      const given = month
        .filter(({ report }) => report.ori === ori)
        .flatMap(({ state }) => state?.values.filter(({ element }) => element === 'MO-3') ?? []).length;
      expect(rows).toContainEqual(expect.objectContaining({ ori, element: 'MO-3', since: period, subjects, given }));
    }
  });

  it('belongs to that process alone: another run over it is refused', async () => {
    const out = join(directory, 'run');
    const { said, code } = await nibrs('run', '--in', command, '--period', period, '--out', out);
    expect(code).toBe(2);
    expect(said).toContain('Another local cloud is using');
  });
});

it('is found again when the process that ran it has died', async () => {
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(existsSync(join(data, 'running.json'))).toBe(true);
  const { printed, code } = await nibrs('access', 'log', '--reader', 'm.roe');
  expect(code).toBe(0);
  expect(printed).toContain('second look');
});
