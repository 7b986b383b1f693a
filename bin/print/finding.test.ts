import { describe, expect, test } from 'vitest';
import { mostSeriousFirst } from '../../shared/findings/labels.ts';
import { findingCsv, findingCsvHeader, findingJson } from '../../shared/intake/finding-line.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { findingLines, findingsLines } from './finding.ts';
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
      '    error 404  3 Age of offender, level B segment',
      '               01, record 7',
      '      "XX" is not an age.',
      '      → Enter one of: A (on foot), B (on a horse),',
      '        C (in a car), D (by boat).',
    ]);
  });
});

describe('findingsLines', () => {
  const view = { colors, width: 100 };
  const another = { ...finding, code: '509', message: 'Another thing.' };
  const both = [...records, { number: 8, offset: 46, size: 46, text }];

  test('shows the record once for several findings at one place', () => {
    const lines = findingsLines([finding, another], records, view);
    expect(lines.filter((line) => line.includes(text))).toHaveLength(1);
    expect(lines.at(-1)).toMatch(/\^\^$/);
    expect(lines).toContain('      Another thing.');
  });

  test.each([{ columns: [39, 41] as const }, { columns: [40, 42] as const }, { record: 8 }])(
    'shows the record for each place: %j',
    (elsewhere) => {
      const lines = findingsLines([finding, { ...another, ...elsewhere }], both, view);
      expect(lines.filter((line) => line.includes(text))).toHaveLength(2);
    },
  );
});

test('a code that tells segments apart is spelled out', () => {
  const [heading] = findingLines({ ...finding, segment: '3', sequence: '7' }, [], { colors, width: 100 });
  expect(heading).toBe('    error 404  37 Age of offender, property segment 7 (stolen/etc.), record 7');
});

test('columns are said of a record that is cut at the left', () => {
  const long = { number: 7, offset: 0, size: 308, text: `03073I${'a'.repeat(301)}` };
  const lines = findingLines({ ...finding, columns: [200, 201] }, [long], { colors, width: 66 });
  expect(lines.at(-1)).toMatch(/^ +columns 200–201 \^\^$/);
  expect(
    findingLines({ ...finding, columns: [1, 4] }, [long], { colors, width: 66 })
      .at(-1)
      ?.trim(),
  ).toBe('^^^^');
});

describe('findingCsv', () => {
  test('has the keys of the JSON for columns', () => {
    expect(findingCsvHeader.split(',')).toEqual(Object.keys(JSON.parse(findingJson('a.txt', finding))));
    expect(findingCsv('a.txt', { ...finding, value: '=1', sequence: undefined })).toBe(
      `a.txt,7,5,MO0010100,26-000001,,37,404,error,'=1,"""XX"" is not an age.",Give the age in years.`,
    );
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

test('errors come before warnings, and each in the order of records and columns', () => {
  const at = (code: string, record: number | undefined, column: number): Finding => ({
    ...finding,
    code,
    severity: code.startsWith('e') ? 'error' : 'warning',
    record,
    columns: record === undefined ? undefined : [column, column],
  });
  const found = [
    at('w1', 1, 1),
    at('e4', 2, 9),
    at('e2', 1, 7),
    at('e3', 2, 1),
    at('e1', undefined, 0),
    at('w2', 3, 1),
  ];
  expect(mostSeriousFirst(found).map(({ code }) => code)).toEqual(['e1', 'e2', 'e3', 'e4', 'w1', 'w2']);
});
