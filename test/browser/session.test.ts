import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { people } from './people.ts';
import { overflows, screenshot, seriousViolations, signIn, usePortal, viewports } from './portal.ts';
import { history } from './world/reports.ts';

const { open, cloud } = usePortal();

const samples = join(import.meta.dirname, '..', '..', 'samples', 'missouri');
const village = {
  name: '01-village.txt',
  mimeType: 'text/plain',
  buffer: readFileSync(join(samples, '01-village.txt')),
};

/** What was asked of the issuer for tokens; access tokens end so many seconds after they are given, as the portal is told. */
function watchTokens(seconds?: number) {
  const grants: string[] = [];
  const seen = { grants, refresh: '' };
  const before = (context: BrowserContext) =>
    context.route('**/oauth2/token', async (route, request) => {
      grants.push(new URLSearchParams(request.postData() ?? '').get('grant_type') ?? '');
      const response = await route.fetch();
      const json = await response.json();
      seen.refresh = json.refresh_token ?? seen.refresh;
      await route.fulfill({ response, json: { ...json, ...(seconds && response.ok() && { expires_in: seconds }) } });
    });
  return { seen, before };
}

/** Asks the issuer itself. */
async function askIssuer(page: Page, path: string, form: Record<string, string>): Promise<number> {
  const { clientId } = await (await fetch(`${cloud().gateway.url}/config.json`)).json();
  const body = new URLSearchParams({ client_id: clientId, ...form });
  const origin = new URL(page.url()).origin;
  return (await fetch(`${cloud().identity.url}/oauth2/${path}`, { method: 'POST', headers: { origin }, body })).status;
}
const revoke = (page: Page, token: string) => askIssuer(page, 'revoke', { token });
const renew = (page: Page, token: string) =>
  askIssuer(page, 'token', { grant_type: 'refresh_token', refresh_token: token });

/** Notes on the page that it is this one, and tells whether it still is. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute('data-marked', ''));
const isMarked = (page: Page) => page.evaluate(() => document.body.hasAttribute('data-marked'));

const goTo = async (page: Page, title: string) => {
  await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const chooseFile = (page: Page) => page.getByLabel('Choose files').setInputFiles([village]);

describe('an access token', () => {
  it('is followed by the next one without leaving the page, and nothing is kept of either', async () => {
    const { seen, before } = watchTokens(1);
    const { page, complaints } = await open({ as: 'clerk', before });
    await mark(page);
    await goTo(page, 'Findings');
    await goTo(page, 'Submissions');
    expect(await isMarked(page)).toBe(true);
    expect([seen.grants[0], new Set(seen.grants.slice(1))]).toEqual(['authorization_code', new Set(['refresh_token'])]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(complaints).toEqual([]);
  });

  it('that is refused is followed by the next one too', async () => {
    const { seen, before } = watchTokens();
    const { page } = await open({ as: 'clerk', before });
    await mark(page);
    await page.route('**/api/findings*', (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
    const answered = page.waitForResponse((response) => response.url().includes('/api/findings') && response.ok());
    await goTo(page, 'Findings');
    await answered;
    expect([seen.grants, await isMarked(page)]).toEqual([['authorization_code', 'refresh_token'], true]);
  });

  it('may end while a file is sent', async () => {
    const { seen, before } = watchTokens(1);
    const { page } = await open({ as: 'clerk', before });
    await mark(page);
    await chooseFile(page);
    const renewals = seen.grants.length;
    await page.getByRole('button', { name: /^Send \d/ }).click();
    await page.getByRole('region', { name: /^Your/ }).getByText('To correct').waitFor();
    expect([seen.grants.length > renewals, await isMarked(page)]).toEqual([true, true]);
  });
});

describe('a session that has ended', () => {
  it('is begun anew on the way, where nothing would be lost', async () => {
    const { seen, before } = watchTokens(1);
    const { page } = await open({ as: 'clerk', before });
    await revoke(page, seen.refresh);
    await mark(page);
    const left = page.waitForEvent('load');
    await page.getByRole('navigation').getByRole('link', { name: 'Findings', exact: true }).click();
    await left;
    await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
    expect([await isMarked(page), new URL(page.url()).pathname]).toEqual([false, '/findings']);
    expect(seen.grants.filter((grant) => grant === 'authorization_code')).toHaveLength(2);
  });

  it.each(Object.keys(viewports) as (keyof typeof viewports)[])(
    'asks first where a file is chosen, on a %s screen',
    async (viewport) => {
      const { seen, before } = watchTokens(1);
      const { page } = await open({ as: 'clerk', before, viewport });
      await chooseFile(page);
      await revoke(page, seen.refresh);
      await page.getByRole('button', { name: /^Send \d/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
      await dialog.waitFor();
      await screenshot(page, `session-ended-${viewport}`);
      expect([await seriousViolations(page), await overflows(page)]).toEqual([[], false]);
      await dialog.getByRole('button', { name: 'Not yet' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Nothing more can be loaded or sent').waitFor();
      await page.getByText(/Your session has ended\. Sign in again/).waitFor();
      await screenshot(page, `session-ended-put-off-${viewport}`);
      expect([await seriousViolations(page), await overflows(page)]).toEqual([[], false]);
      await page.getByRole('button', { name: 'Sign in again' }).click();
      await page.getByRole('heading', { name: 'Welcome, carla' }).waitFor();
      await page.getByText('Your session has ended').waitFor({ state: 'detached' });
    },
  );

  it('asks first where something was typed into a dialog', async () => {
    const { seen, before } = watchTokens(1);
    const answers = { readHistory: () => ({ history }) };
    const { page } = await open({ as: 'operator', path: 'reports/MO1990100/26-1000012', before, answers });
    await page.getByRole('button', { name: 'Expunge …' }).click();
    await page.getByLabel('Number of the order').fill('2026-CR-1');
    await page.getByLabel('Type 26-1000012 to confirm').fill('26-1000012');
    await revoke(page, seen.refresh);
    await page.getByRole('button', { name: 'Expunge for good' }).click();
    const asked = page.getByRole('dialog', { name: 'Your session has ended' });
    await asked.waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('dialog', { name: 'Expunge report' }).getByText('Sign in again, then').waitFor();
    expect(await page.getByLabel('Number of the order').inputValue()).toBe('2026-CR-1');
  });
});

describe('half an hour without anybody', () => {
  const withClock = (before?: (context: BrowserContext) => Promise<unknown>) => async (context: BrowserContext) => {
    await context.clock.install();
    await before?.(context);
  };
  const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' });

  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is announced, on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'clerk', before: withClock(), viewport });
    await chooseFile(page);
    await page.clock.fastForward('28:00');
    await warning(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stay signed in');
    expect(await page.getByRole('timer').innerText()).toMatch(/^(2:00|1:5\d)$/);
    await page.getByText('not sent yet will be lost').waitFor();
    await screenshot(page, `idle-warning-${viewport}`);
    expect([await seriousViolations(page), await overflows(page)]).toEqual([[], false]);
    await page.keyboard.press('Enter');
    await warning(page).waitFor({ state: 'detached' });
    await page.clock.fastForward('27:00');
    expect(await warning(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('signs out, says why, and leaves nothing to go on with', async () => {
    const { seen, before } = watchTokens();
    const { page } = await open({ as: 'clerk', path: 'submissions', before: withClock(before) });
    await page.clock.fastForward('30:00');
    await page.getByRole('heading', { name: 'You were signed out' }).waitFor();
    await page.getByText('Nobody had used the portal for half an hour').waitFor();
    await screenshot(page, 'signed-out-idle');
    expect(await seriousViolations(page)).toEqual([]);
    expect(await renew(page, seen.refresh)).toBe(400);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.goBack();
    await page.getByRole('button', { name: `Continue as ${people.clerk.name}` }).waitFor();
    await signIn(page, 'clerk');
  });

  it('begins anew with each key, also in another window', async () => {
    const { page } = await open({ as: 'clerk', before: withClock() });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'Welcome, carla' }).waitFor();
    for (let time = 0; time < 2; time += 1) {
      await page.clock.fastForward('20:00');
      await other.keyboard.press('Shift');
      await page.waitForTimeout(100);
    }
    expect(await warning(page).isVisible()).toBe(false);
    expect(await warning(other).isVisible()).toBe(false);
    await page.clock.fastForward('28:00');
    await warning(page).waitFor();
  });

  it('is not counted while a file is sent', async () => {
    const held = Promise.withResolvers<void>();
    const hold = (context: BrowserContext) =>
      context.route('**/api/submissions', async (route) => {
        if (route.request().method() === 'POST') await held.promise;
        await route.continue();
      });
    const { page } = await open({ as: 'clerk', before: withClock(hold) });
    await chooseFile(page);
    await page.getByRole('button', { name: /^Send \d/ }).click();
    await page.getByText('Uploading').first().waitFor();
    for (let time = 0; time < 3; time += 1) await page.clock.runFor('20:00');
    expect(await warning(page).isVisible()).toBe(false);
    held.resolve();
  });
});

it('ends in all windows at once when somebody signs out, and is revoked', async () => {
  const { seen, before } = watchTokens();
  const { page } = await open({ as: 'clerk', before });
  const first = seen.refresh;
  const other = await page.context().newPage();
  await other.goto(`${cloud().gateway.url}/findings`);
  await other.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
  const second = seen.refresh;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: `Continue as ${people.clerk.name}` }).waitFor();
  await other.getByText('You signed out in another window').waitFor();
  expect([first === second, await renew(page, first), await renew(page, second)]).toEqual([false, 400, 400]);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await signIn(other, 'operator');
  expect(new URL(other.url()).pathname).toBe('/');
});
