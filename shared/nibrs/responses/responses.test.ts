import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataSetLayouts } from './columns.ts';
import { type FederalFinding, isGap, readAnswer, writeErrorDataSet, writeWarningDataSet } from './index.ts';

function read(...lines: string[]) {
  return readText(lines.map((line) => `${line}\r\n`).join(''));
}

function readText(text: string) {
  return readAnswer(
    (async function* () {
      // In pieces of an awkward size.
      for (let start = 0; start < text.length; start += 100)
        yield Buffer.from(text.slice(start, start + 100), 'latin1');
    })(),
  );
}

const finding: FederalFinding = {
  ori: 'MO0010100',
  report: '26-0900001',
  period: '2026-09',
  action: 'I',
  severity: 'error',
  code: '404',
  element: '33',
  level: '4',
  sequence: '001',
  offense: undefined,
  loss: undefined,
  value: 'ZZ',
  text: 'NOT A VALUE OF ITS LIST',
  record: 600,
  publicationEffect: undefined,
};
const warning = { ...finding, severity: 'warning', code: '1407', publicationEffect: '0' } as const;

/** What may stand in so many columns and reads back as it is. */
const text = (pattern: RegExp) => fc.stringMatching(pattern);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const common = {
  ori: text(/^[A-Z]{2}[A-Z0-9]{7}$/).filter((ori) => !/^9+$/.test(ori)),
  report: text(/^[A-Z0-9][A-Z0-9-]{0,11}$/),
  period: optional(fc.constantFrom('2026-09', '2025-12')),
  action: fc.constantFrom('I', 'A', 'D', ''),
  element: fc.constantFrom('', '2', '25A', '33', '1', '47'),
  level: fc.constantFrom('', '0', '1', '2', '3', '4', '5', '6', '7'),
  offense: optional(fc.constantFrom('13A', '220', '09A')),
  loss: optional(fc.constantFrom('1', '7')),
  value: optional(text(/^[!-~]([ -~]{0,10}[!-~])?$/)),
  text: text(/^[A-Z]([ -~]{0,76}[!-~])?$/),
  record: optional(fc.integer({ min: 1, max: 9_999_999 })),
};
const numbered = fc.record(common).chain((values) =>
  optional(fc.integer({ min: 0, max: 99 })).map((number) => ({
    ...values,
    sequence: number === undefined ? undefined : String(number).padStart(values.level === '4' ? 3 : 2, '0'),
  })),
);
const arbitraryError: fc.Arbitrary<FederalFinding> = fc
  .tuple(numbered, fc.constantFrom('404', '056', '095', '281'))
  .map(([values, code]) => ({ ...values, code, severity: 'error', publicationEffect: undefined }));
const arbitraryWarning: fc.Arbitrary<FederalFinding> = fc
  .tuple(numbered, fc.constantFrom('1407', '258', '1101'), optional(text(/^[0-9A-Z]$/)))
  .map(([values, code, publicationEffect]) => ({ ...values, code, severity: 'warning', publicationEffect }));

describe('an answer that was written', () => {
  it('is read back, an error data set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryError, { maxLength: 5 }), async (findings) => {
        const expected = { dataSet: 'errors', processedOn: '20261105', findings, faults: [] };
        expect(await read(...writeErrorDataSet(findings, '20261105'))).toEqual(expected);
      }),
    );
  });

  it('is read back, a warning data set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryWarning, { minLength: 1, maxLength: 5 }), async (findings) => {
        expect(await read(...writeWarningDataSet(findings))).toEqual({ dataSet: 'warnings', findings, faults: [] });
      }),
    );
  });

  it('has the records of the specification', () => {
    const [line = '', closing = ''] = writeErrorDataSet([finding], '20261105');
    expect(line).toBe(
      '2026090000600IMO001010026-0900001  4   001 33 404ZZ          NOT A VALUE OF ITS LIST'.padEnd(146),
    );
    expect(closing.slice(14, 23)).toBe('999999999');
    expect(closing.slice(61).trimEnd()).toBe('FBI PROCESSED SUBMISSION ON 11/05/2026');
    const [warned = ''] = writeWarningDataSet([warning]);
    expect([warned.length, warned.slice(35, 36), warned.slice(47, 59)]).toEqual([149, '0', '1407        ']);
  });

  it('does not put a value where it does not fit', () => {
    expect(() => writeErrorDataSet([{ ...finding, code: '1407' }], '20261105')).toThrow(/47 to 49/);
    expect(
      writeErrorDataSet([{ ...finding, value: 'X'.repeat(20), text: 'Y'.repeat(200) }], '20261105')[0],
    ).toHaveLength(146);
  });
});

describe('an answer is read', () => {
  const closed = writeErrorDataSet([finding], '20261105');

  it.each([
    ['with LF alone', closed.join('\n')],
    ['without trailing blanks', closed.map((line) => line.trimEnd()).join('\r\n')],
    ['with more trailing blanks', closed.map((line) => `${line}        \r\n`).join('')],
    ['with eight nines', closed.join('\r\n').replace('999999999', '99999999 ')],
    ['with other letters', closed.join('\r\n').replace('FBI PROCESSED SUBMISSION ON', 'FBI processed submission on')],
    ['with values at the right', closed.join('\n').replace('001 33 404', ' 01  33404')],
    ['with zeros before an element', closed.join('\n').replace(' 33 404', ' 033404')],
  ])('%s', async (_, text) => {
    expect(await readText(text)).toEqual({
      dataSet: 'errors',
      processedOn: '20261105',
      findings: [finding],
      faults: [],
    });
  });

  it('as a warning data set with the letters of data quality, and without its blank ends', async () => {
    const line = writeWarningDataSet([warning])[0]?.replace('1407  ', 'DQ1407').trimEnd() ?? '';
    expect(await read(line)).toEqual({ dataSet: 'warnings', findings: [warning], faults: [] });
  });

  it('with a warning of an old number among the errors, which refuses nothing', async () => {
    const answer = await read(...writeErrorDataSet([{ ...finding, code: '258' }], '20261105'));
    expect(answer.findings).toMatchObject([{ code: '258', severity: 'warning' }]);
  });

  it('without a closing record as what it is: an error data set that is not whole', async () => {
    const answer = await read(...closed.slice(0, 1));
    expect([answer.dataSet, answer.processedOn, answer.findings]).toEqual(['errors', undefined, [finding]]);
  });

  it('with the lines told that are none', async () => {
    const broken = closed[0]?.replace('404', 'abc') ?? '';
    const { findings, faults } = await read(...closed.slice(0, 1), broken, ...closed.slice(1), ...closed.slice(0, 1));
    expect(findings).toHaveLength(1);
    expect(faults).toEqual([
      { line: 2, fault: 'columns 47 to 49 do not hold what belongs there (the number of the error or warning)' },
      { line: 4, fault: 'it stands behind the closing record' },
    ]);
  });

  it.each(['', 'Monday: Smith\n', '00431A092026    MO0010100000000000000092026\n'])('as none: %j', async (text) => {
    expect(await readText(text)).toMatchObject({ dataSet: undefined, findings: [] });
  });

  it('whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (anything) => {
        const { dataSet, findings, faults } = await readText(anything);
        if (dataSet === undefined) expect([findings, faults]).toEqual([[], []]);
      }),
    );
  });

  it('whatever of it is overwritten, with every line accounted for', async () => {
    const lines = fc.array(fc.tuple(fc.nat(145), text(/^[ -~]{1,12}$/)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, async (changes) => {
        const damaged = changes.reduce(
          (line, [at, put]) => (line.slice(0, at) + put + line.slice(at + put.length)).slice(0, 146),
          closed[0] ?? '',
        );
        const { findings, faults } = await read(damaged, damaged, ...closed.slice(1));
        expect(findings.length + faults.length).toBe(damaged.trim() === '' ? 0 : 2);
      }),
    );
  });
});

it('no two values of a record share a column', () => {
  for (const layout of Object.values(dataSetLayouts)) {
    const columns = Object.values(layout).flatMap(([start, length]) => Array.from({ length }, (_, at) => start + at));
    expect(new Set(columns).size).toBe(columns.length);
  }
});

it.each([
  ['404', 'error', true],
  ['an unknown number', 'error', true],
  ['1407', 'warning', false],
  ['056', 'error', false],
  ['095', 'error', false],
  ['932', 'error', false],
  ['941', 'error', false],
  ['720', 'error', false],
] as const)('whether %s, an %s, shows a gap in our edits: %s', (code, severity, gap) => {
  expect(isGap({ code, severity })).toBe(gap);
});
