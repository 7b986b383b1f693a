import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportsUnder } from '../../test/generate/arbitraries.ts';
import { drawFrom } from '../../test/generate/draw.ts';
import { linesOf } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { collect, streamOf } from '../../test/streams.ts';
import { searcherFor } from '../../test/taint/search.ts';
import { drawWrongValues, isMarker, withMarkers, withOtherValues } from '../../test/taint/values.ts';
import { wrongReports } from '../../test/taint/wrong-values.ts';
import { examineReport } from '../intake/examine.ts';
import { writeReport } from '../nibrs/flatfile/federal.ts';
import { readReports } from '../nibrs/flatfile/reports.ts';
import type { FederalReport } from '../nibrs/model/index.ts';
import { stateLevels } from './layout.ts';
import { profiles } from './profiles/index.ts';
import { countElements, type StateHalf, type StateValue } from './state-half.ts';

const everyProfile = [...profiles.values(), everyFeature];

/** Everything that lies somewhere in a type. */
type PartsOf<T> = T extends readonly (infer Member)[]
  ? Member | PartsOf<Member>
  : T extends object
    ? { [Name in keyof T]: T[Name] | PartsOf<T[Name]> }[keyof T]
    : never;

describe('the type that the writer of the FBI’s file takes', () => {
  it('has no part that could be a state half or a value of one', () => {
    const holdsNone: [Extract<PartsOf<FederalReport>, StateHalf | StateValue>] extends [never] ? true : false = true;
    expect(holdsNone).toBe(true);
  });

  it('takes none', () => {
    const withHalf = (federal: FederalReport & { kind: 'zero' }, state: StateHalf): FederalReport => ({
      kind: 'zero',
      zero: federal.zero,
      // @ts-expect-error: there is no place for it.
      state,
    });
    expect(withHalf).toBeTypeOf('function');
  });
});

describe.each(everyProfile)('under the profile of $state', (profile) => {
  const context = { period: '2026-09', today: '20991231', stateCode: profile.state, profile };

  async function examined(lines: readonly string[]) {
    const text = lines.map((line) => `${line}\n`).join('');
    const sources = await collect(readReports(streamOf(text), { stateLevels: stateLevels(profile) }));
    return sources.map((source) => examineReport(source, context));
  }

  /** All that the FBI and the agency are told, and how many values are kept. */
  async function told(generated: GeneratedReport) {
    const [report, ...others] = await examined(linesOf(generated, profile));
    expect(others).toEqual([]);
    return { federal: report?.federal && writeReport(report.federal), findings: report?.findings };
  }

  it('the federal half and the findings are the same whatever the state half says', async () => {
    const seen = { changed: 0 };
    const withHalf = reportsUnder(profile).filter(({ state }) => state !== undefined);
    await fc.assert(
      fc.asyncProperty(withHalf, fc.integer(), async (generated, seed) => {
        const one = withMarkers(drawFrom(seed), profile, generated);
        const other = withOtherValues(drawFrom(seed, 1), profile, one);
        const result = await told(one);
        expect(result.findings).toEqual([]);
        expect(await told(other)).toEqual(result);
        if (JSON.stringify(other.state) !== JSON.stringify(one.state)) seen.changed += 1;
      }),
    );
    expect(seen.changed).toBeGreaterThan(10);
  });

  it('a wrong value is in no half and no finding, and no finding depends on it', async () => {
    const reports = generateReports({
      state: profile.state,
      profile,
      agencies: [`${profile.state}1990100`],
      period: '2026-09',
      incidents: 400,
      arrests: 0,
      zeroReports: 0,
      seed: 4,
      stateSegments: true,
    }).map(({ report }) => report);
    const runs = await Promise.all(
      ['~', '^'].map(async (sign, strand) => {
        const wrong = drawWrongValues(drawFrom(5, strand), sign);
        const wrongOnes = wrongReports(profile, reports, wrong);
        const results = (await Promise.all(wrongOnes.map(examined))).flat();
        return { markers: wrong.markers, results };
      }),
    );
    const [one, other] = runs.map(({ results }) => results.map(({ findings }) => findings));
    expect(one?.flat().length).toBeGreaterThan(0);
    expect(other).toEqual(one);
    for (const { markers, results } of runs) {
      expect(markers.every(isMarker)).toBe(true);
      const kept = results.map(({ findings, federal, state }) => ({ findings, federal, kept: countElements(state) }));
      expect(searcherFor(markers)(JSON.stringify(kept))).toEqual([]);
      expect(results.map(({ state }) => countElements(state))).toEqual(results.map(() => 0));
    }
  });
});
