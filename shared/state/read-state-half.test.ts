import { describe, expect, it } from 'vitest';
import { readHead, readSegment } from '../nibrs/flatfile/read-segment.ts';
import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import { kindOfReport } from '../nibrs/flatfile/reports.ts';
import { missouri } from './profiles/missouri.ts';
import { readStateHalf } from './read-state-half.ts';

const head = (length: number, level: string) =>
  `${String(length).padStart(4, '0')}${level}I092026    MO199010026-000001   `;
const administrative = `${head(88, '1')}20260901`.padEnd(88);
const arrestee = (number: string) => `${head(110, '6')}${number}`.padEnd(110);
const groupB = `${head(66, '7').replace('7I', '7A')}01`.padEnd(66);
const zero = head(43, '0').padEnd(43);
const place = (latitude: string, longitude: string) => head(54, 'A') + latitude.padEnd(8) + longitude.padEnd(9);
const status = (number: string, values: string) => head(41, 'B') + number + values;

function sourceOf(...lines: string[]): SourceReport {
  const records: SourceRecord[] = lines.map((text, index) => ({
    number: index + 1,
    offset: 0,
    size: text.length,
    text,
  }));
  const federal = records.flatMap(({ text, number }) => readSegment(text, number) ?? []);
  const { level, ori, number, action } = readHead(lines[0] ?? '');
  return {
    report: { kind: kindOfReport(level), ori, number, action, segments: federal },
    records,
    stateRecords: records.filter(({ text }) => /[AB]/.test(text.charAt(4))),
    unreadable: [],
  };
}

const read = (...lines: string[]) => readStateHalf(missouri, sourceOf(...lines));
const codes = (...lines: string[]) => read(...lines).findings.map(({ code, severity }) => `${code} ${severity}`);

describe('reading state segments', () => {
  it('takes the values of an incident and of each arrestee', () => {
    const { half, findings } = read(
      administrative,
      arrestee('01'),
      arrestee('02'),
      place('38.57670', '-92.17350'),
      status('01', 'CD'),
      status('02', 'XN'),
    );
    expect(findings).toEqual([]);
    expect(half).toEqual({
      profile: 'MO',
      version: missouri.version,
      values: [
        { element: 'MO-1', value: '38.57670' },
        { element: 'MO-2', value: '-92.17350' },
        { element: 'MO-3', sequence: '01', value: 'C' },
        { element: 'MO-4', sequence: '01', value: 'D' },
        { element: 'MO-3', sequence: '02', value: 'X' },
        { element: 'MO-4', sequence: '02', value: 'N' },
      ],
    });
  });

  it('takes "not determined" whatever the report says of the person', () => {
    expect(codes(groupB, status('01', 'XN'))).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    ['nothing that is mandatory missing', [administrative], []],
    ['a line without its trailing blanks', [administrative, place('', '').trimEnd()], []],
    ['a code that is not on the list', [groupB, status('01', 'ZD')], ['MO01 error']],
    ['no such arrestee', [groupB, status('01', 'CD'), status('02', 'CD')], ['MO02 error']],
    ['an arrestee number that is none', [groupB, status('C ', 'CD')], ['MO03 error']],
    ['too many decimals', [administrative, place('38.123456', '-92.1')], ['MO03 error']],
    ['a latitude out of range', [administrative, place('48.57', '-92.1')], ['MO03 error']],
    ['the same person twice', [groupB, status('01', 'CD'), status('01', 'LF')], ['MO04 error']],
    ['a mandatory element missing', [administrative, arrestee('01')], ['MO05 warning']],
    ['one coordinate without the other', [administrative, place('38.57', '')], ['MO05 error']],
    ['a status without how it was determined', [groupB, status('01', 'C ')], ['MO05 warning']],
    ['no report', [status('01', 'CD')], ['MO06 error']],
    ['a place of a Group B arrest', [groupB, status('01', 'CD'), place('38.57', '-92.1')], ['MO06 error']],
    ['a status in a zero report', [zero, status('01', 'CD')], ['MO06 error']],
    ['a person who was not arrested', [administrative, status('01', 'CD')], ['MO07 error']],
    ['a longer line', [groupB, `${status('01', 'CD')}X`], ['MO08 error']],
    ['another stated length', [groupB, status('01', 'CD').replace('0041', '0042')], ['MO08 error']],
    ['a deletion, which is read over', [administrative.replace('1I', '1D'), status('01', 'ZZ')], []],
    ['a month before the profile', [groupB.replace('092026', '122025')], []],
  ])('finds %s', (_, lines, expected) => {
    expect(codes(...lines)).toEqual(expected);
  });

  it('keeps what is right beside what is refused', () => {
    const { half } = read(administrative, arrestee('01'), place('38.57', '-92.1'), status('01', 'ZF'));
    expect(half?.values.map(({ element }) => element)).toEqual(['MO-1', 'MO-2', 'MO-4']);
  });

  it('tells where it is and what to do, and never the value', () => {
    const { findings } = read(administrative, arrestee('01'), status('01', 'ZD'));
    expect(findings).toEqual([
      {
        code: 'MO01',
        severity: 'error',
        record: 3,
        segment: 'B',
        ori: 'MO1990100',
        report: '26-000001',
        sequence: '01',
        element: 'MO-3',
        elementName: 'Immigration status of the arrestee',
        columns: [40, 40],
        message: 'Immigration status of the arrestee is not one of its codes.',
        hint: expect.stringContaining('X (not determined)'),
      },
    ]);
    const shifted = read(groupB, status('ZQ', '01')).findings;
    expect(JSON.stringify(shifted)).not.toContain('ZQ');
  });
});
