import type { Reply } from '../../api.ts';

type Findings = Reply<'listFindings'>;

/** How often a number was found as an error, or as a warning. */
export interface FoundCode {
  code: string;
  severity: 'error' | 'warning';
  found: number;
  /** What one of them says; nothing when none is at hand. */
  example: string;
}

/** Numbers that were found, errors first, then the most frequent; each with what one of these findings says. */
export function foundCodes(byCode: Findings['totals']['byCode'], items: Findings['items']): FoundCode[] {
  const codes = byCode.flatMap(({ name: code, errors, warnings }) => [
    { code, severity: 'error' as const, found: errors },
    { code, severity: 'warning' as const, found: warnings },
  ]);
  return codes
    .filter(({ found }) => found > 0)
    .map((counted) => ({ ...counted, example: exampleOf(counted, items) }))
    .sort(
      (one, other) =>
        Number(one.severity === 'warning') - Number(other.severity === 'warning') ||
        other.found - one.found ||
        one.code.localeCompare(other.code),
    );
}

function exampleOf({ code, severity }: Pick<FoundCode, 'code' | 'severity'>, items: Findings['items']): string {
  return items.find((item) => item.code === code && item.severity === severity)?.message ?? '';
}
