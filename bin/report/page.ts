import { basename } from 'node:path';
import { count, counted } from '../../shared/count-words.ts';
import { pageStart } from '../../shared/findings/page/page.ts';
import { errorsIn, mostFrequentFirst, type ValidationSummary } from '../validation-summary.ts';

/** What stands in the report besides the findings. */
export interface ReportFacts {
  /** As they were named. */
  files: readonly string[];
  /** As a person writes it. */
  date: string;
  summary: ValidationSummary;
  /** ORIs that have findings, in order. */
  agencies: readonly string[];
  /** How many findings are listed; there may be more. */
  listed: number;
}

/** The report up to the first finding. */
export function reportStart(facts: ReportFacts): string {
  const { files, date, summary, agencies } = facts;
  const [file = '', ...others] = files;
  return pageStart({
    title: `Findings in ${others.length === 0 ? basename(file) : counted(files.length, 'file')}`,
    lead: `Checked on ${date} against the FBI’s rules for NIBRS submissions.`,
    files,
    counts: countsOf(summary),
    explanation:
      'A report with an error is rejected whole, until it is corrected and sent again; one with warnings alone is ' +
      'accepted. Of a supplement only the rows and values in error are left out.',
    codes: mostFrequentFirst(summary),
    agencies,
    listed: listedSentence(facts),
  });
}

function countsOf(summary: ValidationSummary) {
  const { files, refused, records, reports, accepted, rejected, warnings } = summary;
  const entries: { name: string; value: number; kind?: string; always?: boolean }[] = [
    { name: 'Files', value: files, always: true },
    { name: 'Files refused', value: refused, kind: 'error' },
    { name: 'Records', value: records, always: true },
    { name: 'Reports', value: reports, always: true },
    { name: 'Accepted', value: accepted, kind: 'good', always: true },
    { name: 'Rejected', value: rejected, kind: rejected > 0 ? 'error' : '', always: true },
    { name: 'In refused files', value: reports - accepted - rejected, kind: 'error' },
    { name: 'Errors', value: errorsIn(summary), always: true },
    { name: 'Warnings', value: warnings, always: true },
  ];
  return entries.filter(({ value, always }) => always || value > 0);
}

function listedSentence({ summary, listed }: ReportFacts): string {
  const found = errorsIn(summary) + summary.warnings + summary.refused;
  if (found === 0) return 'There is nothing to correct.';
  if (listed === found) return `${counted(found, 'finding')}, report by report, errors before warnings.`;
  return `The first ${count(listed)} of ${count(found)} findings are listed here; the counts above are of all. Correct these, and check the file once more.`;
}
