import * as fc from 'fast-check';
import { twoDigits } from './context.ts';
import { type GeneratedReport, generateReports } from './reports.ts';

/** Valid Group A incidents of Missouri with their state halves. */
export const incidentArbitrary = oneReport({ incidents: 1, arrests: 0, zeroReports: 0 });

/** Valid reports of every kind, of Missouri, with the state halves of those that have one. */
export const reportArbitrary = fc.oneof(
  { weight: 6, arbitrary: incidentArbitrary },
  { weight: 2, arbitrary: oneReport({ incidents: 0, arrests: 1, zeroReports: 0 }) },
  { weight: 1, arbitrary: oneReport({ incidents: 0, arrests: 0, zeroReports: 1 }) },
);

/** A report is drawn from its seed, so there is nothing simpler to shrink to. */
function oneReport(counts: { incidents: number; arrests: number; zeroReports: number }): fc.Arbitrary<GeneratedReport> {
  return fc.noShrink(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 10 }))).map(([seed, month]) => {
    const period = `2026-${twoDigits(month)}`;
    const [report] = generateReports({
      ...counts,
      seed,
      period,
      offenses: 'every',
      state: 'MO',
      agencies: ['MO1990100'],
      stateSegments: true,
    });
    if (!report) throw new RangeError('The counts ask for no report');
    return report;
  });
}
