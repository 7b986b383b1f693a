import * as fc from 'fast-check';
import type { StateProfile } from '../../shared/state/index.ts';
import { missouri } from '../../shared/state/profiles/missouri.ts';
import { twoDigits } from './context.ts';
import { type GeneratedReport, generateReports } from './reports.ts';

/** Valid reports of every kind, of Missouri, with the state halves of those that have one. */
export const reportArbitrary = reportsUnder(missouri);

/** Valid reports of every kind with state halves as a profile has them. */
export function reportsUnder(profile: StateProfile): fc.Arbitrary<GeneratedReport> {
  return fc.oneof(
    { weight: 6, arbitrary: oneReport(profile, { incidents: 1, arrests: 0, zeroReports: 0 }) },
    { weight: 2, arbitrary: oneReport(profile, { incidents: 0, arrests: 1, zeroReports: 0 }) },
    { weight: 1, arbitrary: oneReport(profile, { incidents: 0, arrests: 0, zeroReports: 1 }) },
  );
}

/** A report is drawn from its seed, so there is nothing simpler to shrink to. */
function oneReport(
  profile: StateProfile,
  counts: { incidents: number; arrests: number; zeroReports: number },
): fc.Arbitrary<GeneratedReport> {
  return fc.noShrink(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 10 }))).map(([seed, month]) => {
    const period = `2026-${twoDigits(month)}`;
    const [report] = generateReports({
      ...counts,
      seed,
      period,
      offenses: 'every',
      state: profile.state,
      profile,
      agencies: [`${profile.state}1990100`],
      stateSegments: true,
    });
    if (!report) throw new RangeError('The counts ask for no report');
    return report;
  });
}
