import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import {
  administrative,
  arrest,
  type IncidentOverrides,
  incident,
  linesOf,
  offender,
  offense,
  property,
  victim,
} from '../../test/reports.ts';
import { readReport } from '../nibrs/flatfile/read-report.ts';
import { writeSegment } from '../nibrs/flatfile/write-segment.ts';
import type { StateProfile } from './declaration.ts';
import { stateLayouts, stateLevels } from './layout.ts';
import { iowa } from './profiles/iowa.ts';
import { oregon } from './profiles/oregon.ts';
import { texas } from './profiles/texas.ts';
import { readStateHalf } from './read-state-half.ts';

/** A line of a state segment: texts by the position they begin at. */
function line(profile: StateProfile, level: string, texts: Readonly<Record<number, string>>, number = '26-000123') {
  const layout = stateLayouts(profile).find(({ segment }) => segment.level === level);
  const length = layout?.length ?? 0;
  let text = `${String(length).padStart(4, '0')}${level}I102026    MO0010000${number.padEnd(12)}`.padEnd(length);
  for (const [at, value] of Object.entries(texts)) {
    text = text.slice(0, Number(at) - 1) + value + text.slice(Number(at) - 1 + value.length);
  }
  return text;
}

const test = (level: string, texts: Readonly<Record<number, string>>) => line(everyFeature, level, texts);

function read(profile: StateProfile, federal: readonly string[], ...state: string[]) {
  return readStateHalf(profile, readReport([...federal, ...state], stateLevels(profile)));
}

const told = (profile: StateProfile, federal: readonly string[], ...state: string[]) =>
  read(profile, federal, ...state).findings.map(({ code, severity, element }) => `${code} ${severity} ${element}`);

const robbery = linesOf(incident());
const statute = test('C', { 38: '120', 41: '569.020' });
/** What the test profile always asks of the robbery, and nothing else. */
const asks = (...lines: string[]) => told(everyFeature, robbery, statute, ...lines);
const january = linesOf(incident()).map((text) => text.replace(/102026/, '012027'));

describe('what a report owes', () => {
  it('is nothing more when it has it', () => {
    expect(asks()).toEqual([]);
  });

  it('is told by severity, for everyone described', () => {
    const two = [administrative(), offense(), offense({ offenseCode: '13A' }), victim()].map(writeSegment);
    expect(told(everyFeature, two)).toEqual(['ZZ05 warning ZZ-1', 'ZZ05 warning ZZ-1']);
    expect(told(everyFeature, two, statute)).toEqual(['ZZ05 warning ZZ-1']);
  });

  it('begins with the month of the profile, or of the element', () => {
    expect(told(everyFeature, january)).toEqual(['ZZ05 warning ZZ-1', 'ZZ05 error ZZ-2']);
    const earlier = robbery.map((text) => text.replace(/102026/, '122025'));
    expect(told(everyFeature, earlier)).toEqual([]);
  });

  it('is asked element by element only where one mistake was not told already', () => {
    expect(told(everyFeature, january, test('C', { 38: '120', 55: 'Q' }))).toEqual(['ZZ01 error ZZ-2']);
  });

  it('does not include what nobody reports any more', () => {
    expect(asks(test('C', { 38: '120', 56: '20260101' }))).toEqual(['ZZ04 error segment']);
    expect(told(everyFeature, robbery, test('C', { 38: '120', 41: 'X', 56: '20260101' }))).toEqual(['ZZ09 error ZZ-3']);
    const earlier = robbery.map((text) => text.replace(/102026/, '122025'));
    expect(told(everyFeature, earlier, test('C', { 38: '120', 56: '20260101' }))).toEqual([]);
  });

  it('may depend on the rest of the segment', () => {
    const met = { 38: '20250101', 50: '00101' };
    expect(asks(test('9', { 50: '00101', 61: 'B' }))).toEqual(['ZZ05 warning ZZ-5']);
    expect(asks(test('9', met))).toEqual([]);
    expect(asks(test('9', { ...met, 61: 'B' }))).toEqual([]);
  });

  it('may depend on a value, place by place', () => {
    const threats = (texts: object) => asks(test('9', { 38: '20250101', 50: '00101', ...texts }));
    expect(threats({ 61: 'A010' })).toEqual([]);
    expect(threats({ 61: 'A' })).toEqual(['ZZ05 error ZZ-7']);
    expect(threats({ 61: 'B010' })).toEqual(['ZZ09 error ZZ-7']);
    expect(threats({ 61: 'A010', 73: 'A010' })).toEqual([]);
    expect(threats({ 61: 'A010', 73: 'A' })).toEqual(['ZZ05 error ZZ-7']);
    expect(threats({ 61: 'A010', 65: 'B010' })).toEqual(['ZZ09 error ZZ-7']);
  });

  it('may depend on what is given of the incident', () => {
    const help = test('B', { 38: '0001' });
    expect(asks(help)).toEqual(['ZZ05 warning ZZ-11']);
    expect(asks(help, test('F', { 38: '001', 41: 'A' }))).toEqual([]);
    expect(asks(test('F', { 38: '001', 41: 'A' }))).toEqual([]);
  });

  it("may depend on the FBI's elements of what is described", () => {
    const serial = (key: string) => asks(test('D', { 38: key, 41: 'A-1' }));
    expect(serial('720')).toEqual([]);
    const recovered: IncidentOverrides = {
      properties: [
        {},
        { typePropertyLoss: '5', properties: [{ description: '20', value: '000000250', dateRecovered: '20261004' }] },
      ],
    };
    const federal = linesOf(incident(recovered));
    expect(told(everyFeature, federal, statute, test('D', { 38: '520', 41: 'A-1' }))).toEqual(['ZZ09 error ZZ-4']);
    expect(told(everyFeature, federal, statute, test('D', { 38: '720', 41: 'A-1' }))).toEqual([]);
  });

  it('never stands against "not determined"', () => {
    const person = (values: string) => asks(test('A', { 38: `01${values}` }));
    expect(person('AB')).toEqual(['ZZ09 error ZZ-9']);
    expect(person('XB')).toEqual(['ZZ09 error ZZ-9']);
    expect(person('AX')).toEqual([]);
    expect(person(' B')).toEqual([]);
  });

  it('keeps a value that may not be reported out of the half and out of the finding', () => {
    const { half, findings } = read(everyFeature, robbery, statute, test('A', { 38: '01AB' }));
    expect(half?.values.map(({ element }) => element)).toEqual(['ZZ-1', 'ZZ-8']);
    expect(findings).toMatchObject([
      {
        code: 'ZZ09',
        record: robbery.length + 2,
        segment: 'A',
        sequence: '01',
        columns: [41, 41],
        message: 'Remark may not be reported for arrestee 01.',
        hint: 'Leave it blank. It is reported only where Status (ZZ-8) is not reported.',
      },
    ]);
  });

  it('is shown at its place in the segment that was sent without it', () => {
    const [finding] = read(everyFeature, robbery, statute, test('9', { 50: '00101', 61: 'B   A' })).findings;
    expect(finding).toMatchObject({ record: robbery.length + 2, columns: [38, 45], sequence: '001/01' });
    const [place] = read(everyFeature, robbery, statute, test('9', { 38: '20250101', 50: '00101', 65: 'A' })).findings;
    expect(place).toMatchObject({
      columns: [66, 68],
      message: 'Number of threats is missing for victim 001 with offender 01.',
      hint: 'Write 3 digits, with leading zeros, from 005 to 120; decimals: 1, the point is not written.',
    });
  });
});

describe('what a segment describes', () => {
  it.each<[string, string, string, string]>([
    ['an offense', test('C', { 38: '13A' }), 'ZZ02', 'The report has no offense 13A, which this segment describes.'],
    ['a property', test('D', { 38: '721' }), 'ZZ02', 'The report has no property 21 of loss type 7, which this'],
    ['a victim', test('F', { 38: '002' }), 'ZZ02', 'The report has no victim 002, whom this segment describes.'],
    ['an offender', test('E', { 38: '02' }), 'ZZ02', 'The report has no offender 02, whom this segment describes.'],
    ['a pair', test('9', { 50: '00102' }), 'ZZ02', 'The report has no victim 001 with offender 02, whom this'],
  ])('must be in the report: %s', (_, text, code, message) => {
    const { findings } = read(everyFeature, robbery, statute, text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it.each<[string, string, string]>([
    ['an offense', test('C', { 38: 'QQQ' }), '6'],
    ['a loss', test('D', { 38: '920' }), '14'],
    ['a property', test('D', { 38: '798' }), '15'],
    ['a victim', test('F', { 38: '01' }), '23'],
    ['an offender of a pair', test('9', { 50: '001X1' }), '36'],
  ])('is told apart by numbers of the right form: %s', (_, text, element) => {
    const { findings } = read(everyFeature, robbery, statute, text);
    expect(findings).toMatchObject([{ code: 'ZZ03', element, sequence: undefined }]);
  });

  it('is described once', () => {
    const pair = (key: string) => test('9', { 38: '20250101', 50: key });
    expect(asks(pair('00101'), pair('00101'))).toEqual(['ZZ04 error segment']);
    const two = linesOf(incident({ victims: [{}, { victimSequenceNumber: '002' }] }));
    expect(told(everyFeature, two, statute, pair('00101'), pair('00201'))).toEqual([]);
  });

  it('is one property of one loss, once', () => {
    const bills = { description: '20', value: '000000250', dateRecovered: undefined };
    const segments = [administrative(), offense(), property({ properties: [bills, bills] }), victim(), offender()];
    const { half } = read(everyFeature, segments.map(writeSegment), statute, test('D', { 38: '720', 53: 'C-3' }));
    expect(half?.values.slice(1)).toEqual([{ element: 'ZZ-4', sequence: '7/20', occurrence: 3, value: 'C-3' }]);
  });

  it('may be somebody whom no Group B arrest has', () => {
    const number = '26-B0450';
    const text = line(everyFeature, 'F', { 38: '001', 41: 'A' }, number);
    expect(told(everyFeature, linesOf(arrest()), text)).toEqual(['ZZ02 error 23']);
    expect(told(everyFeature, linesOf(arrest()), line(everyFeature, 'A', { 38: '01X' }, number))).toEqual([]);
  });

  it('may be protected', () => {
    const federal = [administrative(), offense(), victim(), offender()].map(writeSegment);
    expect(read(oregon, federal, line(oregon, 'A', { 38: '01N' })).findings).toMatchObject([
      {
        code: 'OR07',
        message: 'The report has no arrestee: the person whom this segment describes may not be described.',
        hint: 'Leave the segment out. These elements may never describe a victim, a witness or an offender.',
      },
    ]);
  });
});

describe('the values of a segment', () => {
  it.each<[string, string, string[]]>([
    ['a day that is none', test('9', { 38: '20250230', 50: '00101' }), ['ZZ03 error ZZ-5']],
    ['a number that is too small', test('9', { 38: '20250101', 50: '00101', 61: 'A004' }), ['ZZ03 error ZZ-7']],
    ['the smallest number', test('9', { 38: '20250101', 50: '00101', 61: 'A005' }), []],
    ['a number that is too large', test('9', { 38: '20250101', 50: '00101', 61: 'A121' }), ['ZZ03 error ZZ-7']],
    ['the largest number', test('9', { 38: '20250101', 50: '00101', 61: 'A120' }), []],
    ['a number without its zeros', test('9', { 38: '20250101', 50: '00101', 61: 'A12 ' }), ['ZZ03 error ZZ-7']],
    ['all nines', test('B', { 38: '99.9' }), ['ZZ03 error ZZ-12']],
    ['a text that begins later', test('D', { 38: '720', 42: 'A' }), ['ZZ03 error ZZ-4']],
    ['a text with a sign that is none', test('D', { 38: '720', 41: 'A\u0080B' }), ['ZZ03 error ZZ-4']],
    ['a text with blanks and accents', test('D', { 38: '720', 41: 'É 1' }), []],
    ['a wrong code in the last place', test('9', { 38: '20250101', 50: '00101', 73: 'Q' }), ['ZZ01 error ZZ-6']],
  ])('are checked by format: %s', (_, text, expected) => {
    expect(asks(text)).toEqual(expected);
  });

  it('are shown in the columns of their place', () => {
    const [finding] = read(
      everyFeature,
      robbery,
      statute,
      test('9', { 38: '20250101', 50: '00101', 73: 'Q' }),
    ).findings;
    expect(finding?.columns).toEqual([73, 73]);
  });
});

describe('Iowa', () => {
  const theft = (...descriptions: string[]) =>
    linesOf(
      incident({
        properties: [
          {
            properties: descriptions.map((description) => ({
              description,
              value: '000001000',
              dateRecovered: undefined,
            })),
          },
        ],
      }),
    );
  const farm = (key: string, values: string) => line(iowa, 'A', { 38: key, 41: values });

  it('asks about farm property, and about no other', () => {
    expect(told(iowa, theft('20'))).toEqual([]);
    for (const description of ['12', '18', '45', '47']) {
      expect(told(iowa, theft('20', description))).toEqual(['IA05 warning IA-1']);
    }
    expect(told(iowa, theft('20', '12'), farm('712', 'MB'))).toEqual([]);
    expect(told(iowa, theft('20', '12'), farm('720', 'MB'))).toEqual(['IA09 error IA-1', 'IA05 warning IA-1']);
  });

  it('asks how many animals', () => {
    expect(told(iowa, theft('18'), farm('718', 'LF00012'))).toEqual([]);
    expect(told(iowa, theft('18'), farm('718', 'LF'))).toEqual(['IA05 error IA-3']);
    expect(told(iowa, theft('12'), farm('712', 'MF00012'))).toEqual(['IA09 error IA-3']);
    expect(told(iowa, theft('18'), farm('718', 'LF00000'))).toEqual(['IA03 error IA-3']);
  });
});

describe('Texas', () => {
  const eight = (texts: object) => line(texas, '8', { 38: '20261003', ...texts });
  const nine = (texts: object) => line(texas, '9', { 38: '20261003', 46: '00101', ...texts });
  const assault = linesOf(
    incident({
      offenses: [{ offenseCode: '13A' }],
      victims: [{ connectedOffenseCodes: ['13A'], relationships: [{ offenderNumber: '01', relationship: 'SE' }] }],
    }),
  );
  const rape = linesOf(incident({ offenses: [{ offenseCode: '11A' }], victims: [{ connectedOffenseCodes: ['11A'] }] }));

  it('asks whether it was family violence', () => {
    expect(told(texas, robbery)).toEqual([]);
    expect(told(texas, assault)).toEqual(['TX05 error TX-T2']);
    expect(told(texas, assault, eight({ 46: 'Y' }))).toEqual([]);
  });

  it('reads fourteen more drugs', () => {
    const drug = 'E000000012500GM';
    expect(told(texas, robbery, eight({ 47: drug, 242: drug }))).toEqual([]);
    expect(told(texas, robbery, eight({ 47: drug, 242: 'E' }))).toEqual(['TX05 error TX-21', 'TX05 error TX-22']);
    expect(read(texas, robbery, eight({ 242: drug })).half?.values.slice(1)).toEqual([
      { element: 'TX-20', occurrence: 14, value: 'E' },
      { element: 'TX-21', occurrence: 14, value: '000000012500' },
      { element: 'TX-22', occurrence: 14, value: 'GM' },
    ]);
  });

  it('asks about every victim and offender of a sexual assault', () => {
    expect(told(texas, rape)).toEqual(['TX05 error TX-9P51']);
    expect(told(texas, rape, nine({ 51: '0405' }))).toEqual([]);
    expect(told(texas, robbery, nine({ 51: '09' }))).toEqual([]);
  });

  it('asks for details of some of its own offenses, and takes none of others', () => {
    const details = { 85: '16FW', 90: '34MW', 97: '12A', 106: 'N', 113: '20', 115: 'N', 118: '88' };
    expect(told(texas, rape, nine({ 51: '0406', ...details }))).toEqual([]);
    expect(told(texas, rape, nine({ 51: '04', 113: '20' }))).toEqual(['TX09 error TX-9P113']);
    const { 118: _, ...without } = details;
    expect(told(texas, rape, nine({ 51: '0406', ...without }))).toEqual(['TX05 error TX-9P118']);
    expect(told(texas, rape, nine({ 51: '0406', ...details, 97: '40A' }))).toEqual(['TX09 error TX-9P99']);
    expect(told(texas, rape, nine({ 51: '0406', ...details, 71: 'A-1' }))).toEqual(['TX05 error TX-9P83']);
    expect(told(texas, rape, nine({ 51: '0406', ...details, 71: 'A-1'.padEnd(12), 83: '01' }))).toEqual([]);
  });

  it('does not take its older forms', () => {
    const older = `0212${line(texas, '8', {}).slice(4, 212)}`;
    expect(told(texas, robbery, older)).toEqual(['TX08 error segment']);
  });
});
