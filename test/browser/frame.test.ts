import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, it, test } from 'vitest';
import { type Person, people } from './people.ts';
import { overflows, screenshot, seriousViolations, signIn, usePortal, viewports } from './portal.ts';

const { open, window, cloud } = usePortal();

const failed = {
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'x', title: 'Failed', status: 500, detail: 'It is not your fault.', instance: '42' }),
};

const heading = (page: Page) => page.locator('main h1').innerText();
/** What has the focus, by its words. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const pathOf = (page: Page) => new URL(page.url()).pathname;

describe('signing in', () => {
  it('comes back to the page that was asked for, and keeps nothing that lasts', async () => {
    const { page, complaints } = await open({ as: 'operator', path: 'months?from=2026-01' });
    expect(page.url()).toBe(`${cloud().gateway.url}/months?from=2026-01`);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(complaints).toEqual([]);
  });

  it('is not asked for again after a reload, while the issuer remembers', async () => {
    const { page } = await open({ as: 'clerk', path: 'submissions' });
    await page.reload();
    await page.getByText(people.clerk.username).first().waitFor();
    expect(pathOf(page)).toBe('/submissions');
  });

  it('ends at the issuer too', async () => {
    const { page } = await open({ as: 'clerk' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: `Continue as ${people.operator.name}` }).waitFor();
    await signIn(page, 'operator');
    expect(await page.getByRole('banner').innerText()).toContain(people.operator.username);
  });

  it('that was broken off can be begun again, and what another site made up is not taken', async () => {
    const { page } = await window();
    await page.goto(cloud().gateway.url);
    await page.getByRole('button', { name: `Continue as ${people.clerk.name}` }).waitFor();
    await page.goto(`${cloud().gateway.url}/?code=stolen&state=made-up`);
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await screenshot(page, 'sign-in-failed');
    expect(await seriousViolations(page)).toEqual([]);
    expect(pathOf(page) + new URL(page.url()).search).toBe('/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'clerk');
    expect(await heading(page)).toBe(`Welcome, ${people.clerk.username}`);
  });
});

describe('the frame', () => {
  const links: Record<Exclude<Person, 'nobody'>, string[]> = {
    clerk: ['Submissions', 'Findings', 'Months', 'Agencies', 'Quality', 'Reports'],
    admin: ['Submissions', 'Findings', 'Months', 'Agencies', 'Quality', 'Reports'],
    operator: [
      'Submissions',
      'Findings',
      'Months',
      'Agencies',
      'Quality',
      'Transmissions',
      'Reports',
      'Statistics',
      'Operations',
    ],
    auditor: [
      'Submissions',
      'Findings',
      'Months',
      'Agencies',
      'Quality',
      'Transmissions',
      'Reports',
      'Statistics',
      'Operations',
      'Accesses',
    ],
    reader: ['Reports', 'Statistics'],
  };

  it.each(Object.entries(links) as [Person, string[]][])('leads a %s where they may go', async (as, titles) => {
    const { page, complaints } = await open({ as });
    expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts()).toEqual(titles);
    expect(complaints).toEqual([]);
  });

  it('tells somebody without a role whom to ask, and lets them go', async () => {
    const { page } = await open({ as: 'nobody' });
    expect(await heading(page)).toBe('You have no role here yet');
    await screenshot(page, 'no-role');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: `Continue as ${people.clerk.name}` }).waitFor();
  });

  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'operator', viewport });
    await screenshot(page, `home-operator-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    const menu = page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) {
      await menu.click();
      await screenshot(page, `menu-operator-${viewport}`);
      expect(await overflows(page)).toBe(false);
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('link', { name: 'Months', exact: true }).first().click();
      await page.waitForURL('**/months');
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
    }
    expect(complaints).toEqual([]);
  });

  it('can be walked with the keyboard alone, and says where one has come to', async () => {
    const { page } = await open({ as: 'clerk' });
    const walked: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      await page.keyboard.press('Tab');
      walked.push(await focused(page));
    }
    expect(walked).toEqual(['Skip to main content', 'Missouri NIBRS repository', ...links.clerk, 'Sign out']);
    await page.getByRole('link', { name: 'Findings', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/findings');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.title()).toBe(`${await heading(page)} · NIBRS repository`);
    expect(await page.locator('nav [aria-current=page]').innerText()).toBe('Findings');
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Welcome'));
  });

  it('lets whoever walks it skip what stands above', async () => {
    const { page } = await open({ as: 'clerk', path: 'submissions' });
    await page.keyboard.press('Tab');
    await screenshot(page, 'skip-link');
    await page.keyboard.press('Enter');
    expect([await page.evaluate(() => document.activeElement?.id), pathOf(page)]).toEqual(['main', '/submissions']);
  });

  it('stands around pages that are not there, and those that are for others', async () => {
    const { page } = await open({ as: 'clerk', path: 'nothing/here' });
    expect(await heading(page)).toBe('There is no such page');
    await screenshot(page, 'not-found');
    expect(await seriousViolations(page)).toEqual([]);
    await page.goto(`${cloud().gateway.url}/operations`);
    await page.locator('main h1').waitFor();
    expect(await heading(page)).toBe('This page is not for your role');
    await page.getByRole('link', { name: 'Go to the first page' }).click();
    await page.waitForFunction(() => document.querySelector('main h1')?.textContent?.startsWith('Welcome'));
  });

  it('says so when the code of a page does not come', async () => {
    const { page } = await open({ as: 'clerk' });
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Findings', exact: true }).first().click();
    await page.getByRole('heading', { name: 'This page did not load' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('says so when the repository is not there at all', async () => {
    const { page } = await window({ before: (context) => context.route('**/config.json', (route) => route.abort()) });
    await page.goto(cloud().gateway.url);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/could not be reached/);
    await screenshot(page, 'no-config');
  });

  it.each<[string, (route: Route) => Promise<void>, RegExp]>([
    ['cannot be reached', (route) => route.abort(), /could not be reached.*Check the connection/s],
    ['takes no token', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }), /Check the clock/],
    ['is asked too much', (route) => route.fulfill({ status: 429, json: { message: null } }), /Wait a minute/],
    ['fails', (route) => route.fulfill({ status: 500, ...failed }), /It is not your fault.*name request 42/s],
  ])('says what to do when the repository %s', async (what, reply, words) => {
    const before = (context: BrowserContext) => context.route('**/api/me', reply);
    const { page } = await open({ as: 'clerk', before });
    expect(await heading(page)).toBe('The repository does not answer');
    expect(await page.getByRole('alert').innerText()).toMatch(words);
    await screenshot(page, `repository-${what.replaceAll(' ', '-')}`);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('is readable with the colors that a person has chosen', async () => {
    const { page } = await open({ as: 'operator' });
    await page.emulateMedia({ forcedColors: 'active' });
    await screenshot(page, 'home-forced-colors');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
