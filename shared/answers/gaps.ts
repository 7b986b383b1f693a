import { isGap } from '../nibrs/responses/index.ts';
import type { AnsweredReport } from './match.ts';

/** An edit of the FBI's that ours do not have, or do not have right. */
export interface Gap {
  code: string;
  level: string;
  element: string;
  /** How many reports drew it. */
  reports: number;
}

/** The errors that our edits should have found, each with the place it was found at. */
export function gapsIn(reports: readonly AnsweredReport[]): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { findings } of reports) {
    const own = new Map(
      findings.flatMap(({ finding }) => {
        const { code, level, element } = finding;
        return isGap(finding) ? [[`${code} ${level} ${element}`, { code, level, element }] as const] : [];
      }),
    );
    for (const [key, place] of own) gaps.set(key, { ...place, reports: (gaps.get(key)?.reports ?? 0) + 1 });
  }
  return [...gaps.values()];
}
