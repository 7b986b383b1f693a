import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { problem } from './answers.ts';
import { overflows, screenshot, seriousViolations, usePortal, viewports } from './portal.ts';
import { last } from './world/agencies.ts';
import { findingAnswers } from './world/findings.ts';
import { idOf } from './world/submissions.ts';

const { open, cloud } = usePortal();

const item = (page: Page, words: string | RegExp) => page.getByRole('listitem').filter({ hasText: words });
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

describe('findings of a month', () => {
  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('are whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'admin', path: 'findings', viewport, answers: findingAnswers() });
    await page.getByRole('heading', { name: 'Report 26-1000012' }).waitFor();
    expect(await page.getByLabel('Month').inputValue()).toBe(last);
    await screenshot(page, `findings-${viewport}`);
    const location = item(page, /location type 99/).first();
    await location.getByRole('button', { name: 'Show the record' }).click();
    await page.getByRole('button', { name: /Show all 4 records/ }).click();
    await screenshot(page, `findings-record-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are filtered by what is in the address, and Back goes back', async () => {
    const { page } = await open({ as: 'admin', path: 'findings', answers: findingAnswers() });
    await page.getByLabel('Kind').selectOption('Warnings');
    await page.getByText('6 warnings in').waitFor();
    await page.getByRole('region', { name: 'By number' }).getByRole('link', { name: /^441/ }).click();
    await page.getByText('All 4 findings').waitFor();
    expect(queryOf(page)).toEqual({ severity: 'warning', code: '441' });
    await page.getByLabel('Report number begins with').fill('26-2');
    await page.keyboard.press('Tab');
    await page.getByText('All 3 findings').waitFor();
    await screenshot(page, 'findings-filtered');
    await page.goBack();
    await page.getByText('All 4 findings').waitFor();
    await page.getByRole('link', { name: 'Do not narrow by: Number 441' }).click();
    await page.getByText('All 6 findings').waitFor();
    await page.reload();
    await page.getByText('All 6 findings').waitFor();
    expect(queryOf(page)).toEqual({ severity: 'warning' });
  });

  it('are none in a repository to which nothing has come', async () => {
    const { page, complaints } = await open({ as: 'admin', path: 'findings' });
    await page.getByText('Nothing was found').waitFor();
    await screenshot(page, 'findings-nothing');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('of another file or another kind are none, and it says so', async () => {
    const { page } = await open({ as: 'admin', path: 'findings?code=999', answers: findingAnswers() });
    await page.getByText('No finding is like that').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await screenshot(page, 'findings-none');
    await page.getByRole('link', { name: 'Show all findings' }).click();
    await page.getByText('All 12 findings').waitFor();
  });

  it('come page by page', async () => {
    const { page } = await open({ as: 'admin', path: 'findings', answers: findingAnswers({ pageOf: 7 }) });
    await page.getByText('7 of 12 findings').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('All 12 findings').waitFor();
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });

  it('are saved as a file, with the same filter', async () => {
    const { page } = await open({ as: 'admin', path: 'findings?severity=error', answers: findingAnswers() });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /spreadsheet/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`findings-${last}.csv`);
    expect(await text(await download.createReadStream())).toContain('csv,error');
  });

  it('that could not be had say why, and can be asked for again', async () => {
    let fails = true;
    const answers = findingAnswers();
    const { listFindings } = answers;
    const { page } = await open({
      as: 'admin',
      path: 'findings',
      answers: {
        ...answers,
        listFindings: (asked) => {
          if (fails) throw problem(503, 'Not now', 'The repository is busy. Try again in a minute.');
          return listFindings!(asked);
        },
      },
    });
    await page.getByRole('alert').waitFor();
    await screenshot(page, 'findings-failed');
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('All 12 findings').waitFor();
  });
});

describe('the record of a finding', () => {
  it('has its bad columns marked, in words as well', async () => {
    const { page } = await open({ as: 'admin', path: 'findings', answers: findingAnswers() });
    await item(page, /stands for “over 98/)
      .first()
      .getByRole('button', { name: 'Show the record' })
      .click();
    const record = page.getByRole('group', { name: 'Record 15, as it was sent' });
    const mark = record.locator('mark');
    expect(await mark.innerText()).toContain('[columns 72–75, warning 441:');
    expect(await mark.evaluate((element) => element.lastChild?.previousSibling?.textContent)).toHaveLength(4);
    expect(await page.getByRole('button', { name: 'Hide the record' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('says why where it may not be shown', async () => {
    const readSource = () => {
      throw problem(403, 'Not for you', 'The file may hold reports of agencies that are not yours.');
    };
    const { page } = await open({ as: 'admin', path: 'findings', answers: { ...findingAnswers(), readSource } });
    await page.getByRole('button', { name: 'Show the record' }).first().click();
    expect(await page.getByRole('alert').innerText()).toContain('agencies that are not yours');
  });
});

describe('a warning', () => {
  it('is dismissed with a reason, which stands there with who and when, and opened again', async () => {
    const { page } = await open({ as: 'admin', path: 'findings?code=441', answers: findingAnswers() });
    const warning = item(page, /stands for “over 98/).first();
    const button = warning.getByRole('button', { name: 'Dismiss: right as it is' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Dismiss: right as it is' });
    await screenshot(page, 'findings-dismiss');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    await button.click();
    await dialog.getByLabel('Reason').fill('He is 99 years old');
    await dialog.getByRole('button', { name: 'Dismiss: right as it is' }).click();
    await warning.getByText('Dismissed as right by adam').waitFor();
    expect(await warning.innerText()).toContain('“He is 99 years old”');
    await screenshot(page, 'findings-dismissed');

    await warning.getByRole('button', { name: 'Open again' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('A mistake');
    await page.getByRole('dialog').getByRole('button', { name: 'Open again' }).click();
    await warning.getByRole('button', { name: 'Mark as put right' }).waitFor();
    expect(await warning.innerText()).not.toContain('He is 99');
  });

  it('is settled together with all of its number', async () => {
    const { page } = await open({ as: 'admin', path: 'findings?sort=code&code=441', answers: findingAnswers() });
    await page.getByRole('button', { name: 'Mark as put right: all 3 warnings' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Looked at');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as put right: all 3' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByText('Put right by adam').count()).toBe(3);
    await screenshot(page, 'findings-by-code');
  });

  it('that cannot be settled says why, and stays open', async () => {
    const settleWarning = () => {
      throw problem(409, 'It cannot be done', 'Somebody has just settled it. Load the page again.');
    };
    const { page } = await open({
      as: 'admin',
      path: 'findings?code=441',
      answers: { ...findingAnswers(), settleWarning },
    });
    await page.getByRole('button', { name: 'Mark as put right' }).first().click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Looked at');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as put right' }).click();
    expect(await page.getByRole('dialog').getByRole('alert').innerText()).toContain('Somebody has just settled it');
  });

  it.each([
    ['clerk', ['Mark as put right']],
    ['operator', ['Mark as put right', 'Dismiss: right as it is']],
    ['auditor', []],
  ] as const)('a %s may do this with: %s', async (as, deeds) => {
    const { page } = await open({ as, path: 'findings?code=441&agency=MO1990100', answers: findingAnswers() });
    const warning = item(page, /stands for “over 98/).first();
    await warning.waitFor();
    const buttons = await warning.getByRole('button').allInnerTexts();
    expect(buttons).toEqual(['Show the record', ...deeds]);
  });
});

it('shows what an agency has sent as text, whatever it is', async () => {
  const answers = findingAnswers();
  const hostile = '<img src=x onerror=alert(1)>';
  const { page, complaints } = await open({
    as: 'operator',
    path: `findings?submission=${idOf('5')}`,
    answers: {
      ...answers,
      listFindings: (asked) => {
        const reply = answers.listFindings!(asked);
        const [first] = reply.items;
        const items = [{ ...first!, report: '"><script>', fileName: hostile, ori: '../../x', message: hostile }];
        return { ...reply, items };
      },
    },
  });
  await page.getByRole('heading', { name: 'Report "><script>' }).waitFor();
  expect(await page.locator('main img, main script').count()).toBe(0);
  const href = await page.getByRole('link', { name: 'Report "><script>' }).getAttribute('href');
  expect(new URL(href!, cloud().gateway.url).pathname).toBe('/reports/..%2F..%2Fx/%22%3E%3Cscript%3E');
  await screenshot(page, 'findings-hostile');
  expect(complaints).toEqual([]);
});
