import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, streamOf } from '../../../test/streams.ts';
import type { SourceReport } from './record.ts';
import { readRecords } from './records.ts';
import { MAX_RECORDS, ReportGrouper, readReports } from './reports.ts';

const stateLevels = new Set(['M']);

/** A record as short as its key: `I1` action and level, ORI and number. */
function record(kind: string, number = '26-1', ori = 'MO0480100'): string {
  const [action, level] = kind;
  return `0000${level}${action}092026    ${ori}${number}`;
}

function reportsOf(lines: readonly string[]): Promise<SourceReport[]> {
  return collect(
    readReports(
      streamOf(
        ...lines.map(
          (line) => `${line}
`,
        ),
      ),
      { stateLevels },
    ),
  );
}

/** Record numbers of each report. */
async function groupsOf(lines: readonly string[]): Promise<number[][]> {
  return (await reportsOf(lines)).map(({ records }) => records.map(({ number }) => number));
}

describe('a report', () => {
  test.each<[string, string[], number[][]]>([
    ['adjacent segments of one incident', ['I1', 'I2', 'I4', 'I5'].map((kind) => record(kind)), [[1, 2, 3, 4]]],
    ['levels out of order', ['I1', 'I5', 'I2'].map((kind) => record(kind)), [[1, 2, 3]]],
    ['segments without their level 1', ['I2', 'I4'].map((kind) => record(kind)), [[1, 2]]],
    ['segments with a blank key', [record('I1', '', ' '.repeat(9)), record('I2', '', ' '.repeat(9))], [[1, 2]]],
    ['a delete and its insert are two', ['D1', 'I1', 'I2'].map((kind) => record(kind)), [[1], [2, 3]]],
    ['another number', [record('I1'), record('I1', '26-2'), record('I2', '26-2')], [[1], [2, 3]]],
    ['another agency', [record('I1'), record('I2', '26-1', 'MO0490000')], [[1], [2]]],
    ['every arrest', ['A7', 'A7'].map((kind) => record(kind)), [[1], [2]]],
    ['every zero report', ['A0', 'A0'].map((kind) => record(kind, '000000000000')), [[1], [2]]],
    ['an arrest cuts an incident', [record('I1'), record('A7', '26-9'), record('I2')], [[1], [2], [3]]],
    ['a segment under the number of an arrest', [record('A7'), record('I6')], [[1], [2]]],
    ['state segments among an incident', ['I1', 'IM', 'I6', 'IM'].map((kind) => record(kind)), [[1, 2, 3, 4]]],
    ['a state segment of an arrest', ['A7', 'AM', 'A7'].map((kind) => record(kind)), [[1, 2], [3]]],
    ['a state segment of nobody', [record('I1'), record('IM', '26-2'), record('I1', '26-2')], [[1], [2], [3]]],
    ['an unknown level with the key', [record('I1'), record('I9'), record('I2')], [[1, 2, 3]]],
    ['lines without a key', ['Name;Age', 'Doe;31', record('I1')], [[1], [2], [3]]],
  ])('%s', async (_, lines, groups) => {
    expect(await groupsOf(lines)).toEqual(groups);
  });

  test('says what it is and keeps state segments and unreadable records apart', async () => {
    const [source] = await reportsOf([record('I1'), record('IM'), record('I9'), record('I2')]);
    expect(source?.report).toMatchObject({ kind: 'incident', ori: 'MO0480100', number: '26-1', action: 'I' });
    expect(source?.report.segments.map(({ level, record }) => [level, record])).toEqual([
      ['1', 1],
      ['2', 4],
    ]);
    expect(source?.stateRecords.map(({ number }) => number)).toEqual([2]);
    expect(source?.unreadable.map(({ number }) => number)).toEqual([3]);
  });

  test('has its kind and key by its first record', async () => {
    const reports = await reportsOf([record('D7', 'T-1'), record('A0', '000000000000'), 'garbage']);
    expect(reports.map(({ report: { kind, number, action } }) => [kind, number, action])).toEqual([
      ['arrest', 'T-1', 'D'],
      ['zero', '000000000000', 'A'],
      ['incident', '', 'g'],
    ]);
    expect(reports[2]?.report.segments).toEqual([]);
  });

  test('that never ends is cut', async () => {
    const lines = [record('I1'), ...Array<string>(MAX_RECORDS).fill(record('I4'))];
    expect((await groupsOf(lines)).map(({ length }) => length)).toEqual([MAX_RECORDS, 1]);
  });
});

test('no record, no report', () => {
  expect(new ReportGrouper({ stateLevels }).end()).toBeUndefined();
});

test('a range of a file is read with the numbers and offsets of the file', async () => {
  const range = { firstRecord: 12, offset: 3456 };
  const [source] = await collect(readReports(streamOf(record('I1')), { stateLevels, ...range }));
  expect(source?.records[0]).toMatchObject({ number: 12, offset: 3456 });
  expect(source?.report.segments[0]?.record).toBe(12);
});

test('any lines are read, and every record is in one report, in order', async () => {
  const keyed = fc.tuple(fc.constantFrom('I1', 'D1', 'I2', 'I6', 'A7', 'A0', 'IM', 'I9'), fc.constantFrom('1', '2'));
  const line = fc.oneof(
    keyed.map(([kind, number]) => record(kind, number)),
    fc.string({ unit: 'binary-ascii' }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      const records = (await reportsOf(lines)).flatMap((source) => source.records);
      expect(records).toEqual(await collect(readRecords(streamOf(...lines.map((text) => `${text}\n`)))));
    }),
  );
});
