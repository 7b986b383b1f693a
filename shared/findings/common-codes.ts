import { compareText } from '../compare.ts';
import { ownCodes } from '../intake/own-findings.ts';
import type { MonthStatus } from '../months/status.ts';
import { factsOf } from '../nibrs/edits/facts.ts';
import { edits } from '../nibrs/edits/index.ts';
import type { Finding } from '../nibrs/finding.ts';
import { codeOf, ruleWords, type StateProfile } from '../state/index.ts';

/** How often a number was found, and in the files of how many agencies. */
export interface CommonCode {
  code: string;
  severity: Finding['severity'];
  count: number;
  agencies: number;
  /** What it says of any place. */
  message: string;
}

const editsByCode = new Map(edits.map((edit) => [edit.code, edit]));

/** The numbers that were found in the files of these months, the most frequent first. */
export function commonCodes(
  months: readonly Pick<MonthStatus, 'ori' | 'tally'>[],
  profile: StateProfile | undefined,
): CommonCode[] {
  const found = new Map<string, { count: number; oris: Set<string> }>();
  for (const { ori, tally } of months) {
    for (const [code, count] of Object.entries(tally.findingsByCode)) {
      const before = found.get(code) ?? { count: 0, oris: new Set<string>() };
      found.set(code, { count: before.count + count, oris: before.oris.add(ori) });
    }
  }
  const errors = months.reduce((sum, { tally }) => sum + tally.errors, 0);
  const severities = severitiesOf(found, errors, profile);
  return [...found]
    .map(([code, { count, oris }]) => {
      const severity = severities.get(code) ?? 'error';
      return { code, severity, count, agencies: oris.size, message: codeWords(code, profile) };
    })
    .sort((one, other) => other.count - one.count || compareText(one.code, other.code));
}

/**
 * How serious each number is. That a state's element is missing is an error of some elements and a warning of others: it was
 * one where the other errors are not all that were counted.
 */
function severitiesOf(
  found: ReadonlyMap<string, { count: number }>,
  errors: number,
  profile: StateProfile | undefined,
): Map<string, Finding['severity']> {
  const lack = profile && codeOf(profile, 'missing');
  const severities = new Map<string, Finding['severity']>();
  let others = 0;
  for (const [code, { count }] of found) {
    if (code === lack) continue;
    const edit = editsByCode.get(code);
    const severity = edit && edit.status !== 'inactive' ? edit.severity : 'error';
    severities.set(code, severity);
    if (severity === 'error') others += count;
  }
  if (lack !== undefined) severities.set(lack, errors > others ? 'error' : 'warning');
  return severities;
}

/** What a number says of any place, without what only a finding can tell. */
export function codeWords(code: string, profile: StateProfile | undefined): string {
  const edit = editsByCode.get(code);
  if (edit) {
    const { message, reason } = factsOf(edit);
    return message ?? reason ?? '';
  }
  const own = Object.entries(ownCodes).find(([name]) => name === code)?.[1].message;
  // The last is of a release or a profile that is gone.
  return own ?? (profile && ruleWords(profile, code)) ?? 'This number is not in use any more.';
}
