import type { Asked, Reply } from '../../api.ts';
import type { Changes } from '../../parts/use-query.ts';
import { lastMonth } from '../../parts/words.ts';

export type ListedFinding = Reply<'listFindings'>['items'][number];
/** Which findings the page shows. */
export type FindingsQuery = NonNullable<Asked<'downloadFindings'>['query']>;
type Filter = Omit<FindingsQuery, 'format'>;

export const severities = { error: 'Errors', warning: 'Warnings' } as const;
export const statuses = { open: 'Open', cleared: 'Put right', dismissed: 'Right as it is' } as const;
export const sources = { repository: 'This repository', fbi: 'The FBI' } as const;
export const sorts = {
  newest: 'Newest file first',
  severity: 'Errors first',
  report: 'Report number',
  agency: 'Agency',
  code: 'Number of the finding',
} as const;

/**
 * What the address asks for; the last month that is over where it names neither a month nor a file. What it says that there is
 * not counts as nothing.
 */
export function filterIn(query: Changes, now: Date): Filter {
  const { submission, period, agency, code, report, uploadedBy } = query;
  return {
    submission,
    period: period ?? (submission ? undefined : lastMonth(now)),
    agency,
    code,
    report,
    uploadedBy,
    severity: keyOf(severities, query.severity),
    status: keyOf(statuses, query.status),
    source: keyOf(sources, query.source),
    sort: keyOf(sorts, query.sort),
  };
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, asked: string | undefined): K | undefined {
  return asked !== undefined && Object.hasOwn(words, asked) ? (asked as K) : undefined;
}

/** What narrows the findings of a month or a file, in words, by its name in the address. */
export function narrowings(filter: Filter): { name: string; words: string }[] {
  const { agency, code, report, uploadedBy, severity, status, source } = filter;
  return [
    severity && { name: 'severity', words: severities[severity] },
    status && { name: 'status', words: statuses[status] },
    code && { name: 'code', words: `Number ${code}` },
    agency && { name: 'agency', words: `Agency ${agency}` },
    report && { name: 'report', words: `Report ${report} …` },
    source && { name: 'source', words: `Found by ${source === 'fbi' ? 'the FBI' : 'this repository'}` },
    uploadedBy && { name: 'uploadedBy', words: `Uploaded by ${uploadedBy}` },
  ].filter((narrowing) => typeof narrowing === 'object');
}
