import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitrarySegment } from '../../../test/arbitrary-segments.ts';
import { legalSegments } from '../../../test/legal-segments.ts';
import { collect, streamOf } from '../../../test/streams.ts';
import { CorruptDataError } from '../../errors.ts';
import type { FederalReport, Segment } from '../model/index.ts';
import {
  contentOf,
  deletionOf,
  readReport,
  segmentsOf,
  toFederalReport,
  withSubmission,
  writeReport,
} from './federal.ts';
import { readReports } from './reports.ts';

function segment(length: number): Segment {
  const found = legalSegments.find(([each]) => each === length);
  if (found === undefined) throw new RangeError(`no legal segment has length ${length}`);
  return structuredClone(found[2]);
}

function federal(kind: FederalReport['kind'], ...lengths: readonly number[]): FederalReport {
  const report = toFederalReport({ kind, segments: lengths.map(segment) });
  if (report === undefined) throw new RangeError('the fixture is no report');
  return report;
}

const incident = federal('incident', 91, 71, 307, 141, 46, 110);
const arrest = federal('arrest', 69);
const zero = federal('zero', 43);

const arbitraryReport = fc
  .oneof(
    fc.record({ kind: fc.constant('zero' as const), segments: fc.tuple(arbitrarySegment('0')) }),
    fc.record({ kind: fc.constant('arrest' as const), segments: fc.tuple(arbitrarySegment('7')) }),
    fc.record({
      kind: fc.constant('incident' as const),
      segments: fc
        .tuple(arbitrarySegment('1'), fc.array(arbitrarySegment('2', '3', '4', '5', '6'), { maxLength: 8 }))
        .map(([first, others]) => {
          const key = { ori: first.ori, incidentNumber: first.incidentNumber };
          return [first, ...others.map((other) => ({ ...other, ...key }))];
        }),
    }),
  )
  .map((submitted) => toFederalReport(submitted))
  .filter((report) => report !== undefined);

describe('the federal half of a report', () => {
  test('has its segments by level, and gives them back in the order of the levels', () => {
    const shuffled = federal('incident', 46, 110, 141, 88, 307, 129, 71);
    expect(segmentsOf(shuffled)).toEqual([88, 71, 307, 141, 129, 46, 110].map(segment));
  });

  test('is the administrative segment alone when an incident is deleted', () => {
    const administrative = { ...segment(88), action: 'D' };
    const report = toFederalReport({ kind: 'incident', segments: [administrative, segment(71)] });
    expect(report && segmentsOf(report)).toEqual([administrative]);
  });

  test.each<[string, FederalReport['kind'], number[]]>([
    ['nothing', 'incident', []],
    ['an incident without level 1', 'incident', [71, 141]],
    ['an incident with two of level 1', 'incident', [88, 87]],
    ['an incident with an arrest inside', 'incident', [88, 66]],
    ['two arrests', 'arrest', [66, 69]],
    ['an arrest of another level', 'arrest', [110]],
    ['a zero report without a segment', 'zero', []],
  ])('does not come of %s', (_, kind, lengths) => {
    expect(toFederalReport({ kind, segments: lengths.map(segment) })).toBeUndefined();
  });
});

describe('lines in the ledger', () => {
  test('any report written is read back as it was', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readReport(writeReport(report))).toEqual(report);
      }),
    );
  });

  test.each([
    [[]],
    [['']],
    [['0088M']],
    [writeReport(incident).slice(1)],
    [[...writeReport(zero), ...writeReport(zero)]],
  ])('that are no report are corrupt: %#', (lines) => {
    expect(() => readReport(lines)).toThrow(CorruptDataError);
  });
});

describe('a report for another month', () => {
  test.each([
    ['incident', incident],
    ['arrest', arrest],
    ['zero report', zero],
  ])('%s has the month and action on every segment, and the rest unchanged', (_, report) => {
    const sent = withSubmission(report, { period: '2027-01', action: 'X' });
    for (const line of writeReport(sent)) expect(line.slice(5, 12)).toBe('X012027');
    expect(contentOf(writeReport(sent))).toBe(contentOf(writeReport(report)));
  });

  test('of another content is another content', () => {
    const other = federal('incident', 91, 71, 307, 141, 46);
    expect(contentOf(writeReport(other))).not.toBe(contentOf(writeReport(incident)));
    expect(contentOf(writeReport(federal('arrest', 66)))).not.toBe(contentOf(writeReport(arrest)));
  });
});

describe('a delete', () => {
  test('of an incident keeps its key and judicial district', () => {
    expect(writeReport(deletionOf(incident, '2026-10'))).toEqual([
      `00881D102026    MO048010026-004711   20260912${' '.repeat(43)}043`,
    ]);
  });

  test('of an arrest keeps its key and judicial district', () => {
    expect(writeReport(deletionOf(arrest, '2026-10'))).toEqual([
      `00667D102026    MO048010026-A00815   0120260913${' '.repeat(19)}043`,
    ]);
  });

  test('of a zero report keeps its month', () => {
    expect(writeReport(deletionOf(zero, '2026-10'))).toEqual(['00430D102026    MO0480100000000000000082025']);
  });

  test('is a report of its own', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const deletion = deletionOf(report, '2026-10');
        expect(readReport(writeReport(deletion))).toEqual(deletion);
      }),
    );
  });
});

describe('a whole file', () => {
  test('is written again as the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryReport), async (reports) => {
        const file = fileOf(reports);
        const sources = await collect(readReports(streamOf(file), { stateLevels: new Set() }));
        const read = sources.map(({ report }) => toFederalReport(report)).filter((report) => report !== undefined);
        expect(fileOf(read)).toBe(file);
      }),
    );
  });
});

function fileOf(reports: readonly FederalReport[]): string {
  return reports
    .flatMap(writeReport)
    .map((line) => `${line}\r\n`)
    .join('');
}
