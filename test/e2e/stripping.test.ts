import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation, LogEntry } from '../../local/index.ts';
import { KmsKeyring } from '../../shared/aws/kms-keyring.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import type { LedgerEvent } from '../../shared/ledger/port.ts';
import { corrected } from '../generate/corrections.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type Sent, type TestCloud } from './cloud.ts';

/** Where every incident happened, to five digits: values that stand nowhere else by chance. */
const month = generateReports({
  state: 'MO',
  agencies: ['MO0010000', 'MO0020000'],
  period: '2026-09',
  incidents: 24,
  arrests: 6,
  zeroReports: 0,
  seed: 31,
  stateSegments: true,
});
const corrections = month.slice(0, 3).flatMap(corrected);
/** Out of range, and not a number: rejected, and not to be repeated either. */
const wrong = generateReports({
  state: 'MO',
  agencies: ['MO0030000'],
  period: '2026-09',
  incidents: 2,
  arrests: 0,
  zeroReports: 0,
  seed: 32,
  stateSegments: true,
}).map((report, index) => withLatitude(report, ['12.34567', '38.1x765'][index] ?? ''));

const logs: LogEntry[] = [];
const invocations: Invocation[] = [];
let test: TestCloud;
let sent: Sent;
let events: LedgerEvent[];

beforeAll(async () => {
  test = await openCloud({
    onLog: (entry) => logs.push(entry),
    onInvocation: (invocation) => invocations.push(invocation),
  });
  for (const [index, reports] of [month, corrections, wrong, month].entries()) {
    await test.upload({
      uploader: 'MOUCR0001',
      openedAt: new Date(Date.UTC(2026, 9, 1, 8, index)),
      fileName: `file-${index}.txt`,
      content: Buffer.from(writeFile(reports, { state: 'MO', lineEnd: '\r\n' })),
    });
  }
  await test.cloud.idle();
  sent = await test.transmit('2026-09', 'once');
  const streams = new Set((await test.items('LedgerTable')).map(({ pk }) => String(pk)));
  events = (await Promise.all([...streams].map((stream) => test.ledger.read(stream)))).flat();
});

afterAll(() => test.cloud.stop());

function withLatitude(generated: GeneratedReport, value: string): GeneratedReport {
  const copy = structuredClone(generated);
  for (const stateValue of copy.state?.values ?? []) if (stateValue.element === 'MO-1') stateValue.value = value;
  return copy;
}

function coordinatesOf(reports: readonly GeneratedReport[]): string[] {
  const values = reports.flatMap(({ state }) => state?.values ?? []);
  return [...new Set(values.filter(({ element }) => ['MO-1', 'MO-2'].includes(element)).map(({ value }) => value))];
}

/** A value in plain, in hexadecimal, and in Base64 as it looks at each of its three places within a longer text. */
function formsOf(value: string): string[] {
  const base64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  const hex = Buffer.from(value).toString('hex');
  return [value, hex, hex.toUpperCase(), ...base64];
}

/** The coordinates of all reports that stand somewhere in a text, in any form. */
function found(text: string): string[] {
  return coordinatesOf([...month, ...wrong]).filter((value) => formsOf(value).some((form) => text.includes(form)));
}

/** A table's items as text, bytes as one character each. */
function textOf(items: readonly object[]): string {
  return JSON.stringify(items, (_, value) => (value instanceof Uint8Array ? textOfBytes(value) : value));
}

function textOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

describe('the coordinates of incidents', () => {
  it('are found where they are: in the file that was uploaded, in every form that is looked for', async () => {
    const uploaded = [...(await test.contents(test.buckets.inbox)).values()].join('');
    const all = coordinatesOf([...month, ...wrong]);
    expect(all.length).toBeGreaterThan(40);
    expect(found(uploaded)).toEqual(all);
    for (const before of ['', 'x', 'xx']) {
      const longer = Buffer.from(`${before}${all.join('')}`);
      expect(found(longer.toString('base64'))).toEqual(all);
      expect(found(longer.toString('hex'))).toEqual(all);
    }
  });

  it('are in no file, part or manifest', async () => {
    expect(sent.strippedStateElements).toBeGreaterThan(40);
    expect(found(sent.file + sent.manifest)).toEqual([]);
    for (const bucket of [test.buckets.outbox, test.buckets.work]) {
      const contents = await test.contents(bucket);
      expect(contents.size).toBeGreaterThan(0);
      expect(found([...contents].flat().join('\n'))).toEqual([]);
    }
  });

  it('are in no finding, though some are about them', async () => {
    const contents = await test.contents(test.buckets.work);
    const findings = [...contents].filter(([key]) => key.startsWith('findings/')).flatMap(([, text]) => text);
    expect(findings.join('').match(/"MO03"/g)).toHaveLength(2);
    expect(found(findings.join(''))).toEqual([]);
  });

  it('are in no log, metric or queue message', () => {
    expect(logs.some(({ entry }) => entry?._aws)).toBe(true);
    expect(found(logs.map(({ line }) => line).join('\n'))).toEqual([]);
    expect(new Set(invocations.map((invocation) => invocation.function)).size).toBe(6);
    expect(found(invocations.flatMap(({ messages }) => messages).join('\n'))).toEqual([]);
    expect(test.cloud.deadLetters()).toEqual([]);
  });

  it('are in no table, but encrypted in the state half', async () => {
    for (const table of ['LedgerTable', 'KeysTable', 'MonthsTable']) {
      const items = await test.items(table);
      expect(items.length).toBeGreaterThan(0);
      expect(found(textOf(items))).toEqual([]);
    }
    const federal = await test.ledger.openFederal(events);
    expect(federal.filter((half) => half !== undefined).length).toBeGreaterThan(month.length);
    expect(found(federal.join('\n'))).toEqual([]);
  });

  it('come back from the state half, all that were accepted and no others', async () => {
    const halves = await test.ledger.openState(events);
    expect(found(halves.join('\n'))).toEqual(coordinatesOf(month));
  });

  it('stay closed to whoever has no state key', async () => {
    const { outputs, clients } = test.cloud;
    const { documents, kms } = clients();
    const ledger = createDynamoLedger({
      documents,
      ledgerTable: outputs.LedgerTable!,
      keysTable: outputs.KeysTable!,
      keyring: new KmsKeyring(kms, { federal: outputs.FederalKeyArn! }),
      clock: () => new Date(),
    });
    expect(await ledger.openFederal(events)).toEqual(await test.ledger.openFederal(events));
    await expect(ledger.openState(events)).rejects.toThrow(ConfigurationError);
  });
});
