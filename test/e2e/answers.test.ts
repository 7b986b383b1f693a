import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedState, Fbi } from '../../local/fbi/index.ts';
import type { LogEntry } from '../../local/index.ts';
import { answerKey } from '../../shared/answers/answer-key.ts';
import type { LedgerEvent } from '../../shared/ledger/port.ts';
import { reportStream, transmissionStream } from '../../shared/ledger/streams.ts';
import { corrected } from '../generate/corrections.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const ori = 'MO0010000';
const options = { state: 'MO', agencies: [ori], period: '2026-09', seed: 5, stateSegments: true } as const;
const reports = generateReports({ ...options, incidents: 4, arrests: 2, zeroReports: 0 });
const [refused, warned] = reports as [GeneratedReport, GeneratedReport];
const fbi = new Fbi({
  rules: [
    ({ number, action }) =>
      number === refused.report.number && action === 'I'
        ? { code: '404', severity: 'error', element: '33', value: 'SECRET-VALUE' }
        : undefined,
    ({ number }) => (number === warned.report.number ? { code: '1407', severity: 'warning' } : undefined),
  ],
});

const logs: LogEntry[] = [];
let cloud: TestCloud;
let sent: { fileName: string; file: string };

beforeAll(async () => {
  cloud = await openCloud({ onLog: (entry) => logs.push(entry) });
  await upload('september.txt', reports);
  sent = await cloud.transmit('2026-09', 'one');
  for (const answer of fbi.take({ name: sent.fileName, text: sent.file }, '20261106')) await handIn(answer);
  await handIn({ to: 'MOUCR0001_20261106_NIBRS_999.txt', name: 'stray.eds', text: 'whatever it says' });
  await cloud.cloud.idle();
});

afterAll(() => cloud.cloud.stop());

async function upload(fileName: string, filed: readonly GeneratedReport[]): Promise<void> {
  const content = Buffer.from(writeFile(filed, { state: 'MO', lineEnd: '\r\n' }), 'latin1');
  await cloud.upload({ uploader: ori, openedAt: new Date(), fileName, content });
  await cloud.cloud.idle();
}

async function handIn({ to, name, text }: { to: string; name: string; text: string }): Promise<void> {
  const location = { bucket: cloud.buckets.answers, key: answerKey({ fileName: to, answer: name }) };
  await cloud.objects.put(location, text, 'text/plain');
}

async function onFile({ report }: GeneratedReport): Promise<LedgerEvent[]> {
  return cloud.ledger.read(reportStream(report.kind, report.ori, report.number));
}

describe('what the FBI answers to a file in the local cloud', () => {
  it('is on the reports and on the transmission, from its error data set and its warning data set', async () => {
    expect((await onFile(refused)).at(-1)).toMatchObject({
      data: { gap: true, findings: [{ code: '404', record: 1 }] },
    });
    expect((await onFile(warned)).at(-1)).toMatchObject({ data: { gap: false, findings: [{ code: '1407' }] } });
    const events = await cloud.ledger.read(transmissionStream(`2026-09#${new Date().getUTCFullYear()}-001`));
    const acknowledged = events.filter(({ type }) => type === 'TransmissionAcknowledged').map(({ data }) => data);
    expect(acknowledged).toHaveLength(2);
    expect(acknowledged).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ dataSet: 'errors', processedOn: '20261106', errors: 1, refused: 1, gaps: 1 }),
        expect.objectContaining({ dataSet: 'warnings', warnings: 1, refused: 0 }),
      ]),
    );
  });

  it('is told to the operator, and what it quotes is only where it is deleted after a year', async () => {
    expect(logs.some(({ line }) => line.includes('The FBI found what our edits did not'))).toBe(true);
    expect(logs.some(({ line }) => /"EditGaps":1/.test(line))).toBe(true);
    expect(logs.filter(({ line }) => line.includes('SECRET-VALUE'))).toEqual([]);
    expect(JSON.stringify(await cloud.items('LedgerTable'))).not.toContain('SECRET-VALUE');
    const quoting = [...(await cloud.contents(cloud.buckets.work))].filter(([, text]) => text.includes('SECRET-VALUE'));
    expect(quoting.map(([key]) => key)).toEqual([expect.stringMatching(/^findings\/federal\/2026-09\/.*MO0010000-/)]);
  });

  it('goes to the dead letters when there is no such file, with its cause in the log', async () => {
    expect(await cloud.cloud.deadLetters()).toMatchObject([{ queue: 'nibrs-dev-answers-dead-letters' }]);
    expect(logs.some(({ line }) => /No file MOUCR0001_20261106_NIBRS_999.txt was ever made here/.test(line))).toBe(
      true,
    );
  });

  it('is followed by the correction alone, and both sides have the same', async () => {
    fbi.rules = [];
    await upload('correction.txt', corrected(refused));
    const next = await cloud.transmit('2026-09', 'two');
    const heads = next.file.split('\r\n').filter((line) => /^\d{4}[017]/.test(line));
    expect(heads.map((line) => line.slice(5, 6))).toEqual(['I']);
    for (const answer of fbi.take({ name: next.fileName, text: next.file }, '20261107')) await handIn(answer);
    await cloud.cloud.idle();
    const accepted = await acceptedState(cloud.ledger, [ori], ['2026-09']);
    expect(accepted.size).toBe(reports.length);
    expect([...fbi.database].sort()).toEqual([...accepted].sort());
  });
});
