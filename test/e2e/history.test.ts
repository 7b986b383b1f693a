import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistoryReply } from '../../shared/history/messages.ts';
import { changed, deleted } from '../generate/corrections.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type TestCloud } from './cloud.ts';

/** A month is filed and sent, one report is corrected and sent again: by the real command, in the local cloud. */
const directory = mkdtempSync(join(tmpdir(), 'nibrs-history-'));
const ori = 'MO0010100';
const data = ['--data', join(directory, 'data')];
const [report] = generateReports({
  state: 'MO',
  agencies: [ori],
  period: '2026-09',
  incidents: 1,
  arrests: 0,
  zeroReports: 0,
  seed: 5,
  stateSegments: true,
}) as [GeneratedReport];
const { number } = report.report;
/** As it stands in no element of the FBI's. */
const latitude = '38.55443';
const values = report.state!.values.map((value) => (value.element === 'MO-1' ? { ...value, value: latitude } : value));
const filed: GeneratedReport = { ...report, state: { ...report.state!, values } };
const amended = changed(filed, { sexOfOffender: 'U', incidentHour: '03' });

async function nibrs(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'bin', 'nibrs.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdin.end();
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}

async function run(name: string, ...reports: GeneratedReport[]): Promise<void> {
  const file = join(directory, name);
  writeFileSync(file, writeFile(reports, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  const out = ['--period', '2026-09', '--state', 'MO', '--out', join(directory, 'out')];
  const { complaint, code } = await nibrs('run', '--in', file, ...out, ...data);
  expect({ complaint, code }).toEqual({ complaint: '', code: 0 });
}

beforeAll(async () => {
  await run('september.txt', filed);
  await run('corrections.txt', deleted(filed), amended);
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('nibrs history', () => {
  it('prints what changed from version to version, with meanings, and when it was sent', async () => {
    const { printed, complaint, code } = await nibrs('history', ori, number, ...data);
    expect({ complaint, code }).toEqual({ complaint: '', code: 0 });
    const lines = printed.split('\n');
    expect(lines.filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\dZ {2}/.test(line)).map((line) => line.slice(19))).toEqual([
      'reported: incident, month 2026-09, version 1',
      'sent to the FBI: incident, new, as of version 1',
      'corrected: incident, month 2026-09, version 2',
      'sent to the FBI: incident, corrected, as of version 2',
    ]);
    expect(printed).toMatch(/^ {4}with corrections\.txt, record 2, uploaded by MOUCR0001$/m);
    expect(printed).toMatch(/^ {6}3-hour +Incident hour: \d\d → 03$/m);
    expect(printed).toMatch(/^ {6}38 +Sex of offender: M \(male\) → U \(unknown\)$/m);
    expect(printed).toMatch(/^ {4}with 2026-09#\d{4}-002, MOUCR0001_\d{8}_NIBRS_002\.txt$/m);
    expect(printed).toContain('state elements: 2 given');
    expect(printed).not.toContain(latitude);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  it('prints one thing a line for programs, always with the same keys', async () => {
    const { printed } = await nibrs('history', ori, number, '--format', 'json', ...data);
    const items = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(new Set(items.map((item) => Object.keys(item).join(' '))).size).toBe(1);
    expect(items.map(({ happened, effect }) => [happened, effect])).toEqual([
      ['reported', null],
      ['sent', 'new'],
      ['corrected', null],
      ['sent', 'corrected'],
    ]);
    const hour = { element: '3-hour', label: 'Incident hour', after: '03' };
    expect(items[2]?.changes).toMatchObject([
      { segment: 'administrative', which: null, change: 'changed', elements: [hour] },
      { segment: 'offender', which: '01', change: 'changed', elements: [{ element: '38', before: 'M', after: 'U' }] },
    ]);
    expect(printed).not.toContain(latitude);
  });
});

describe('read-history', () => {
  let test: TestCloud;

  beforeAll(async () => {
    test = await openCloud();
  });
  afterAll(() => test.cloud.stop());

  it('refuses what is no request, and knows nothing of a number that was never filed', async () => {
    const FunctionName = test.cloud.outputs.ReadHistoryFunction;
    const call = async (request: object) => {
      const { Payload } = await test.cloud
        .clients()
        .lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(request) }));
      return readHistoryReply.parse(JSON.parse(Buffer.from(Payload!).toString()));
    };
    expect(await call({ ori: 'everybody', number })).toMatchObject({ refused: expect.stringContaining('ori') });
    expect(await call({ ori, number })).toEqual({ history: [] });
  });
});
