import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screenshot, seriousViolations, usePortal } from './portal.ts';

const { open } = usePortal();

const month = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'missouri', '01-village.txt'), 'latin1');
const asFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'latin1') });

async function send(page: Page, file: ReturnType<typeof asFile>): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles(file);
  await page.getByRole('button', { name: /^Send \d/ }).click();
  await page.getByRole('link', { name: 'See what became of it' }).click();
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
}

it('goes from a file with a mistake to the sealed file, each step by whom it is for', async () => {
  const { page: clerk } = await open({ as: 'clerk' });
  await send(clerk, asFile('september.txt', month));
  await clerk.getByText('1 of 7 reports is not on file until it is corrected.').waitFor();
  await clerk.getByRole('link', { name: 'See what is wrong' }).click();
  await clerk.getByText('1 error in 1 report').waitFor();
  const place = await clerk.locator('main').innerText();
  const [, record = ''] = /record (\d+)/.exec(place) ?? [];
  const [, first = ''] = /columns? (\d+)/.exec(place) ?? [];
  await clerk.getByRole('button', { name: 'Show the record' }).click();
  await clerk.getByRole('button', { name: 'Hide the record' }).waitFor();
  await screenshot(clerk, 'month-finding');
  expect(await seriousViolations(clerk)).toEqual([]);

  // The clerk types at just that place what the finding asks for.
  const lines = month.split('\n');
  const wrong = lines[Number(record) - 1] ?? '';
  lines[Number(record) - 1] = `${wrong.slice(0, Number(first) - 1)}34${wrong.slice(Number(first) + 1)}`;
  await clerk.goto(`${new URL('/', clerk.url())}`);
  await send(clerk, asFile('september-corrected.txt', lines.join('\n')));
  await clerk.getByText('All 7 reports are on file.').waitFor();
  await screenshot(clerk, 'month-corrected');
  await clerk.getByRole('link', { name: 'September 2026' }).first().click();
  await clerk.getByRole('heading', { level: 1, name: 'Months' }).waitFor();
  await clerk.getByRole('table').getByText('On file').first().waitFor();
  expect(await clerk.getByRole('link', { name: 'Transmissions' }).count()).toBe(0);
  await clerk.goto(`${new URL('/transmissions', clerk.url())}`);
  await clerk.getByRole('heading', { level: 1 }).waitFor();
  expect(await clerk.getByRole('button', { name: 'Build and seal' }).count()).toBe(0);
  await screenshot(clerk, 'month-not-for-clerks');

  const { page: auditor } = await open({ as: 'auditor', path: 'transmissions?next=2026-09' });
  await auditor.getByText('7 reports of 1 agency.').waitFor();
  expect(await auditor.getByRole('button', { name: 'Build and seal' }).count()).toBe(0);

  const { page: operator } = await open({ as: 'operator', path: 'transmissions?next=2026-09' });
  await operator.getByRole('button', { name: 'Build and seal' }).click();
  await operator.getByRole('dialog').getByRole('button', { name: 'Build and seal' }).click();
  const link = operator.getByRole('link', { name: /^MOUCR0001_\d{8}_NIBRS_001\.txt$/ }).first();
  await link.click();
  await operator.getByRole('heading', { level: 1, name: /NIBRS_001/ }).waitFor();
  const [saved] = await Promise.all([
    operator.waitForEvent('download'),
    operator.getByRole('button', { name: 'Download the file' }).click(),
  ]);
  const sealed = await buffer(await saved.createReadStream());
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  expect((await operator.locator('main').innerText()).replace(/\s/g, '')).toContain(sha256);
  expect(
    sealed
      .toString('latin1')
      .split('\n')
      .filter(Boolean)
      .every((line) => /^\d{4}[0-7]/.test(line)),
  ).toBe(true);
  await screenshot(operator, 'month-sealed');
  expect(await seriousViolations(operator)).toEqual([]);
}, 120_000);
