import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { streamOf } from '../../test/streams.ts';
import { findProfile, type StateProfile, type StateValue, supplementHeader, supplementRows } from '../state/index.ts';
import { type Examined, examineFile } from './examine.ts';
import { uploadedReports } from './uploaded-reports.ts';

const missouri = findProfile('MO');
const header = 'ori,report,sequence,MO-3,MO-4';

async function examine(text: string, profile: StateProfile | 'none' | undefined = missouri) {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const middle = Math.floor(bytes.length / 2);
  const examined: Examined[] = [];
  const stream = streamOf(bytes.slice(0, middle), bytes.slice(middle));
  for await (const part of examineFile(stream, {
    today: '20261105',
    profile: profile === 'none' ? undefined : profile,
  })) {
    if ('refusal' in part) return { examined, refusal: part.refusal };
    examined.push(part);
  }
  return { examined, refusal: undefined };
}

async function findings(text: string, profile?: StateProfile) {
  return (await examine(text, profile)).examined.flatMap((examined) => examined.findings);
}

const told = async (text: string, profile?: StateProfile) =>
  (await findings(text, profile)).map(({ code, element, record }) => `${code} ${element} ${record}`);

describe('a supplement', () => {
  it.each([
    ['LF', `${header}\nMO0010100,26-1,01,C,D\n`],
    ['CR LF, and no last line end', `${header}\r\nMO0010100,26-1,01,C,D`],
    ['a byte order mark', `\uFEFF${header}\nMO0010100,26-1,01,C,D\n`],
    ['quotes and blanks', `"ori", report,sequence,MO-3,MO-4\n"MO0010100",26-1,"01" , C,"D"\n`],
    ['another order, and one column more', 'MO-4,sequence,MO-3,report,ori\nD,01,C,26-1,MO0010100\n'],
    ['blank lines, and blank rows as spreadsheets leave them', `\n${header}\n,,,,\n\nMO0010100,26-1,01,C,D\n,,,,\n`],
  ])('is read with %s', async (_, text) => {
    const { examined, refusal } = await examine(text);
    expect(refusal).toBeUndefined();
    expect(examined).toMatchObject([
      {
        findings: [],
        source: { report: { ori: 'MO0010100', number: '26-1' } },
        state: {
          profile: 'MO',
          values: expect.arrayContaining([
            { element: 'MO-3', sequence: '01', value: 'C' },
            { element: 'MO-4', sequence: '01', value: 'D' },
          ]),
        },
      },
    ]);
  });

  it('has a report for the rows that stand together under a number, each row with its line', async () => {
    const { examined } = await examine(
      `${header}\nMO0010100,26-1,01,C,D\nMO0010100,26-1,02,C,D\nMO0010100,26-2,01,C,D\nMO0020200,26-2,01,C,D\n\nMO0010100,26-1,03,C,D\n`,
    );
    expect(
      examined.map(({ source: { report, records } }) => [
        report.ori,
        report.number,
        ...records.map(({ number }) => number),
      ]),
    ).toEqual([
      ['MO0010100', '26-1', 2, 3],
      ['MO0010100', '26-2', 4],
      ['MO0020200', '26-2', 5],
      ['MO0010100', '26-1', 7],
    ]);
  });

  it.each([
    ['a column that is none', 'ori,report,sequence,MO-3,status', 'the column "status", which the state does not have'],
    ['an element that no supplement carries', 'ori,report,sequence,MO-1', '"MO-1", which may not come in a supplement'],
    ['an element of another state', 'ori,report,sequence,OR-1', '"OR-1", which the state does not have'],
    ['no agency', 'report,sequence,MO-3', 'names no column "ori"'],
    ['no number', 'ori,sequence,MO-3', 'names no column "report"'],
    ['no sequence', 'ori,report,MO-3', 'names no column "sequence"'],
    ['a column twice', 'ori,report,sequence,MO-3,MO-3', 'names the column "MO-3" twice'],
    ['a column without a name', 'ori,report,sequence,MO-3,', 'has no name for column 5'],
  ])('with %s is refused whole', async (_, columns, message) => {
    const { examined, refusal } = await examine(`${columns}\nMO0010100,26-1,01,C,D\n`);
    expect(examined).toEqual([]);
    expect(refusal).toMatchObject({
      reason: 'supplement-columns',
      record: 1,
      message: expect.stringContaining(message),
    });
    expect(refusal?.hint).toContain('ori, report, sequence and, as far as they are reported, MO-3, MO-4.');
  });

  it('is refused where the state takes none, where no state is named, and where it has no row', async () => {
    const iowa = await examine('ori,report,sequence,IA-1\nIA0010100,26-1,7/12,M\n', findProfile('IA'));
    expect(iowa.refusal).toMatchObject({ reason: 'supplement', message: expect.stringContaining('IA takes none') });
    const none = await examine(`${header}\nMO0010100,26-1,01,C,D\n`, 'none');
    expect(none.refusal).toMatchObject({ reason: 'supplement', hint: expect.stringContaining('--state') });
    expect((await examine(`${header}\n`)).refusal).toMatchObject({ reason: 'empty' });
  });

  it.each([
    ['a cell that goes on in the next line', 'MO0010100,26-2,01,"C\n",D'],
    ['something behind the quotes of a cell', 'MO0010100,26-2,01,"C"C,D'],
    ['a line that does not end', `MO0010100,26-2,01,${'C'.repeat(70_000)},D`],
  ])('with %s is refused whole, since nobody knows where its rows end', async (_, row) => {
    const { refusal } = await examine(`${header}\nMO0010100,26-1,01,C,D\n${row}\n`);
    expect(refusal).toMatchObject({ reason: 'supplement-rows', record: 3 });
  });

  it('of which the first line names no columns is told how one begins', async () => {
    const { refusal } = await examine('MO0010100,26-1,01,C,D\nMO0010100,26-2,01,C,D\n');
    expect(refusal).toMatchObject({ reason: 'csv', hint: expect.stringContaining('ori,report,sequence') });
  });
});

describe('a row', () => {
  it.each([
    ['a wrong code', 'MO0010100,26-1,01,Q,D', ['MO01 MO-3 2']],
    ['nothing to say', 'MO0010100,26-1,01,,', []],
    ['a number without its zero', 'MO0010100,26-1,1,C,D', ['MO03 sequence 2']],
    ['no sequence', 'MO0010100,26-1,,C,D', ['MO03 sequence 2']],
    ['an ORI that is none', 'MO00101,26-1,01,C,D', ['MO03 ori 2']],
    ['a number that is none', 'MO0010100,26 1,01,C,D', ['MO03 report 2']],
    ['a cell too few', 'MO0010100,26-1,01,C', ['MO08 segment 2']],
    ['a cell too many', 'MO0010100,26-1,01,C,D,X', ['MO08 segment 2']],
  ])('with %s', async (_, row, expected) => {
    expect(await told(`${header}\n${row}\n`)).toEqual(expected);
  });

  it('is not there twice', async () => {
    const rows = 'MO0010100,26-1,01,C,D\nMO0010100,26-1,02,C,D\nMO0010100,26-1,01,L,F\n';
    const { examined } = await examine(`${header}\n${rows}`);
    expect(examined[0]?.findings).toMatchObject([{ code: 'MO04', record: 4, sequence: '01', columns: [16, 17] }]);
    expect(examined[0]?.state?.values.filter(({ sequence }) => sequence === '01').map(({ value }) => value)).toEqual([
      'C',
      'D',
    ]);
  });

  it('speaks of every kind whose numbers its sequence can be', async () => {
    const columns = 'ori,report,sequence,ZZ-1,ZZ-4.1,ZZ-10,ZZ-12,ZZ-17';
    const told = async (row: string) =>
      (await findings(`${columns}\nZZ0010100,${row}\n`, everyFeature)).map(({ code, hint }) => `${code} ${hint}`);
    expect(await told('26-1,13A,§ 1,,,,')).toEqual([]);
    expect(await told('26-1,7/20,,A-1,,,')).toEqual([]);
    expect(await told('26-1,01,,,1.5,,A')).toEqual([]);
    expect(await told('26-1,,,,,0001,')).toEqual([]);
    expect(await told('26-1,01,,,,0001,A')).toEqual([
      'ZZ03 Leave it blank where the row describes the incident itself.',
    ]);
    expect(await told('26-1,7-20,,A-1,,,')).toEqual([expect.stringContaining('with a slash between them')]);
  });

  it('keeps what is right beside what is wrong', async () => {
    const { examined } = await examine(`${header}\nMO0010100,26-1,01,Q,D\nMO0010100,26-1,1,C,D\n`);
    expect(examined[0]?.state?.values).toEqual([{ element: 'MO-4', sequence: '01', value: 'D' }]);
  });

  it('of an element that the state has given up is refused in every month', async () => {
    const profile = structuredClone(everyFeature);
    const givenUp = profile.elements.find(({ id }) => id === 'ZZ-10');
    Object.assign(givenUp!, { obligation: { kind: 'prohibited' } });
    expect(await told('ori,report,sequence,ZZ-10\nZZ0010100,26-1,01,1.5\n', profile)).toEqual(['ZZ09 ZZ-10 2']);
  });
});

/** Values of all kinds, with marks that stand nowhere else. */
const values: StateValue[] = [
  { element: 'ZZ-1', sequence: '13A', value: '"MARK", § 1' },
  { element: 'ZZ-4', sequence: '7/20', occurrence: 1, value: 'MARK-1' },
  { element: 'ZZ-4', sequence: '7/20', occurrence: 3, value: 'MARK,3' },
  { element: 'ZZ-12', value: '7351' },
  { element: 'ZZ-11', sequence: '001', value: 'B' },
  { element: 'ZZ-17', sequence: '01', value: 'X' },
];

describe('whatever form a supplement has', () => {
  const form = fc.record({
    order: fc.shuffledSubarray([...supplementHeader(everyFeature).keys()], { minLength: 11 }),
    quoted: fc.boolean(),
    blanks: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  });
  const cellOf = (cell: string, quoted: boolean, blanks: boolean) => {
    const text = quoted || /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    return blanks ? ` ${text} ` : text;
  };

  it('the same values are read, and no record that is shown has one of them', async () => {
    const rows = [
      supplementHeader(everyFeature),
      ...supplementRows(everyFeature, { ori: 'ZZ0010100', number: '26-1' }, values),
    ];
    expect(rows[0]).toHaveLength(11);
    await fc.assert(
      fc.asyncProperty(form, async ({ order, quoted, blanks, lineEnd, mark }) => {
        const lines = rows.map((row) => order.map((index) => cellOf(row[index] ?? '', quoted, blanks)).join(','));
        const { examined } = await examine(mark + lines.map((line) => line + lineEnd).join(''), everyFeature);
        expect(examined.flatMap((one) => one.findings)).toEqual([]);
        const read = examined.flatMap(({ state }) => state?.values ?? []);
        const sorted = (list: readonly StateValue[]) => list.map((value) => JSON.stringify(value)).sort();
        expect(sorted(read)).toEqual(sorted(values));
        const shown = examined.flatMap(({ source }) => source.records.map(({ text }) => text)).join('\n');
        expect(shown).not.toMatch(/MARK|7351|§/);
        expect(shown).toContain('26-1');
      }),
    );
  });

  it('what is wrong with it holds no value', async () => {
    const wrong = values.map((value) => ({ ...value, value: `WRONG${value.value}`.padEnd(20, 'G') }));
    const rows = supplementRows(everyFeature, { ori: 'ZZ0010100', number: '26-1' }, wrong);
    const shifted = rows.map((row) => [row[0] ?? '', ...row.slice(3), row[1] ?? '', row[2] ?? '']);
    for (const cells of [rows, shifted, rows.map((row) => row.slice(0, -1))]) {
      const lines = [supplementHeader(everyFeature), ...cells].map((row) =>
        row.map((cell) => cellOf(cell, true, false)).join(','),
      );
      const { examined } = await examine(`${lines.join('\n')}\n`, everyFeature);
      expect(examined.flatMap(({ findings }) => findings).length).toBeGreaterThanOrEqual(rows.length);
      const said = examined.map(({ source, findings }) => [source.report, source.records, findings]);
      expect(JSON.stringify(said)).not.toMatch(/WRONG|MARK|7351/);
    }
  });
});

describe('the places of what was uploaded', () => {
  it('are those of its rows, in bytes, whatever is wrong with them', async () => {
    const text = `\uFEFF${header}\r\nMO0010100,26-1,01,É,D\r\nMO0010100,26-1,02,C,D\r\n\r\nMO0020200,"26-2",01,"C\r\nMO0020200,26-3,01,C,D`;
    const bytes = Buffer.from(text, 'utf8');
    const found: string[][] = [];
    for await (const reports of uploadedReports(streamOf(bytes.toString('latin1')), new Set())) {
      for (const { report, records } of reports) {
        const texts = records.map(({ offset, size }) => bytes.subarray(offset, offset + size).toString('utf8'));
        found.push([report.ori, report.number, ...texts]);
      }
    }
    expect(found).toEqual([
      ['MO0010100', '26-1', 'MO0010100,26-1,01,É,D\r\n', 'MO0010100,26-1,02,C,D\r\n'],
      ['', '', 'MO0020200,"26-2",01,"C\r\n'],
      ['MO0020200', '26-3', 'MO0020200,26-3,01,C,D'],
    ]);
  });

  it('are those of the reports of a flat file', async () => {
    const incident = '00881I092026    MO0010100INCIDENT000120260901 10N                                      N';
    const found: unknown[] = [];
    for await (const reports of uploadedReports(streamOf(`${incident}\n${incident}\n`), new Set())) {
      found.push(...reports.map(({ report, records }) => [report.number, records[0]?.offset]));
    }
    expect(found).toEqual([
      ['INCIDENT0001', 0],
      ['INCIDENT0001', incident.length + 1],
    ]);
  });
});
