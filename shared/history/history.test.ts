import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { NewEvent } from '../ledger/port.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { reportStream, submissionStream } from '../ledger/streams.ts';
import { readHistory } from './history.ts';

const ori = 'MO0110100';
const number = 'B-0042';
const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'process-reports', cause: { submission: 'file', record: 4 } };
const key = { ori, number, part: '01', period: '2026-09' };
const content = { contentHash: 'secret fingerprint', segments: 1, stateElements: 0, date: '20260903' };
const half = { federal: 'what the report said' };

it('tells what became of a number, with file and record, and nothing of what it said', async () => {
  const ledger = createMemoryLedger({ keyring: new RawKeyring({ federal: randomBytes(32) }) });
  const expunging = { ...stamp, by: 'clerk', cause: { request: 'one' } };
  const events: NewEvent[] = [
    { ...stamp, type: 'StateElementsSupplied', data: { ori, number, contentHash: 'a', stateElements: 1 } },
    { ...stamp, ...half, type: 'ArrestReported', data: { ...key, ...content } },
    {
      ...stamp,
      type: 'ArrestSuperseded',
      data: { ...key, period: '2026-08', contentHash: 'b', current: { version: 2, period: '2026-09' } },
    },
    { ...expunging, type: 'ReportExpunged', data: { ...key, kind: 'arrest', order: 'CIR-1' } },
  ];
  const data = {
    bucket: 'inbox',
    key: `submissions/${ori}/20261005T083000000Z/file/september.txt`,
    fileName: 'september.txt',
    bytes: 1,
    sha256: 'a',
  };
  await ledger.append([
    { stream: reportStream('arrest', ori, number), expectedVersion: 0, events },
    { stream: submissionStream('file'), expectedVersion: 0, events: [{ ...stamp, type: 'SubmissionReceived', data }] },
  ]);

  const history = await readHistory(ledger, { ori, number });

  const from = {
    at: stamp.at,
    by: 'process-reports',
    submission: 'file',
    file: 'september.txt',
    uploader: ori,
    record: 4,
  };
  const arrest = { kind: 'arrest', part: '01', period: '2026-09' };
  expect(history).toEqual([
    { ...from, happened: 'supplemented', version: 1 },
    { ...from, happened: 'reported', version: 2, ...arrest },
    { ...from, happened: 'superseded', version: 3, ...arrest, period: '2026-08' },
    { at: stamp.at, by: 'clerk', happened: 'expunged', version: 4, ...arrest, order: 'CIR-1' },
  ]);
  expect(JSON.stringify(history)).not.toMatch(/secret|said|20260903/);
});

it('is that of a zero report where the number is a month, and empty where nothing is on file', async () => {
  const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
  const data = { ...key, number: '2026-09', part: '', ...content, date: undefined };
  const events: NewEvent[] = [{ ...stamp, type: 'ZeroReportFiled', data }];
  await ledger.append([{ stream: reportStream('zero', ori, '2026-09'), expectedVersion: 0, events }]);
  expect(await readHistory(ledger, { ori, number: '2026-09' })).toMatchObject([{ happened: 'reported', kind: 'zero' }]);
  expect(await readHistory(ledger, { ori, number })).toEqual([]);
});
