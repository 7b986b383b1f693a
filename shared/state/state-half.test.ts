import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportArbitrary } from '../../test/generate/arbitraries.ts';
import { linesOf } from '../../test/generate/file.ts';
import type { GeneratedReport } from '../../test/generate/reports.ts';
import { readSegment } from '../nibrs/flatfile/read-segment.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { DoesNotFitError, writeSegment } from '../nibrs/flatfile/write-segment.ts';
import { missouri } from './profiles/missouri.ts';
import { readStateHalf } from './read-state-half.ts';
import { countElements, type StateHalf, stateContentOf, stateHalf, stateHalfText } from './state-half.ts';
import { writeStateSegments } from './write-state-segment.ts';

/** A generated report as it would be read from a file. */
function sourceOf(generated: GeneratedReport): SourceReport {
  const records = linesOf(generated, missouri).map((text, index) => ({
    number: index + 1,
    offset: 0,
    size: text.length + 1,
    text,
  }));
  const stateRecords = records.slice(generated.report.segments.length);
  return { report: generated.report, records, stateRecords, unreadable: [] };
}

const text = (half: StateHalf | undefined) => half && stateHalfText(half);

describe('the state half', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(reportArbitrary, (generated) => {
        const { half, findings } = readStateHalf(missouri, sourceOf(generated));
        expect(findings).toEqual([]);
        expect(text(half)).toBe(text(generated.state));
        expect(countElements(half)).toBe(generated.state?.values.length ?? 0);
      }),
    );
  });

  it('says the same under any version of the profile', () => {
    const half: StateHalf = { profile: 'MO', version: '1', values: [{ element: 'MO-1', value: '38.5' }] };
    expect(stateContentOf({ ...half, version: '2' })).toBe(stateContentOf(half));
    expect(stateContentOf({ ...half, values: [{ element: 'MO-1', value: '38.6' }] })).not.toBe(stateContentOf(half));
  });

  it('has the same text whatever the order of its values', () => {
    fc.assert(
      fc.property(reportArbitrary, fc.gen(), ({ state }, draw) => {
        fc.pre(state !== undefined);
        const values = draw(fc.shuffledSubarray, state.values, { minLength: state.values.length });
        expect(stateHalfText({ ...state, values })).toBe(stateHalfText(state));
        expect(stateHalf.parse(JSON.parse(stateHalfText(state))).values).toHaveLength(values.length);
      }),
    );
  });

  it('leaves nothing of itself in the federal segments', () => {
    // A marker stands where a value would, in every element of every person described.
    const marked = (half: StateHalf) => ({ ...half, values: half.values.map((value) => ({ ...value, value: '~' })) });
    fc.assert(
      fc.property(reportArbitrary, ({ report, state }) => {
        fc.pre(state !== undefined);
        const lines = linesOf({ report, state: marked(state) }, missouri);
        expect(lines.join('')).toContain('~');
        const federal = lines.flatMap((line) => readSegment(line) ?? []);
        expect(federal).toHaveLength(report.segments.length);
        expect(federal.map(writeSegment).join('')).not.toContain('~');
      }),
    );
  });

  it('is not written when a value has no room, and the error does not tell the value', () => {
    const half = { profile: 'MO', version: '1', values: [{ element: 'MO-3', sequence: '01', value: 'SECRET' }] };
    const write = () =>
      writeStateSegments(missouri, { action: 'I', period: '2026-09', ori: 'MO1990100', number: '1' }, half);
    expect(write).toThrow(DoesNotFitError);
    expect(write).not.toThrow(/SECRET/);
  });
});
