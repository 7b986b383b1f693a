import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { edits } from '../shared/nibrs/edits/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'nibrs-command-'));
afterAll(() => rmSync(directory, { recursive: true }));

const zeroReport = '00430A092026    MO1990400000000000000092026';
const clean = file('clean.txt', `${zeroReport}\n`);
const broken = file('broken.txt', `${zeroReport}\n${zeroReport.replace('MO1990400', 'MO199-400')}\n`);
const notNibrs = file('roster.txt', 'Monday: Smith\nTuesday: Jones\n');

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the real command. */
async function nibrs(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'nibrs.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: code as number | null };
}

describe('nibrs validate', () => {
  test('ends with 0 on a clean file, and counts it', async () => {
    const { out, err, code } = await nibrs(['validate', clean]);
    expect(out).toContain('1 file, 1 record, 1 report, 1 accepted, 0 rejected');
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  test('ends with 1 on findings, and shows report, finding, what to do and the place', async () => {
    const { out, code } = await nibrs(['validate', broken]);
    const lines = out.split('\n');
    expect(out).toContain('Zero report 000000000000 of MO199-400, record 2: rejected');
    const record = lines.findIndex((line) => line.includes('MO199-400000000000000'));
    expect(lines[record - 1]).toContain('→');
    const carets = lines[record + 1] ?? '';
    expect(lines[record]?.slice(carets.indexOf('^'), carets.length)).toBe('MO199-400');
    expect(out).toContain('1 accepted, 1 rejected');
    expect(code).toBe(1);
  });

  test('checks what a list of agencies tells', async () => {
    mkdirSync(join(directory, 'lists'));
    const known = file('lists/agencies.csv', 'ori,name\nMO1990400,Adair\n');
    const others = file('lists/others.csv', 'ori\nMO1990500\n');
    const wrong = file('lists/wrong.csv', 'ori\nMO199\n');
    expect((await nibrs(['validate', clean, '--agencies', known])).code).toBe(0);
    expect((await nibrs(['validate', clean, '--agencies', others])).out).toContain('error 932');
    const { err, code } = await nibrs(['validate', clean, '--agencies', wrong]);
    expect(err).toContain('wrong.csv, line 2, ori: "MO199" is not an ORI');
    expect(code).toBe(2);
  });

  test('prints one finding a line as JSON, and nothing else', async () => {
    const { out, code } = await nibrs(['validate', broken, '--format', 'json']);
    const [line, ...others] = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(Object.keys(line)).toEqual(
      'file record segment ori report sequence element code severity value message hint'.split(' '),
    );
    expect(line).toMatchObject({ file: broken, record: 2, segment: '0', ori: 'MO199-400', severity: 'error' });
    expect(others).toEqual([]);
    expect(code).toBe(1);
  });

  test('prints a header and one finding a row as CSV, with the keys of the JSON', async () => {
    const { out, code } = await nibrs(['validate', broken, '--format', 'csv']);
    const rows = out.split('\r\n');
    expect(rows[0]).toBe('file,record,segment,ori,report,sequence,element,code,severity,value,message,hint');
    expect(rows[1]).toContain(`${broken},2,0,MO199-400,`);
    expect(rows.slice(2)).toEqual(['']);
    expect(code).toBe(1);
    expect((await nibrs(['validate', clean, '--format', 'csv'])).out).toBe(`${rows[0]}\r\n`);
  });

  test('writes an HTML report beside any format', async () => {
    const path = join(directory, '.report.html');
    const { out, code } = await nibrs(['validate', broken, '--format', 'json', '--report', path]);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toContain('<mark>MO199-400</mark>');
    expect(code).toBe(1);
  });

  test('ends with 2 on a file of another kind, with the reason and what to do', async () => {
    const { out, code } = await nibrs(['validate', notNibrs]);
    expect(out).toContain('No line of the file looks like a NIBRS segment.');
    expect(out).toContain('→');
    expect(code).toBe(2);
  });

  test('reads the files of a directory', async () => {
    const { out, code } = await nibrs(['validate', directory]);
    expect(out).toContain('3 files, 1 refused');
    expect(code).toBe(2);
  });

  test('reads standard input', async () => {
    const { out, code } = await nibrs(['validate', '-'], `${zeroReport}\r\n`);
    expect(out).toContain('1 accepted');
    expect(code).toBe(0);
  });

  test.each([
    [['validate'], "missing required argument 'file'"],
    [['validate', join(directory, 'none.txt')], 'cannot be read'],
    [['validate', clean, '--period', '2026-13'], 'A period is a month'],
    [['validate', clean, '--state', 'ZZ'], 'There is no state profile "ZZ"'],
    [['validate', clean, '--format', 'xml'], 'Allowed choices are text, json, csv'],
    [['validate', clean, '--report', join(directory, 'none', 'out.html')], 'cannot be written'],
    [['edits', '999'], 'There is no edit "999"'],
    [['edits', '--segment', 'witness'], 'A segment is one of structure, zero-report'],
    [['run', '--in', clean], 'required option'],
    [['serve', '--port', 'http'], 'A port is a whole number'],
    [['unknown'], 'unknown command'],
  ])('ends with 2 when it is called wrongly: %j', async (args, complaint) => {
    const { out, err, code } = await nibrs(args);
    expect(err).toContain(complaint);
    expect({ out, code }).toEqual({ out: '', code: 2 });
  });

  test('never prints what stands after the head of a state segment', async () => {
    const stateSegment = '0042BI092026    MO1990400000000000000 SECRET';
    const path = file('state.txt', `${zeroReport}\n${stateSegment}\n`);
    for (const format of ['text', 'json', 'csv']) {
      const { out, code } = await nibrs(['validate', path, '--format', format]);
      expect(out).not.toContain('SECRET');
      expect(code).toBe(1);
    }
  });
});

describe('nibrs edits', () => {
  test('lists every number once, as text, JSON and CSV', async () => {
    const [text = '', json = '', csv = ''] = await Promise.all(
      ['text', 'json', 'csv'].map(async (format) => (await nibrs(['edits', '--format', format])).out),
    );
    const codes = edits.map(({ code }) => code);
    expect(jsonLines(json).map(({ code }) => code)).toEqual(codes);
    const rows = csv.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.slice(0, row.indexOf(',')))).toEqual(codes);
    expect(text.match(/^\d{3,4}(?= {2})/gm)?.toSorted()).toEqual(codes.toSorted());
  });

  test('shows only what is asked for', async () => {
    const options = ['--segment', 'group-b-arrest', '--status', 'inactive', '--format', 'json'];
    const { out, code } = await nibrs(['edits', ...options]);
    expect(jsonLines(out).map(({ code }) => code)).toEqual(['718', '762']);
    expect(code).toBe(0);
    expect((await nibrs(['edits', '065', '--severity', 'warning'])).out).toBe('');
  });

  test('explains a number', async () => {
    const { out, code } = await nibrs(['edits', '065', '340']);
    expect(out).toContain('065  error');
    expect(out).toContain('No victim is connected to the offense ….');
    expect(out).toContain('24        Victim connected to UCR offense code');
    expect(out).toContain('340  inactive');
    expect(code).toBe(0);
  });

  function jsonLines(out: string): { code: string }[] {
    return out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
});
