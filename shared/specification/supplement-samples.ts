import type { Finding } from '../nibrs/finding.ts';
import type { Format, StateProfile } from '../state/declaration.ts';
import {
  keyColumns,
  type SupplementCells as Row,
  supplementColumns,
  supplementRows,
  writeSupplement,
} from '../state/index.ts';
import { codeOf, misfitRule, type RuleName } from '../state/rules.ts';
import { wrongValue } from './bad-samples.ts';
import { exampleOf } from './good-samples.ts';
import { findingsIn, type Sample, sampleNumber } from './sample.ts';

/** The supplement as a state publishes it, for agencies whose systems cannot send state segments. */
export interface SupplementSamples {
  /** The line that names the columns, and one row. */
  readonly template: string;
  /** What `samples/good.txt` says of the elements that may come in a supplement. */
  readonly good: string;
  /** Rows with one mistake each. */
  readonly bad: string;
  readonly badFindings: readonly Finding[];
}

/** The files of a supplement, from the samples of the flat file; undefined where the profile takes no element so. */
export async function supplementSamples(
  profile: StateProfile,
  samples: readonly Sample[],
): Promise<SupplementSamples | undefined> {
  if (supplementColumns(profile).length === 0) return undefined;
  const good = samples.flatMap(({ report, values }, index) =>
    supplementRows(profile, { ori: report.ori, number: sampleNumber('GOOD', index) }, values),
  );
  const mistakes = await badRows(profile, good);
  const bad = writeSupplement(
    profile,
    mistakes.flatMap((make, index) => make(sampleNumber('BAD', index))),
  );
  return {
    template: writeSupplement(profile, good.slice(0, 1)),
    good: writeSupplement(profile, good),
    bad,
    badFindings: await findingsIn(profile, Buffer.from(bad)),
  };
}

type MakeRows = (number: string) => Row[];

interface Candidate {
  code: string;
  /** What the finding must name. */
  element: string;
  rows: MakeRows;
}

/** For each rule, and each column that can break it, rows that do and have nothing else wrong with them. Found by trying. */
async function badRows(profile: StateProfile, good: readonly Row[]): Promise<MakeRows[]> {
  const found = new Map<string, MakeRows>();
  for (const row of good) {
    for (const { code, element, rows } of candidates(profile, row)) {
      const key = `${code} ${element}`;
      if (found.has(key)) continue;
      const [finding, ...others] = await findingsIn(profile, Buffer.from(writeSupplement(profile, rows('ANY-NUMBER'))));
      if (finding?.code === code && finding.element === element && others.length === 0) found.set(key, rows);
    }
  }
  return [...found.values()];
}

function* candidates(profile: StateProfile, row: Row): Generator<Candidate> {
  const candidate = (rule: RuleName, element: string, rows: MakeRows) => ({
    code: codeOf(profile, rule),
    element,
    rows,
  });
  const [ori, report, sequence] = [0, 1, 2];
  const numbered = (number: string) => row.with(report, number);
  yield candidate('malformedKey', 'ori', (number) => [numbered(number).with(ori, `${profile.state}-1`)]);
  yield candidate('malformedKey', 'report', (number) => [numbered(number.toLowerCase())]);
  yield candidate('malformedKey', 'sequence', (number) => [numbered(number).with(sequence, '?')]);
  yield candidate('duplicate', 'sequence', (number) => [numbered(number), numbered(number)]);
  yield candidate('wrongLength', 'segment', (number) => [numbered(number).slice(0, -1)]);
  for (const [index, { field }] of supplementColumns(profile).entries()) {
    const { format, obligation } = field.declared;
    const at = keyColumns.length + index;
    const value = row[at] || exampleOf(profile, field.declared);
    const rule = obligation.kind === 'prohibited' ? 'prohibited' : misfitRule(format);
    const wrong = rule === 'prohibited' ? value : wrongCell(format, value);
    yield candidate(rule, field.element, (number) => [numbered(number).with(at, wrong)]);
  }
}

/** Blanks before a cell do not count, so no text begins too late in one. */
function wrongCell(format: Format, value: string): string {
  return format.kind === 'text' ? 'X'.repeat(format.length + 1) : wrongValue(format, value);
}
