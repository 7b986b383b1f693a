import { count, counted } from '../../count-words.ts';
import { html } from '../../html/html.ts';
import { printable } from '../../intake/shown-record.ts';
import type { StateProfile } from '../../state/index.ts';
import { codeWords } from '../common-codes.ts';
import type { FoundFinding } from '../found.ts';
import { bySeriousness } from '../labels.ts';
import type { FoundFindings } from '../search.ts';
import { fileEnd, fileStart, findingItem, reportSection } from './finding.ts';
import { pageEnd, pageStart } from './page.ts';

/** What the findings are of, in words, and as of when. */
export interface FindingsPage {
  title: string;
  lead: string;
}

/** Findings as one page for people, to print or to send on: file by file and report by report. */
export function findingsPage(
  { items, totals }: Omit<FoundFindings, 'next'>,
  { title, lead }: FindingsPage,
  profile: StateProfile | undefined,
): string {
  const { errors, warnings, reports, byCode, byAgency } = totals;
  const start = pageStart({
    title,
    lead,
    files: [...new Set(items.map(({ upload }) => upload.fileName))],
    counts: [
      { name: 'Reports with findings', value: reports },
      { name: 'Errors', value: errors, kind: errors > 0 ? 'error' : undefined },
      { name: 'Warnings', value: warnings },
    ],
    explanation:
      'A report with an error is not on file until it is corrected and sent again; one with warnings alone is. Of a ' +
      'supplement only the rows and values in error are left out.',
    codes: byCode.map((code) => ({
      code: code.name,
      severity: code.errors > 0 ? 'error' : 'warning',
      times: code.errors + code.warnings,
      example: codeWords(code.name, profile),
    })),
    agencies: byAgency.map(({ name }) => printable(name)),
    listed: listedSentence(items.length, errors + warnings),
  });
  const files = [...Map.groupBy(items, ({ submission }) => submission).values()];
  return [start, ...files.flatMap(fileHtml), pageEnd()].join('');
}

function fileHtml(items: readonly FoundFinding[]): string[] {
  const reports = Map.groupBy(items, ({ finding: { ori, report } }) => `${ori} ${report}`);
  return [fileStart(items[0]?.upload.fileName ?? ''), ...[...reports.values()].map(reportHtml), fileEnd];
}

function reportHtml(items: readonly FoundFinding[]): string {
  const { ori = '', report = '' } = items[0]?.finding ?? {};
  const sorted = items.toSorted((one, other) => bySeriousness(one.finding, other.finding));
  const name = printable(`Report ${report || '(no number)'} of ${ori || '(no ORI)'}`);
  const heading = html`${name}, ${counted(items.length, 'finding')}`;
  return reportSection(
    printable(ori),
    heading,
    sorted.map((found) => findingItem(found.finding, { note: statusWords(found) })),
  );
}

/** Who found it and who settled it, where that is to be told; undefined where it is one of ours and open. */
function statusWords({ source, settlement }: FoundFinding): string | undefined {
  const words = [
    source === 'fbi' ? 'Found by the FBI.' : '',
    settlement
      ? `${settlement.as === 'cleared' ? 'Cleared' : 'Dismissed'} by ${settlement.by}: ${settlement.reason}`
      : '',
  ].filter(Boolean);
  return words.length > 0 ? words.join(' ') : undefined;
}

function listedSentence(listed: number, found: number): string {
  if (found === 0) return 'There is nothing to correct.';
  if (listed === found) return `${counted(found, 'finding')}, report by report, errors before warnings.`;
  return `The first ${count(listed)} of ${count(found)} findings are listed here; the counts above are of all.`;
}
