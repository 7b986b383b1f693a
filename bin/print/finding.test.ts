import { describe, expect, test } from 'vitest';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { findingJson, findingLines, mostSeriousFirst } from './finding.ts';
import { createTerminal } from './terminal.ts';

const finding: Finding = {
  code: '404',
  severity: 'error',
  record: 7,
  segment: '5',
  ori: 'MO0010100',
  report: '26-000001',
  sequence: '01',
  element: '37',
  elementName: 'Age of offender',
  value: 'XX',
  columns: [40, 41],
  message: '"XX" is not an age.',
  hint: 'Give the age in years.',
};
const text = '00465I092026    MO001010026-000001   01XXMWN';
const records = [{ number: 7, offset: 0, size: 46, text }];
const { colors } = createTerminal(process.stdout, process.stderr, { NO_COLOR: '1' });

describe('findingLines', () => {
  test('says what it is, where, what is wrong, what to do, and points at the place', () => {
    expect(findingLines(finding, records, { colors, width: 100 })).toEqual([
      '    error 404  37 Age of offender, offender segment 01, record 7',
      '      "XX" is not an age.',
      '      → Give the age in years.',
      `      ${text}`,
      `      ${' '.repeat(39)}^^`,
    ]);
  });

  test('names the whole file, and the elements of the header which have no number', () => {
    const lines = findingLines(
      {
        ...finding,
        segment: 'file',
        element: 'Length',
        elementName: 'Segment length',
        record: undefined,
        sequence: undefined,
      },
      [],
      { colors, width: 100 },
    );
    expect(lines[0]).toBe('    error 404  Segment length, whole file');
    expect(lines).toHaveLength(3);
  });

  test('wraps long sentences, and names the element and the segment as people do', () => {
    const hint = 'Enter one of: A (on foot), B (on a horse), C (in a car), D (by boat).';
    const lines = findingLines({ ...finding, element: '3-hour', segment: 'B', hint }, [], { colors, width: 50 });
    expect(lines).toEqual([
      '    error 404  3 Age of offender, level B segment 01, record 7',
      '      "XX" is not an age.',
      '      → Enter one of: A (on foot), B (on a horse),',
      '        C (in a car), D (by boat).',
    ]);
  });
});

describe('findingJson', () => {
  const keys = 'file record segment ori report sequence element code severity value message hint'.split(' ');

  test('has exactly the keys of the contract, in their order', () => {
    const line = JSON.parse(findingJson('a.txt', finding));
    expect(Object.keys(line)).toEqual(keys);
    expect(line).toMatchObject({ file: 'a.txt', record: 7, segment: '5', sequence: '01', element: '37', value: 'XX' });
  });

  test('has null for what a finding has not', () => {
    const line = JSON.parse(
      findingJson('a.txt', { ...finding, record: undefined, value: undefined, sequence: undefined }),
    );
    expect(Object.keys(line)).toEqual(keys);
    expect(line).toMatchObject({ record: null, value: null, sequence: null });
  });
});

test('errors come before warnings, in the order they had', () => {
  const found = ['w1', 'e1', 'w2', 'e2'].map((code) => ({
    ...finding,
    code,
    severity: code.startsWith('e') ? ('error' as const) : ('warning' as const),
  }));
  expect(mostSeriousFirst(found).map(({ code }) => code)).toEqual(['e1', 'e2', 'w1', 'w2']);
});
