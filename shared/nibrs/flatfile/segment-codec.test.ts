import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySegment, lineCharacter } from '../../../test/arbitrary-segments.ts';
import { columns, legalSegments } from '../../../test/legal-segments.ts';
import type { Segment, SegmentOf } from '../model/index.ts';
import { layouts } from './layouts/index.ts';
import { emptySegment, readHead, readSegment } from './read-segment.ts';
import { DoesNotFitError, writeSegment } from './write-segment.ts';

/** The segment that the record of this length holds, as the table has it. */
function legal<L extends Segment['level']>(length: number, level: L): SegmentOf<L> {
  const found = legalSegments.find(([each, , segment]) => each === length && segment.level === level);
  return structuredClone(found?.[2]) as SegmentOf<L>;
}

describe('every legal length', () => {
  test('the table has them all', () => {
    const lengths = Object.values(layouts).flatMap(({ level, lengths }) =>
      lengths.map(({ line }) => `${level} ${line}`),
    );
    expect(legalSegments.map(([length, , { level }]) => `${level} ${length}`)).toEqual(lengths);
  });

  test.each(legalSegments)('%i columns are read and written', (length, text, segment) => {
    expect(text).toHaveLength(length);
    expect(readSegment(text)).toStrictEqual(segment);
    expect(writeSegment(segment)).toBe(text);
  });

  test('a segment goes with the number of its record', () => {
    expect(readSegment(columns(43, { 5: '0' }), 17)?.record).toBe(17);
  });
});

describe('reading', () => {
  test('what is no segment of the FBI is none', () => {
    for (const text of ['', '0043', '0100M', '00888I092026', 'Name;Age']) expect(readSegment(text)).toBeUndefined();
  });

  test('missing columns at the end of a line are blank', () => {
    const [, text, segment] = legalSegments.find(([length]) => length === 110) ?? [];
    expect(readSegment(text?.slice(0, 79) ?? '')).toStrictEqual(segment);
  });

  test('columns beyond the stated length belong to no element', () => {
    const text = columns(141, { 1: '01294', 130: '02FMO0490000' });
    expect(readSegment(text)).toMatchObject({ officerActivityCircumstance: undefined });
  });

  test('a line whose stated length is not legal is read as far as it goes', () => {
    expect(readSegment(columns(88, { 1: '00901', 88: 'Y' }))).toMatchObject({ segmentLength: '0090', cargoTheft: 'Y' });
    expect(readSegment(columns(40, { 1: '    1', 38: '202' }))).toMatchObject({ incidentDate: '202' });
  });

  test('holes in repeated elements and groups are closed', () => {
    expect(readSegment(columns(63, { 1: '00632', 43: 'D', 59: '40' }))).toMatchObject({
      offenderSuspectedOfUsing: ['D'],
      weapons: [{ weapon: '40', automatic: undefined }],
    });
  });

  test('only blanks are blank, and leading ones are part of the value', () => {
    const text = columns(46, { 1: '00465', 26: ' 26-1', 40: '\t5', 44: '\u00a0' });
    expect(readSegment(text)).toMatchObject({ incidentNumber: ' 26-1', ageOfOffender: '\t5', sexOfOffender: '\u00a0' });
  });

  test('the head of any record tells whose it is', () => {
    expect(readHead(columns(90, { 1: '0060M', 6: 'I092026', 17: 'MO048010026-004711' }))).toEqual({
      level: 'M',
      action: 'I',
      ori: 'MO0480100',
      number: '26-004711',
      month: '09',
      year: '2026',
    });
    expect(readHead('008')).toEqual({ level: '', action: '', ori: '', number: '', month: '', year: '' });
  });
});

describe('writing', () => {
  test.each([
    ['1', {}, '0087', 87],
    ['1', { cargoTheft: 'N' }, '0088', 88],
    ['1', { federalJudicialDistrict: '043' }, '0088', 91],
    ['2', { biasMotivation: ['88'] }, '0063', 63],
    ['2', { biasMotivation: ['11', '12'] }, '0071', 71],
    ['4', {}, '0129', 129],
    ['4', { officerAssignmentType: 'F' }, '0141', 141],
    ['5', {}, '0045', 45],
    ['5', { ethnicityOfOffender: 'N' }, '0046', 46],
    ['7', { federalJudicialDistrict: '043' }, '0066', 69],
  ] as const)('level %s with %o that states no length gets the shortest, %s', (level, values, stated, length) => {
    const text = writeSegment({ ...emptySegment(level), ...values } as Segment);
    expect(text).toHaveLength(length);
    expect(text.slice(0, 4)).toBe(stated);
  });

  test('a length that is not legal is corrected', () => {
    expect(writeSegment({ ...legal(88, '1'), segmentLength: '0090' })).toBe(writeSegment(legal(88, '1')));
  });

  test.each<[string, Segment]>([
    ['a value longer than its field', { ...legal(46, '5'), raceOfOffender: 'BW' }],
    ['more values than places', { ...legal(71, '2'), offenderSuspectedOfUsing: ['A', 'C', 'D', 'N'] }],
    [
      'more groups than places',
      { ...legal(66, '7'), armedWith: Array(3).fill({ weapon: '11', automatic: undefined }) },
    ],
    ['a value beyond the stated length', { ...legal(88, '1'), segmentLength: '0087' }],
    ['a line end', { ...legal(43, '0'), cityIndicator: 'A\nB' }],
    ['a character beyond Latin-1', { ...legal(43, '0'), cityIndicator: '\u0416' }],
  ])('refuses %s', (_, segment) => {
    expect(() => writeSegment(segment)).toThrow(DoesNotFitError);
  });

  test('a refusal does not quote the value', () => {
    expect(() => writeSegment({ ...legal(46, '5'), ageOfOffender: 'SECRET' })).toThrow(
      /^(?!.*SECRET).*Age of offender/,
    );
  });
});

describe('round trips', () => {
  test('any segment written is read back as it was', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        expect(readSegment(writeSegment(segment))).toEqual(segment);
      }),
    );
  });

  test('any record written is written again as the same bytes', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        const text = writeSegment(segment);
        expect(readSegment(text)).toBeDefined();
        expect(writeSegment(readSegment(text) ?? segment)).toBe(text);
      }),
    );
  });

  test('any line is read without a throw, and what was read loses nothing by being written', () => {
    const rest = fc.string({ unit: lineCharacter, maxLength: 400 });
    const start = fc.constantFrom(...legalSegments.map(([, text]) => text.slice(0, 5)), '    4', '99991', 'xxxx7');
    fc.assert(
      fc.property(
        fc.oneof(
          rest,
          fc.tuple(start, rest).map(([a, b]) => a + b),
        ),
        (text) => {
          const segment = readSegment(text);
          if (segment === undefined) return;
          const again = readSegment(writeSegment(segment));
          expect({ ...again, segmentLength: '' }).toEqual({ ...segment, segmentLength: '' });
        },
      ),
    );
  });
});
