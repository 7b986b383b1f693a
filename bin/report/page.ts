import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Html, html } from '../../shared/html/html.ts';
import { style } from '../../shared/html/style.ts';
import { tableOf } from '../../shared/html/table.ts';
import { count, counted } from '../print/table.ts';
import { type CodeSummary, errorsIn, mostFrequentFirst, type ValidationSummary } from '../validation-summary.ts';

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

const css = style + readFileSync(new URL('./report.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('./filter.js', import.meta.url), 'utf8');
const scriptHash = createHash('sha256').update(script).digest('base64');

/** The page up to the first finding. */
export function pageStart(facts: ReportFacts): string {
  const [file = '', ...others] = facts.files;
  const title = `Findings in ${others.length === 0 ? basename(file) : counted(facts.files.length, 'file')}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<title>${title}</title>
<style>${{ html: css }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="quiet">Checked on ${facts.date} against the FBI’s rules for NIBRS submissions.</p>
${others.length > 0 ? fileList(facts.files) : undefined}
${counts(facts.summary)}
<h2>What was found</h2>
${codesTable(mostFrequentFirst(facts.summary))}
<h2 id="findings">Findings</h2>
${filterForm(facts)}
<p id="shown" role="status">${listedSentence(facts)}</p>
`;
  return page.html;
}

/** The page after the last finding. */
export function pageEnd(): string {
  return `</main>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function fileList(files: readonly string[]): Html {
  return html`<details><summary>The files</summary><ul>${files.map((file) => html`<li>${file}</li>`)}</ul></details>`;
}

function counts(summary: ValidationSummary): Html {
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
  const shown = entries.filter(({ value, always }) => always || value > 0);
  return html`<dl class="counts">${shown.map(
    ({ name, value, kind }) => html`<div><dt>${name}</dt><dd class="${kind}">${count(value)}</dd></div>`,
  )}</dl>
<p>A report with an error is rejected whole, until it is corrected and sent again; one with warnings alone is accepted. Of a
supplement only the rows and values in error are left out.
<a class="screen" href="#findings">To the findings</a></p>`;
}

function findingsIn(summary: ValidationSummary): number {
  return errorsIn(summary) + summary.warnings;
}

function codesTable(codes: readonly CodeSummary[]): Html {
  if (codes.length === 0) return html`<p class="good">No report has a finding.</p>`;
  return tableOf(
    'Findings by number, the most frequent first',
    [{ title: 'Number' }, { title: 'Found', number: true }, { title: 'For example' }],
    codes.map(({ code, severity, times, example }) => [
      html`<span class="nowrap"><span class="${severity}">${severity}</span> <a href="#findings" data-code="${code}">${code}</a></span>`,
      html`${count(times)}`,
      html`<span class="words">${example}</span>`,
    ]),
  );
}

/** Shown by the script, which it is no use without. */
function filterForm({ summary, agencies }: ReportFacts): Html {
  const codes = [...summary.codes.keys()].sort();
  return html`<form id="filter" class="panel" hidden>
${select('code', 'Number', codes)}
${select('severity', 'Severity', ['error', 'warning'])}
${select('agency', 'Agency', agencies)}
<label class="text">Search<br><input type="search" name="words"></label>
<button type="reset">Show all</button>
</form>`;
}

function select(name: string, label: string, values: readonly string[]): Html {
  return html`<label>${label}<br><select name="${name}"><option value="">all</option>${values.map(
    (value) => html`<option>${value}</option>`,
  )}</select></label>`;
}

function listedSentence({ summary, listed }: ReportFacts): string {
  const found = findingsIn(summary) + summary.refused;
  if (found === 0) return 'There is nothing to correct.';
  if (listed === found) return `${counted(found, 'finding')}, report by report, errors before warnings.`;
  return `The first ${count(listed)} of ${count(found)} findings are listed here; the counts above are of all. Correct these, and check the file once more.`;
}
