import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { people } from './people.ts';
import { usePortal } from './portal.ts';

const { window, cloud } = usePortal();

it('lives below a prefix, as it does at the address that API Gateway gives it', async () => {
  const { page, complaints } = await window({ before: asBelowAPrefix });
  const base = `${cloud().gateway.url}/prod/`;
  await page.goto(`${base}submissions?status=refused`);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  expect(page.url()).toBe(`${base}submissions?status=refused`);
  expect(await page.locator('nav [aria-current=page]').innerText()).toBe('Submissions');
  await page.getByRole('link', { name: 'Months', exact: true }).first().click();
  await page.waitForURL(`${base}months`);
  await page.getByRole('link', { name: 'Missouri NIBRS repository' }).click();
  await page.waitForURL(base);
  expect(complaints).toEqual([]);
});

/** Stands in for a gateway that has the stage in its address, and for an issuer that knows the portal by that address. */
async function asBelowAPrefix(context: BrowserContext): Promise<void> {
  const { url: gateway } = cloud().gateway;
  const { url: issuer } = cloud().identity;
  await context.route(`${gateway}/prod/**`, async (route, request) => {
    const response = await route.fetch({ url: request.url().replace(`${gateway}/prod/`, `${gateway}/`) });
    const isPage = response.headers()['content-type']?.startsWith('text/html');
    if (!isPage) return route.fulfill({ response });
    const body = (await response.text()).replace('<base href="/"', '<base href="/prod/"');
    await route.fulfill({ response, body });
  });
  await context.route(`${issuer}/oauth2/authorize?**`, (route, request) => {
    const { searchParams } = new URL(request.url());
    const back = `${searchParams.get('redirect_uri')}?code=code&state=${searchParams.get('state')}`;
    return route.fulfill({
      contentType: 'text/html',
      body: `<script>location.replace(${JSON.stringify(back)})</script>`,
    });
  });
  await context.route(`${issuer}/oauth2/token`, async (route) => {
    const access_token = await cloud().identity.token(people.clerk);
    const headers = { 'access-control-allow-origin': gateway };
    await route.fulfill({ headers, json: { access_token, token_type: 'Bearer', expires_in: 3600 } });
  });
}
