import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { type StateProfile, supplementColumns } from '../../shared/state/index.ts';
import { corrected, deleted } from '../generate/corrections.ts';
import { breakReport } from '../generate/defects.ts';
import { drawFrom } from '../generate/draw.ts';
import { linesOf } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { moveToSupplement, supplementHeader } from '../generate/supplement.ts';
import { wrongRows } from '../taint/supplement.ts';
import { drawWrongValues, isMarker, withMarkers, withOtherValues } from '../taint/values.ts';
import { wrongReports } from '../taint/wrong-values.ts';

/** The files of a run, and the values in them. */
export interface TaintedInput {
  /** In the order in which they are uploaded. */
  files: { name: string; content: Buffer }[];
  /** Every value of the files that are good, by its place; those that can be found by their looks are searched for. */
  values: string[];
  /** Markers that are kept nowhere: in reports that are rejected, and in files that are refused. */
  wrong: string[];
}

/** Names of the files with wrong values. */
export const wrongFiles = ['wrong.txt', 'rejected.txt', 'cut-off.txt', 'letter.csv', 'wrong.csv', 'quotes.csv'];

const period = '2026-09';

/** Reports that are to be filed, and others whose values are right and which are rejected for another reason. */
interface Reports {
  month: readonly GeneratedReport[];
  rejected: readonly GeneratedReport[];
}

/** Two inputs that differ in nothing but the state's values: each of the second is another one of which the same is said. */
export function taintedInputs(profile: StateProfile): [one: TaintedInput, other: TaintedInput] {
  const counts = { incidents: 24, arrests: 6, zeroReports: 0, period, stateSegments: true };
  const { state } = profile;
  const month = generateReports({ ...counts, state, agencies: [`${state}1990100`, `${state}1990200`], seed: 31 });
  const rejected = generateReports({ ...counts, state, agencies: [`${state}1990400`], seed: 36 }).flatMap(
    (report) => breakReport('missingArresteeAge', report) ?? breakReport('impossibleHour', report) ?? [],
  );
  const marked = (report: GeneratedReport, index: number) => withMarkers(drawFrom(32, index), profile, report);
  const changed = (report: GeneratedReport, index: number) => withOtherValues(drawFrom(33, index), profile, report);
  const one = { month: month.map(marked), rejected: rejected.map(marked) };
  const other = { month: one.month.map(changed), rejected: one.rejected.map(changed) };
  return [inputOf(profile, one, '~'), inputOf(profile, other, '^')];
}

function inputOf(profile: StateProfile, { month, rejected }: Reports, sign: string): TaintedInput {
  const wrong = drawWrongValues(drawFrom(34, sign.charCodeAt(0)), sign);
  const { state } = profile;
  const counts = { incidents: 200, arrests: 0, zeroReports: 0, period, stateSegments: false };
  const plain = generateReports({ ...counts, state, agencies: [`${state}1990300`], seed: 35 });
  const lines = wrongReports(profile, reportsOf(plain), wrong);
  const corrections = [...month.slice(0, 3).flatMap(corrected), ...month.slice(4, 5).map(deleted)];
  // What may come in a supplement does so for some reports, before them or after them.
  const [early, late] = [moveToSupplement(profile, month.slice(6, 14)), moveToSupplement(profile, month.slice(14, 20))];
  const september = [...month.slice(0, 6), ...early.reports, ...late.reports, ...month.slice(20)];
  const sent = (reports: readonly GeneratedReport[]) => reports.map((report) => linesOf(report, profile));
  const wrongText = fileOf(lines);
  return {
    files: [
      ...supplements(profile, () => ({ 'early.csv': early.rows })),
      { name: 'september.txt', content: fileOf(sent(september)) },
      { name: 'corrections.txt', content: fileOf(sent(corrections)) },
      { name: 'wrong.txt', content: wrongText },
      { name: 'rejected.txt', content: fileOf(sent(rejected)) },
      // Whole but for the end of its last record, which is one of the FBI's.
      { name: 'cut-off.txt', content: wrongText.subarray(0, -40) },
      { name: 'letter.csv', content: Buffer.from(`ORI,Number,Value\n${state}1990300,B-0001,${wrong.marker()}\n`) },
      ...supplements(profile, () => ({
        'late.csv': late.rows,
        'wrong.csv': wrongRows(profile, reportsOf(month), wrong),
        'quotes.csv': [`${state}1990100,B-0001,01,"${wrong.marker()}`],
      })),
      { name: 'september-again.txt', content: fileOf(sent(september)) },
    ],
    values: valuesOf(month),
    wrong: [...wrong.markers, ...valuesOf(rejected).filter(isMarker)],
  };
}

/** Supplements of these rows; none where the state takes none. */
function supplements(profile: StateProfile, rows: () => Record<string, readonly string[]>): TaintedInput['files'] {
  if (supplementColumns(profile).length === 0) return [];
  return Object.entries(rows()).map(([name, ofFile]) => ({
    name,
    content: fileOf([[supplementHeader(profile), ...ofFile]]),
  }));
}

function reportsOf(generated: readonly GeneratedReport[]): SubmittedReport[] {
  return generated.map(({ report }) => report);
}

function valuesOf(reports: readonly GeneratedReport[]): string[] {
  return reports.flatMap(({ state }) => state?.values ?? []).map(({ value }) => value);
}

/** Those of the values that can be searched for. */
export function markersOf({ values, wrong }: TaintedInput): string[] {
  return [...new Set([...values.filter(isMarker), ...wrong])];
}

function fileOf(reports: readonly (readonly string[])[]): Buffer {
  return Buffer.from(
    reports
      .flat()
      .map((line) => `${line}\r\n`)
      .join(''),
    'latin1',
  );
}
