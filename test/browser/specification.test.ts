import { describe, expect, it } from 'vitest';
import { overflows, screenshot, seriousViolations, usePortal } from './portal.ts';

const { open, cloud } = usePortal();

describe('the specification', () => {
  it.each(['desktop', 'phone'] as const)('of the state is whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'clerk', path: 'specification', viewport });
    await page.getByText('All 4 elements').waitFor();
    await screenshot(page, `specification-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('searchbox').fill('status determined');
    await page.getByText('2 of 4 elements').waitFor();
    expect(new URL(page.url()).search).toBe('?find=status+determined');
    await page.reload();
    await page.getByText('2 of 4 elements').waitFor();
    expect(complaints).toEqual([]);
  });

  it('has files that are there', async () => {
    const { page } = await open({ as: 'clerk', path: 'specification' });
    const links = page.getByRole('region', { name: 'Files for those who build on this' }).getByRole('link');
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.length).toBeGreaterThan(5);
    for (const href of hrefs) expect([href, (await fetch(href)).status]).toEqual([href, 200]);
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'index.html' }).click(),
    ]);
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toContain('Missouri state elements');
  });

  it.each(['desktop', 'phone'] as const)('of the FBI’s edits is whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'clerk', path: 'specification?view=edits', viewport });
    await page.getByText(/^All 3\d\d edits$/).waitFor();
    await screenshot(page, `edits-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('searchbox').fill('404');
    await page.getByRole('heading', { name: /^404/ }).waitFor();
    await screenshot(page, `edits-found-${viewport}`);
    await page.getByRole('searchbox').fill('no such words');
    await page.getByText('No edit is like that').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the reference of the API', () => {
  it.each(['desktop', 'phone'] as const)('is whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'clerk', path: 'reference', viewport });
    await page.getByRole('heading', { name: 'How to begin' }).waitFor();
    await screenshot(page, `reference-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('leads to each operation, whose address can be passed on', async () => {
    const { page } = await open({ as: 'clerk', path: 'reference' });
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.getByRole('link', { name: 'What became of a submission so far' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'readSubmission');
    expect(page.url()).toBe(`${cloud().gateway.url}/reference#readSubmission`);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByRole('link', { name: 'SubmissionId' }).first().click();
    await page.waitForFunction(() => document.activeElement?.id === 'type-SubmissionId');
  });

  it('prints without what is on the screen alone', async () => {
    const { page } = await open({ as: 'clerk', path: 'reference' });
    await page.getByRole('heading', { name: 'How to begin' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'How to begin' }).isVisible()).toBe(true);
  });
});
