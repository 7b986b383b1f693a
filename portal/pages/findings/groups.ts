import { mostSeriousFirst } from '../../../shared/findings/labels.ts';
import type { ListedFinding } from './filter.ts';

/** Findings that are shown under one heading. */
export interface Group {
  key: string;
  /** Never none. */
  first: ListedFinding;
  findings: readonly ListedFinding[];
}

/**
 * Puts findings that follow each other and belong together under one heading: those of one report in one file, or of one number
 * where they are sorted by it. Of a report, the most serious come first.
 */
export function groupsOf(findings: readonly ListedFinding[], sort: string | undefined): Group[] {
  const isByCode = sort === 'code';
  const groups: { key: string; first: ListedFinding; findings: ListedFinding[] }[] = [];
  for (const finding of findings) {
    const { submission, ori, report, code, severity } = finding;
    const key = isByCode ? code : [submission, ori, report, sort === 'severity' && severity].join(' ');
    const last = groups.at(-1);
    if (last?.key === key) last.findings.push(finding);
    else groups.push({ key, first: finding, findings: [finding] });
  }
  return isByCode
    ? groups
    : groups.map((group) => ({ ...group, findings: mostSeriousFirst(group.findings) as ListedFinding[] }));
}

/** What tells a finding from all others. */
export function idOf({ submission, id }: Pick<ListedFinding, 'submission' | 'id'>): string {
  return `${submission} ${id}`;
}
