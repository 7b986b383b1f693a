import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportArbitrary } from '../../test/generate/arbitraries.ts';
import * as made from '../../test/reports.ts';
import { segmentsOf, toFederalReport } from '../nibrs/flatfile/federal.ts';
import { type FieldLayout, header } from '../nibrs/flatfile/layout.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import type { FederalReport, Segment, SubmittedReport } from '../nibrs/model/index.ts';
import { compareReports, type ElementChange } from './compare-reports.ts';

const report = reportArbitrary.map(({ report }) => federalOf(report));

function federalOf({ kind, segments }: Pick<SubmittedReport, 'kind' | 'segments'>): FederalReport {
  const federal = toFederalReport({ kind, segments });
  if (!federal) throw new RangeError('The segments make no report');
  return federal;
}

/** The report with other segments, as many of each level. */
function withSegments(report: FederalReport, segments: Segment[]): FederalReport {
  return federalOf({ kind: report.kind, segments });
}

/** Lists of a segment that are in an order which says nothing. */
function listsOf(segment: Segment): unknown[][] {
  return Object.values(segment).filter((value): value is unknown[] => Array.isArray(value));
}

const isHead = new Set([...header.map(({ name }) => name), 'incidentNumber']);

/** A place in a report where a value stands, and a way to put another one there. */
interface Place {
  name: string;
  value: string;
  put(value: string): void;
}

function placesIn(segments: readonly Segment[]): Place[] {
  return segments.flatMap((segment) => layouts[segment.level].fields.flatMap((field) => placesOf(field, segment)));
}

function placesOf({ name, count, group }: FieldLayout, segment: Segment): Place[] {
  const values = segment as unknown as Record<string, unknown>;
  if (isHead.has(name)) return [];
  const holders: [Record<string, string>, string][] = group
    ? (values[group.list] as Record<string, string>[]).map((entry) => [entry, group.member])
    : count > 1
      ? (values[name] as string[]).map((_, index) => [values[name] as Record<string, string>, String(index)])
      : [[values as Record<string, string>, name]];
  return holders.flatMap(([holder, key]) => {
    const value = holder[key];
    return value === undefined
      ? []
      : [{ name, value, put: (other: string) => Object.assign(holder, { [key]: other }) }];
  });
}

const elementsOf = (changes: ReturnType<typeof compareReports>): ElementChange[] =>
  changes.flatMap(({ elements }) => elements);

describe('two versions of a report', () => {
  it('that are equal have no difference, whatever month they were sent for', () => {
    fc.assert(
      fc.property(report, (one) => {
        const other = structuredClone(one);
        for (const segment of segmentsOf(other)) Object.assign(segment, { submissionMonth: '01', action: 'X' });
        expect(compareReports(one, other)).toEqual([]);
      }),
    );
  });

  it('have none where only the order of segments and repetitions differs', () => {
    fc.assert(
      fc.property(report, (one) => {
        const segments = structuredClone(segmentsOf(one)).reverse();
        for (const list of segments.flatMap(listsOf)) list.reverse();
        expect(compareReports(one, withSegments(one, segments))).toEqual([]);
      }),
    );
  });

  it('show every changed value as exactly one line', () => {
    fc.assert(
      fc.property(report, fc.nat(), (one, choice) => {
        const segments = structuredClone(segmentsOf(one));
        const places = placesIn(segments);
        const place = places[choice % places.length]!;
        place.put('~~');
        const changes = compareReports(one, withSegments(one, segments));
        expect(changes).toMatchObject([{ change: 'changed' }]);
        expect(elementsOf(changes)).toMatchObject([{ name: place.name, before: place.value, after: '~~' }]);
      }),
      { numRuns: 300 },
    );
  });

  it('show all values of a first one as given', () => {
    fc.assert(
      fc.property(report, (one) => {
        const changes = compareReports(undefined, one);
        expect(changes.map(({ change }) => change)).toEqual(segmentsOf(one).map(() => 'added'));
        const given = elementsOf(changes).map(({ name, before, after }) => [name, before, after]);
        const values = placesIn(segmentsOf(one)).map(({ name, value }) => [name, undefined, value]);
        expect(given.sort()).toEqual(values.sort());
      }),
    );
  });
});

describe('a correction', () => {
  const change = (before: Segment[], after: Segment[]) =>
    compareReports(federalOf({ kind: 'incident', segments: before }), federalOf({ kind: 'incident', segments: after }));
  const base = [made.administrative(), made.offense(), made.offender()];
  const first = made.victim({ victimSequenceNumber: '001', sexOfVictim: 'F' });
  const second = made.victim({ victimSequenceNumber: '002', sexOfVictim: 'M' });

  it('says who came and who is gone, with all that was said of them', () => {
    const added = change([...base, first], [...base, second, first]);
    expect(added).toMatchObject([{ level: '4', which: '002', change: 'added' }]);
    expect(elementsOf(added)).toContainEqual({ name: 'sexOfVictim', before: undefined, after: 'M' });
    const removed = change([...base, first, second], [...base, first]);
    expect(removed).toMatchObject([{ level: '4', which: '002', change: 'removed' }]);
    expect(elementsOf(removed)).toContainEqual({ name: 'sexOfVictim', before: 'M', after: undefined });
  });

  it('names the thing whose value is another', () => {
    const money = { description: '20', value: '000000100', dateRecovered: undefined };
    const tools = { description: '36', value: '000000050', dateRecovered: undefined };
    const one = made.property({ typePropertyLoss: '7', properties: [money, tools] });
    const other = made.property({ typePropertyLoss: '7', properties: [{ ...tools, value: '000000060' }, money] });
    expect(change([...base, first, one], [...base, first, other])).toEqual([
      {
        level: '3',
        which: '7',
        change: 'changed',
        elements: [{ name: 'propertyValue', of: '36', before: '000000050', after: '000000060' }],
      },
    ]);
  });
});
