import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportArbitrary, reportsUnder } from '../../test/generate/arbitraries.ts';
import { drawFrom } from '../../test/generate/draw.ts';
import { linesOf } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { withStateHalf } from '../../test/generate/state-values.ts';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { validateReport } from '../nibrs/edits/validate.ts';
import { readReport } from '../nibrs/flatfile/read-report.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { DoesNotFitError, writeSegment } from '../nibrs/flatfile/write-segment.ts';
import type { StateProfile } from './declaration.ts';
import { stateLevels } from './layout.ts';
import { profiles } from './profiles/index.ts';
import { missouri } from './profiles/missouri.ts';
import { readStateHalf } from './read-state-half.ts';
import { countElements, type StateHalf, stateContentOf, stateHalf, stateHalfText } from './state-half.ts';
import { writeStateSegments } from './write-state-segment.ts';

const everyProfile: StateProfile[] = [...profiles.values(), everyFeature];

/** A generated report as it would be read from a file of the state. */
function sourceOf(generated: GeneratedReport, profile: StateProfile): SourceReport {
  return readReport(linesOf(generated, profile), stateLevels(profile));
}

const text = (half: StateHalf | undefined) => half && stateHalfText(half);

describe.each(everyProfile)('the state half under the profile of $state', (profile) => {
  const reports = reportsUnder(profile);

  it('is read back as it was written, without findings', () => {
    fc.assert(
      fc.property(reports, (generated) => {
        const { half, findings } = readStateHalf(profile, sourceOf(generated, profile));
        expect(findings).toEqual([]);
        expect(text(half)).toBe(text(generated.state));
        expect(countElements(half)).toBe(generated.state?.values.length ?? 0);
      }),
    );
  });

  it('leaves the federal half as it is without it', () => {
    fc.assert(
      fc.property(reports, (generated) => {
        const { source } = readStateHalf(profile, sourceOf(generated, profile));
        const [first] = generated.report.segments;
        const context = { period: `${first?.submissionYear}-${first?.submissionMonth}`, today: '20991231' };
        expect(source.report.segments.map(writeSegment)).toEqual(generated.report.segments.map(writeSegment));
        expect(validateReport(source, context)).toEqual([]);
      }),
    );
  });

  it('leaves nothing of itself in the federal segments', () => {
    const carried = new Set(profile.elements.filter(({ mapping }) => !mapping).map(({ id }) => id));
    // A marker stands where a value would, in every element of everyone described.
    const marked = (half: StateHalf) => ({
      ...half,
      values: half.values.map((value) => (carried.has(value.element) ? { ...value, value: '~' } : value)),
    });
    fc.assert(
      fc.property(reports, ({ report, state }) => {
        fc.pre(state?.values.some(({ element }) => carried.has(element)) ?? carried.size === 0);
        const lines = linesOf({ report, state: state && marked(state) }, profile);
        expect(lines.join('').includes('~')).toBe(carried.size > 0);
        const { source } = readStateHalf(profile, readReport(lines, stateLevels(profile)));
        expect(source.report.segments.map(writeSegment).join('')).not.toContain('~');
      }),
    );
  });
});

describe('generated state values', () => {
  it('use every element that a report may have', () => {
    for (const profile of everyProfile) {
      const given = new Set(
        generateReports({
          state: profile.state,
          profile,
          agencies: [`${profile.state}1990100`],
          period: '2026-09',
          incidents: 400,
          arrests: 40,
          zeroReports: 0,
          offenses: 'every',
          seed: 3,
          stateSegments: true,
        }).flatMap(({ state }) => state?.values.map(({ element }) => element) ?? []),
      );
      const allowed = profile.elements.filter(
        ({ obligation, carriers, mapping }) => obligation.kind !== 'prohibited' && (carriers.segment || mapping),
      );
      expect([...given].sort()).toEqual(allowed.map(({ id }) => id).sort());
    }
  });

  it('are the same for the same draw', () => {
    const [{ report } = { report: undefined }] = fc.sample(reportArbitrary, 1);
    if (!report) throw new RangeError('No report was generated');
    expect(withStateHalf(drawFrom(1), everyFeature, report)).toEqual(withStateHalf(drawFrom(1), everyFeature, report));
  });
});

describe('the state half', () => {
  it('says the same under any version of the profile', () => {
    const half: StateHalf = { profile: 'MO', version: '1', values: [{ element: 'MO-1', value: '38.5' }] };
    expect(stateContentOf({ ...half, version: '2' })).toBe(stateContentOf(half));
    expect(stateContentOf({ ...half, values: [{ element: 'MO-1', value: '38.6' }] })).not.toBe(stateContentOf(half));
  });

  it('has the same text whatever the order of its values', () => {
    fc.assert(
      fc.property(reportsUnder(everyFeature), fc.gen(), ({ state }, draw) => {
        fc.pre(state !== undefined);
        const values = draw(fc.shuffledSubarray, state.values, { minLength: state.values.length });
        expect(stateHalfText({ ...state, values })).toBe(stateHalfText(state));
        expect(stateHalf.parse(JSON.parse(stateHalfText(state))).values).toHaveLength(values.length);
      }),
    );
  });

  it('keeps the form in which it has been stored so far', () => {
    const stored =
      '{"profile":"MO","version":"2026.1","values":[{"element":"MO-1","value":"38.57670"},{"element":"MO-3","sequence":"01","value":"X"}]}';
    expect(stateHalfText(stateHalf.parse(JSON.parse(stored)))).toBe(stored);
  });

  it('is not written when a value has no room, and the error does not tell the value', () => {
    const write = (...values: StateHalf['values']) =>
      writeStateSegments(
        everyFeature,
        { action: 'I', period: '2026-09', ori: 'ZZ1990100', number: '1' },
        { profile: 'ZZ', version: '1', values },
      );
    const long = () => write({ element: 'ZZ-8', sequence: '01', value: 'SECRET' });
    expect(long).toThrow(DoesNotFitError);
    expect(long).not.toThrow(/SECRET/);
    expect(() => write({ element: 'ZZ-1', sequence: '13A', value: 'two\nlines' })).toThrow(DoesNotFitError);
    expect(() => write({ element: 'ZZ-4', sequence: '7/20', occurrence: 4, value: 'A' })).toThrow(DoesNotFitError);
    expect(write({ element: 'ZZ-4', sequence: '7/20', occurrence: 3, value: 'A' })).toEqual([
      `0058DI092026    ZZ19901001           720${' '.repeat(12)}A     `.padEnd(58),
    ]);
  });

  it('is written for Missouri as it always was', () => {
    const half = { profile: 'MO', version: '1', values: [{ element: 'MO-3', sequence: '01', value: 'C' }] };
    expect(
      writeStateSegments(missouri, { action: 'I', period: '2026-09', ori: 'MO1990100', number: '1' }, half),
    ).toEqual(['0041BI092026    MO19901001           01C ']);
  });
});
