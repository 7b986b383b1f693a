import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../shared/api/routes/index.ts';
import { readCsv } from '../../shared/read-csv.ts';
import { askGateway } from '../e2e/api-client.ts';
import type { Question } from '../e2e/questions.ts';
import { type Person, people } from './people.ts';
import { overflows, screenshot, usePortal } from './portal.ts';

const { open, cloud } = usePortal();

const ori = 'MO1990100';
/** What a page, a spreadsheet, a template or a terminal might obey, in as few characters as there is room for. */
const number = '=<b>"%s{{1}}';
const attack = `=cmd|'/C calc'!A0 "><img src=x onerror="window.__hit=1"><script>window.__hit=1</script> %s %n \${7*7}`;
const fileName = `=HYPERLINK("x")<img src=x onerror=window.__hit=1>%s.${'long'.repeat(20)}.txt`;
const agencyName = `Police ${attack} ${'Unbroken'.repeat(15)}`;
const reason = `${attack} ${'because'.repeat(40)}`;

let submission: string;
let file: string;

async function ask(as: Person, operation: Operation, question: Question = {}) {
  const reply = await askGateway(cloud(), operation, question, await cloud().identity.token(people[as]));
  return { ...reply, json: () => JSON.parse(Buffer.from(reply.body, 'latin1').toString()) };
}

beforeAll(async () => {
  const csv = `ori,name,kind\n${ori},"${agencyName.replaceAll('"', '""')}",local\n`;
  expect((await ask('operator', 'registerAgencies', { body: { csv } })).status).toBe(200);
  const { page } = await open({ as: 'clerk' });
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: fileName, mimeType: 'text/plain', buffer: hostileFile() });
  await page.getByRole('button', { name: /^Send \d/ }).click();
  await page.getByRole('link', { name: 'See what became of it' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await cloud().idle();
  submission = (await ask('clerk', 'listSubmissions')).json().items[0].submission;
  const { items } = (await ask('clerk', 'listFindings', { query: { submission } })).json();
  for (const { id, severity } of items) {
    if (severity !== 'warning') continue;
    await ask('operator', 'settleWarning', { params: { submission, finding: id }, body: { as: 'dismissed', reason } });
  }
  await ask('operator', 'startTransmission', { body: { period: '2026-09' } });
  await cloud().idle();
  file = (await ask('operator', 'listTransmissions')).json().transmissions[0].file;
  expect((await ask('operator', 'holdTransmission', { params: { file }, body: { reason } })).status).toBe(200);
}, 120_000);

/** A month of which the first report has a number that would be obeyed, where something obeys. */
function hostileFile(): Buffer {
  const month = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'missouri', '01-village.txt'), 'latin1');
  const lines = month.split('\n');
  const first = lines.find((line) => line.charAt(4) === '1')?.slice(25, 37) ?? '';
  return Buffer.from(lines.map((line) => line.replace(first, number.padEnd(12))).join('\n'), 'latin1');
}

/** All that is shown, without the marks of order that it may be wrapped in. */
const textOf = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

const pages: [string, Person, () => string, string | undefined][] = [
  ['home', 'clerk', () => '', undefined],
  ['submissions', 'clerk', () => 'submissions', '=HYPERLINK("x")<img'],
  ['submission', 'clerk', () => `submissions/${submission}`, '=HYPERLINK("x")<img'],
  ['findings', 'clerk', () => `findings?submission=${submission}`, number],
  ['months', 'operator', () => 'months?from=2026-09&to=2026-09', undefined],
  ['agencies', 'operator', () => 'agencies', '<script>window.__hit=1</script>'],
  ['agency', 'operator', () => `agencies/${ori}`, '<script>window.__hit=1</script>'],
  ['quality', 'operator', () => 'quality?from=2026-09&to=2026-09', undefined],
  ['transmissions', 'operator', () => 'transmissions', undefined],
  ['transmission', 'operator', () => `transmissions/${file}`, '<script>window.__hit=1</script>'],
  ['report', 'clerk', () => `reports/${ori}/${encodeURIComponent(number)}`, number],
  ['operations', 'operator', () => 'operations', undefined],
];

describe('text that would be obeyed, where something obeys', () => {
  it.each(pages)('is shown as it is, and does nothing: %s', async (name, as, path, shown) => {
    for (const viewport of ['desktop', 'phone'] as const) {
      const { page, complaints } = await open({ as, path: path(), viewport });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await page.waitForLoadState('networkidle');
      if (shown !== undefined) await page.getByText(shown).first().waitFor();
      expect(await page.evaluate(() => (globalThis as { __hit?: number }).__hit)).toBeUndefined();
      expect(await page.locator('main img[src="x"], main script').count()).toBe(0);
      expect([dialogs, complaints]).toEqual([[], []]);
      await screenshot(page, `hostile-${name}-${viewport}`);
      expect(await overflows(page), `wider than a ${viewport}`).toBe(false);
      expect(await textOf(page)).not.toContain('&lt;');
    }
  });

  it('is no formula in a spreadsheet, and no markup in a page that is downloaded', async () => {
    const csv = await ask('clerk', 'downloadFindings', { query: { submission, format: 'csv' } });
    const rows = readCsv(Buffer.from(csv.body, 'latin1').toString(), 'findings.csv');
    const cells = rows.flat().map(({ text }) => text);
    expect(cells).toContain(`'${number}`);
    expect(cells.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    const html = await ask('clerk', 'downloadFindings', { query: { submission, format: 'html' } });
    expect(html.body).not.toMatch(/<img|<b>"/);
    for (const { headers } of [csv, html]) {
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    const { url } = (await ask('clerk', 'readFile', { params: { submission } })).json();
    const saved = await fetch(url);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('is no page where a request is refused, and turns nobody’s writing around', async () => {
    const refused = [
      await ask('clerk', 'readHistory', { params: { ori, number } }),
      await ask('clerk', 'listFindings', { query: { period: '<img src=x>', sort: attack } }),
      await ask('operator', 'readAgency', { params: { ori: attack } }),
      await ask('operator', 'holdTransmission', { params: { file }, body: { reason: 'exe.\u202Etxt' } }),
      await ask('operator', 'registerAgencies', { body: { csv: `ori,name\n${ori},exe.\u202Etxt\n` } }),
      await ask('clerk', 'openSubmission', { body: { fileName: 'exe.\u202Etxt', bytes: 1, sha256: 'a'.repeat(64) } }),
      await ask('operator', 'redriveQueue', { params: { queue: '<script>' } }),
    ];
    for (const { status, headers, body } of refused) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers).toMatchObject({
        'content-type': 'application/problem+json',
        'x-content-type-options': 'nosniff',
      });
      expect(() => JSON.parse(body)).not.toThrow();
    }
  });
});
