import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { largestForm } from '../../shared/api/routes/uploads.ts';
import { problem } from './answers.ts';
import { overflows, screenshot, seriousViolations, usePortal, viewports } from './portal.ts';

const { open } = usePortal();

const samples = join(import.meta.dirname, '..', '..', 'samples', 'missouri');
const sample = (name: string) => ({ name, mimeType: 'text/plain', buffer: readFileSync(join(samples, name)) });
const [village, town, duties] = ['01-village.txt', '02-town.txt', '07-not-nibrs.txt'].map(sample) as [
  ReturnType<typeof sample>,
  ReturnType<typeof sample>,
  ReturnType<typeof sample>,
];

const choose = (page: Page, ...files: ReturnType<typeof sample>[]) =>
  page.getByLabel('Choose files').setInputFiles(files);
const send = (page: Page) => page.getByRole('button', { name: /^Send \d/ }).click();
const row = (page: Page, name: string) =>
  page.getByRole('region', { name: /^Your/ }).getByRole('listitem').filter({ hasText: name }).first();

describe('sending files', () => {
  it('ends with what became of each, and what to do next', async () => {
    const { page, complaints } = await open({ as: 'clerk' });
    await choose(page, village);
    await screenshot(page, 'upload-chosen');
    expect(await seriousViolations(page)).toEqual([]);
    await send(page);
    await row(page, village.name).getByText('To correct').waitFor();
    expect(await row(page, village.name).innerText()).toContain('1 of 7 reports is not on file until it is corrected.');
    await screenshot(page, 'upload-sent');
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByRole('link', { name: 'See what became of it' }).click();
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await page.getByRole('cell', { name: /age/i }).first().waitFor();
    await screenshot(page, 'submission-live');
    expect(await seriousViolations(page)).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Findings as a spreadsheet (CSV)' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('findings-01-village.txt.csv');
    const [own] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'The file as it was sent' }).click(),
    ]);
    expect(await buffer(await own.createReadStream())).toEqual(village.buffer);
    expect(complaints).toEqual([]);

    await page.goBack();
    await page.getByRole('heading', { name: 'Welcome, carla' }).waitFor();
    await row(page, village.name).getByText('To correct').waitFor();
    await choose(page, village);
    await send(page);
    await page.getByText('This file is here already').waitFor();
    await screenshot(page, 'upload-already-here');
  });

  it('keeps their order and the name of the agency that was chosen', async () => {
    const opened: unknown[] = [];
    const { page } = await open({
      as: 'admin',
      before: (context) =>
        context.route('**/api/submissions', (route, request) => {
          if (request.method() === 'POST') opened.push(request.postDataJSON());
          return route.continue();
        }),
    });
    await page.getByLabel('Agency you send for').selectOption('MO1990200');
    await choose(page, town, sample('04-town-correction.txt'));
    await page.getByRole('heading', { name: 'Your 2 files, in the order in which they are sent' }).waitFor();
    await screenshot(page, 'upload-several');
    await send(page);
    await row(page, '04-town-correction.txt').getByText('On file').waitFor();
    expect(opened).toMatchObject([
      { fileName: '02-town.txt', agency: 'MO1990200' },
      { fileName: '04-town-correction.txt', agency: 'MO1990200' },
    ]);
  });

  it('asks before the page is left, has the next file wait for one that failed, and lets go of it', async () => {
    const held = Promise.withResolvers<void>();
    const refuse = async (route: Route) => {
      await held.promise;
      await route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: await problem(409, 'It cannot be done', 'Try it again later.').text(),
      });
    };
    const { page } = await open({
      as: 'operator',
      path: 'upload',
      before: (context) => context.route('**/api/submissions', refuse),
    });
    await choose(page, village, duties);
    await send(page);
    await row(page, village.name).getByText('Uploading').waitFor();
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => void setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    held.resolve();
    await row(page, village.name).getByText('It cannot be done. Try it again later.').waitFor();
    await row(page, duties.name).getByText('Waiting').waitFor();
    await screenshot(page, 'upload-failed');
    expect(await seriousViolations(page)).toEqual([]);
    await page.context().unrouteAll();
    await page.getByRole('button', { name: `Remove ${village.name}` }).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await row(page, duties.name).getByText('Refused').waitFor();
    await screenshot(page, 'upload-refused');
  });

  it('goes on with a large file where it was when the page was left', async () => {
    let failing = true;
    const parts: number[] = [];
    const { page, complaints } = await open({
      as: 'operator',
      path: 'upload',
      before: (context) =>
        context.route(/partNumber=/, async (route, request) => {
          const number = Number(new URL(request.url()).searchParams.get('partNumber'));
          if (failing && number > 3) return route.abort();
          if (request.method() === 'PUT') parts.push(number);
          return route.continue();
        }),
    });
    const drop = async () => {
      const dropped = await page.evaluateHandle((bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'.repeat(bytes)], 'large.txt'));
        return transfer;
      }, largestForm + 1);
      await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: dropped });
      await send(page);
    };
    await drop();
    await expect.poll(() => parts.toSorted(), { timeout: 30_000 }).toEqual([1, 2, 3]);
    await row(page, 'large.txt')
      .getByText(/[3-9]\d %/)
      .waitFor();
    await screenshot(page, 'upload-large');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('heading', { name: 'Send files' }).waitFor();
    failing = false;
    parts.length = 0;
    complaints.length = 0;
    await drop();
    await row(page, 'large.txt').getByText('Refused').waitFor();
    expect(parts.toSorted()).toEqual([4, 5, 6, 7]);
    expect(complaints).toEqual([]);
  });

  it('takes dropped files, and says of an empty one what is wrong with it', async () => {
    const { page } = await open({ as: 'clerk' });
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], '=hostile"<b>.txt'));
      transfer.items.add(new File([], 'empty.txt'));
      return transfer;
    });
    await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('=hostile"<b>.txt', { exact: true }).first().waitFor();
    expect(await row(page, 'empty.txt').innerText()).toContain('The file is empty.');
    await page.getByRole('button', { name: 'Remove empty.txt' }).click();
    expect(await page.getByRole('button', { name: 'Send 1 file' }).isVisible()).toBe(true);
  });
});

describe('a check without sending', () => {
  it('finds what the repository would find, and sends nothing', async () => {
    const requests: string[] = [];
    const { page, complaints } = await open({ as: 'admin' });
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await choose(page, town, duties);
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await row(page, town.name).getByText('3 of 62 reports would be rejected').waitFor();
    await row(page, duties.name).getByText('Would be refused').waitFor();
    expect(await row(page, town.name).getByRole('heading', { level: 4 }).count()).toBeGreaterThanOrEqual(3);
    await page.locator('details.checked').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await screenshot(page, 'check');
    expect(await seriousViolations(page)).toEqual([]);
    expect(requests.filter((request) => !/^GET \/(?:assets|api)\//.test(request))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says so when reports are of an agency that is not one’s own', async () => {
    const { page } = await open({ as: 'clerk' });
    await choose(page, town);
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await row(page, town.name).getByText('62 of 62 reports would be rejected').waitFor();
    expect(await page.getByText('of an agency whose reports you may not file').count()).toBe(62);
    await send(page);
    await row(page, town.name).getByText('None of the 62 reports is on file').waitFor();
  });
});

it('offers samples where the repository has some', async () => {
  const { page } = await open({
    as: 'clerk',
    async before(context) {
      const list = [
        { name: village.name, agency: 'MO1990100', description: 'A village’s month. One report is wrong.' },
      ];
      await context.route('**/samples/index.json', (route) => route.fulfill({ json: list }));
      await context.route(`**/samples/${village.name}`, (route) => route.fulfill({ body: village.buffer }));
    },
  });
  await page.getByText('No file at hand? Take a sample').click();
  await screenshot(page, 'upload-samples');
  await page.getByRole('button', { name: village.name }).click();
  await page.getByRole('button', { name: 'Check without sending' }).click();
  await row(page, village.name).getByText('1 of 7 reports would be rejected').waitFor();
});

it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is whole on a %s screen', async (viewport) => {
  const { page, complaints } = await open({ as: 'admin', viewport });
  await screenshot(page, `upload-${viewport}`);
  expect(await overflows(page)).toBe(false);
  await choose(page, town);
  await page.getByRole('button', { name: 'Check without sending' }).click();
  await row(page, town.name).getByText('would be rejected').first().waitFor();
  await page.locator('details.checked > summary').click();
  await screenshot(page, `check-${viewport}`);
  expect(await overflows(page)).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
