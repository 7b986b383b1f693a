import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../../shared/intake/refusal.ts';
import { readReport, type ValidatedReport, validateReport } from '../../shared/validator.ts';
import { incident, linesOf } from '../../test/reports.ts';
import { addReport, emptySummary } from '../validation-summary.ts';
import { htmlReport } from './html-report.ts';

const directory = mkdtempSync(join(tmpdir(), 'nibrs-report-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The valid incident with a changed offense segment. */
function withOffense(change: (line: string) => string): ValidatedReport {
  const source = readReport(linesOf(incident()).map((line) => (line.charAt(4) === '2' ? change(line) : line)));
  return { source, findings: validateReport(source, { today: '20261122', period: '2026-10' }) };
}

const wrongLocation = withOffense((line) => `${line.slice(0, 44)}<"${line.slice(46)}`);

/** The report on files that hold these. */
async function reportOn(
  files: Record<string, readonly (ValidatedReport | Refusal)[]>,
  limit?: number,
): Promise<string> {
  const path = join(directory, 'out.html');
  const report = await htmlReport(path, 'November 22, 2026', limit);
  const summary = emptySummary();
  for (const [name, outcomes] of Object.entries(files)) {
    await report.file(name);
    summary.files += 1;
    for (const outcome of outcomes) {
      if ('findings' in outcome) {
        addReport(summary, outcome);
        await report.report(outcome);
      } else {
        summary.refused += 1;
        await report.refused(outcome);
      }
    }
  }
  await report.end(summary);
  return readFileSync(path, 'utf8');
}

describe('the HTML report', () => {
  test('has the finding, what to do, and the record with its bad columns marked, all escaped', async () => {
    const page = await reportOn({ 'dir/<a>.txt': [wrongLocation] });
    expect(page).toContain('<h1>Findings in &lt;a&gt;.txt</h1>');
    expect(page).toContain('<h3>dir/&lt;a&gt;.txt</h3>');
    expect(page).toContain('Location type is &quot;&lt;&quot;&quot;, which');
    expect(page).toContain('offense segment 120 (Robbery), record 2, columns 45–46');
    expect(page).toContain('<mark>&lt;&quot;</mark>');
    expect(page).toMatch(/<dt>Rejected<\/dt><dd class="error">1</);
    expect(page).not.toContain('<"');
  });

  test('loads nothing, and lets only its own script run', async () => {
    const page = await reportOn({ 'a.txt': [wrongLocation] });
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import|https?:/);
    expect(page).toMatch(/default-src 'none'.*script-src 'sha256-/);
  });

  test('says of a file without findings that there are none', async () => {
    const page = await reportOn({ 'a.txt': [{ source: incident(), findings: [] }] });
    expect(page).toContain('No report has a finding.');
    expect(page).toContain('There is nothing to correct.');
    expect(page).not.toContain('<section');
  });

  test('has the files that were refused, each under its name', async () => {
    const refusal = { reason: 'empty', message: 'The file is empty.', hint: 'Send another.' };
    const page = await reportOn({ 'a.txt': [refusal], 'b.txt': [wrongLocation] });
    expect(page).toContain('<h1>Findings in 2 files</h1>');
    expect(page).toContain('<h3>a.txt</h3>');
    expect(page).toContain('The whole file is refused');
    expect(page.match(/<section/g)).toHaveLength(4);
    expect(page.match(/<\/section>/g)).toHaveLength(4);
  });

  test('lists no more than it can, and counts all', async () => {
    const page = await reportOn({ 'a.txt': [wrongLocation, wrongLocation, wrongLocation] }, 2);
    expect(page.match(/<li class="finding"/g)).toHaveLength(2);
    expect(page).toContain('The first 2 of 3 findings are listed here');
    expect(page).toMatch(/<dt>Errors<\/dt><dd class="">3</);
  });

  test('has no value of a state segment', async () => {
    const source = readReport([...linesOf(incident()), '0050BI102026    MO001000026-000123   01SECRET']);
    const findings = validateReport(source, { today: '20261122', period: '2026-10' });
    const page = await reportOn({ 'a.txt': [{ source, findings }] });
    expect(page).toContain('········');
    expect(page).not.toContain('SECRET');
  });

  test('says at once when it cannot be written', async () => {
    await expect(htmlReport(join(directory, 'none', 'out.html'), '')).rejects.toThrow('cannot be written');
  });
});
