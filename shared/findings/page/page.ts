import { createHash } from 'node:crypto';
import { count } from '../../count-words.ts';
import { type Html, html } from '../../html/html.ts';
import { style } from '../../html/style.ts';
import { tableOf } from '../../html/table.ts';
import type { Finding } from '../../nibrs/finding.ts';
import { filterScript } from './script.ts';
import { findingsStyle } from './style.ts';

/** What stands on a page of findings beside the findings. */
export interface PageFacts {
  title: string;
  /** What the page is of, and as of when. */
  lead: string;
  /** Named where there are more than one. */
  files: readonly string[];
  counts: readonly { name: string; value: number; kind?: string | undefined }[];
  /** What the counts mean. */
  explanation: string;
  /** The most frequent first. */
  codes: readonly { code: string; severity: Finding['severity']; times: number; example: string }[];
  /** ORIs that have findings, in order. */
  agencies: readonly string[];
  /** How many of the findings are listed, and in which order. */
  listed: string;
}

const scriptHash = createHash('sha256').update(filterScript).digest('base64');

/** The page up to the first finding: one file, into which nothing is loaded from anywhere. */
export function pageStart(facts: PageFacts): string {
  const { title, lead, files, explanation, codes, listed } = facts;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<title>${title}</title>
<style>${{ html: style + findingsStyle }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="quiet">${lead}</p>
${files.length > 1 ? fileList(files) : undefined}
${countList(facts)}
<p>${explanation}
<a class="screen" href="#findings">To the findings</a></p>
<h2>What was found</h2>
${codesTable(codes)}
<h2 id="findings">Findings</h2>
${filterForm(facts)}
<p id="shown" role="status">${listed}</p>
`;
  return page.html;
}

/** The page after the last finding. */
export function pageEnd(): string {
  return `</main>\n<script>${filterScript}</script>\n</body>\n</html>\n`;
}

function fileList(files: readonly string[]): Html {
  return html`<details><summary>The files</summary><ul>${files.map((file) => html`<li>${file}</li>`)}</ul></details>`;
}

function countList({ counts }: PageFacts): Html {
  return html`<dl class="counts">${counts.map(
    ({ name, value, kind }) => html`<div><dt>${name}</dt><dd class="${kind ?? ''}">${count(value)}</dd></div>`,
  )}</dl>`;
}

function codesTable(codes: PageFacts['codes']): Html {
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
function filterForm({ codes, agencies }: PageFacts): Html {
  return html`<form id="filter" class="panel" hidden>
${select('code', 'Number', codes.map(({ code }) => code).sort())}
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
