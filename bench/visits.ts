import type { Browser, Page } from 'playwright-core';
import type { LocalPerson } from '../local/index.ts';

/** A file as a browser uploads it. */
export interface VisitFile {
  name: string;
  content: Buffer;
}

/** A person's month at the portal at `url`: visits with one browser, which keeps the portal's files from one to the next. */
export interface Month {
  browser: Browser;
  url: string;
  as: LocalPerson;
  period: string;
}

/** A clerk's month: a file with a mistake, what is wrong with it, the report corrected; some days later, how the month stands. */
export async function clerksMonth(month: Month, files: { wrong: VisitFile; corrected: VisitFile }): Promise<void> {
  await visits(month, [
    async (page) => {
      await send(page, files.wrong);
      await page.getByRole('link', { name: 'See what is wrong' }).click();
      await page.getByRole('button', { name: 'Show the record' }).first().click();
      await page.getByRole('button', { name: 'Hide the record' }).waitFor();
    },
    async (page) => {
      await send(page, files.corrected);
      await page.getByText('is on file').first().waitFor();
    },
    async (page) => {
      await page.getByRole('link', { name: 'Months' }).first().click();
      await heading(page, 'Months');
      await page.getByRole('link', { name: 'Submissions' }).first().click();
      await heading(page, 'Submissions');
    },
  ]);
}

/** An operator's month: who is missing, three times; the file built, sealed, looked at, taken along; and how things run. */
export async function operatorsMonth(month: Month): Promise<void> {
  const look = async (page: Page) => {
    for (const name of ['Months', 'Submissions', 'Quality', 'Operations']) {
      await page.getByRole('link', { name }).first().click();
      await heading(page, name);
    }
  };
  await visits(month, [
    look,
    look,
    look,
    async (page) => {
      await page.goto(`${month.url}/transmissions?next=${month.period}`);
      await signedIn(page, month.as);
      await page.getByRole('button', { name: 'Build and seal' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Build and seal' }).click();
      const sealed = page.getByRole('link', { name: /_NIBRS_001\.txt$/ }).first();
      await sealed.click();
      await heading(page, /_NIBRS_001/);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the file' }).click();
      await (await download).delete();
    },
    look,
  ]);
}

/** Each visit is a window of its own, in which one signs in anew: tokens are kept nowhere. */
async function visits({ browser, url, as }: Month, each: readonly ((page: Page) => Promise<void>)[]): Promise<void> {
  const context = await browser.newContext();
  for (const visit of each) {
    const page = await context.newPage();
    await page.goto(`${url}/`);
    await signedIn(page, as);
    await visit(page);
    await page.waitForLoadState('networkidle');
    await page.close();
  }
  await context.close();
}

/** Signs in where the issuer asks who one is, and waits for the page. */
async function signedIn(page: Page, { name }: LocalPerson): Promise<void> {
  const choice = page.getByRole('button', { name: `Continue as ${name}` });
  const main = page.locator('main h1');
  await choice.or(main).first().waitFor();
  if (await choice.isVisible()) await choice.click();
  await main.waitFor();
}

async function send(page: Page, { name, content }: VisitFile): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'text/plain', buffer: content });
  await page.getByRole('button', { name: /^Send \d/ }).click();
  await page.getByRole('link', { name: 'See what became of it' }).click();
  await heading(page, name);
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
