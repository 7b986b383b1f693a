import { describe, expect, it } from 'vitest';
import { problem } from './answers.ts';
import { overflows, screenshot, seriousViolations, usePortal, viewports } from './portal.ts';
import { accesses, expungement, history, stateElements } from './world/reports.ts';

const { open, cloud } = usePortal();

const report = 'reports/MO1990100/26-1000012';

describe('the history of a report', () => {
  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is whole on a %s screen', async (viewport) => {
    const answers = { readHistory: () => ({ history }) };
    const { page, complaints } = await open({ as: 'operator', path: report, viewport, answers });
    await page.getByText('At the FBI', { exact: true }).waitFor();
    const happened = await page.getByRole('heading', { level: 3 }).allInnerTexts();
    expect(happened[0]).toBe('The FBI has answered: no errors in it.');
    expect(happened.at(-1)).toBe('The incident was filed.');
    const change = page.getByRole('table', { name: 'Victim 001: changed' }).getByRole('row', { name: /Age of victim/ });
    expect(await change.getByRole('cell').allInnerTexts()).toEqual(['34', '43']);
    expect(await page.getByRole('link', { name: 'october.txt' }).getAttribute('href')).toMatch(/^submissions\/0+5$/);
    await screenshot(page, `report-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says what to check where nothing is on file', async () => {
    const { page } = await open({ as: 'clerk', path: report });
    await page.getByText('Nothing was filed under this number').waitFor();
    await screenshot(page, 'report-nothing');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('is found by agency and number', async () => {
    const answers = { readHistory: () => ({ history }) };
    const { page } = await open({ as: 'operator', path: 'reports', answers });
    await page.getByRole('button', { name: 'Find' }).click();
    expect(await page.getByLabel('Number of the report').getAttribute('aria-invalid')).toBe('true');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await screenshot(page, 'reports-mistaken');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('Agency').fill('mo1990100');
    await page.getByLabel('Number of the report').fill('26/1000012');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Report 26/1000012' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/reports/MO1990100/26%2F1000012');
  });
});

describe('expunging', () => {
  it('takes whoever types the number and names the order, and shows when it is carried out', async () => {
    const asked: unknown[] = [];
    const answers = {
      readHistory: () => ({ history: asked.length === 0 ? history : [...history, ...expungement] }),
      expungeReport: ({ params, body }: { params: object; body: unknown }) => {
        asked.push({ ...params, body });
        return { request: 'r-1' };
      },
    };
    const { page } = await open({ as: 'operator', path: report, answers });
    await page.getByRole('button', { name: 'Expunge …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Expunge report 26-1000012' });
    await dialog.getByLabel('Number of the order').fill('CR-26-118');
    await dialog.getByLabel('Type 26-1000012 to confirm').fill('26-1000021');
    await dialog.getByRole('button', { name: 'Expunge for good' }).click();
    await dialog.getByText('This is not 26-1000012.').waitFor();
    await screenshot(page, 'report-expunge');
    expect(await seriousViolations(page)).toEqual([]);
    expect(asked).toEqual([]);
    await dialog.getByLabel('Type 26-1000012 to confirm').fill('26-1000012');
    await dialog.getByRole('button', { name: 'Expunge for good' }).click();
    await page.getByText('The order is carried out.').waitFor();
    await page.getByText('What it said is gone for good').waitFor();
    expect(asked).toEqual([{ ori: 'MO1990100', number: '26-1000012', body: { order: 'CR-26-118' } }]);
    await screenshot(page, 'report-expunged');
  });

  it('is offered to the operators of the state alone', async () => {
    const { page } = await open({ as: 'auditor', path: report, answers: { readHistory: () => ({ history }) } });
    await page.getByText('At the FBI', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Expunge …' }).count()).toBe(0);
  });
});

describe('state elements', () => {
  it('are shown for a reason, said to be on record, and gone when the page is left', async () => {
    const reasons: unknown[] = [];
    const readElements = ({ body }: { body: unknown }) => {
      reasons.push(body);
      return stateElements;
    };
    const { page, complaints } = await open({ as: 'reader', path: report, answers: { readElements } });
    const show = page.getByRole('button', { name: 'Show the state elements' });
    await show.click();
    await page.getByText('without a reason nothing is shown').waitFor();
    await screenshot(page, 'state-elements-asked');
    expect(await seriousViolations(page)).toEqual([]);
    expect(reasons).toEqual([]);
    await page.getByLabel('Why do you read them?').fill('Case 26-118');
    await show.click();
    await page.getByText('This read is on record').waitFor();
    expect(reasons).toEqual([{ reason: 'Case 26-118' }]);
    expect(await page.getByRole('table').innerText()).toContain('not determined');
    await screenshot(page, 'state-elements-shown');
    expect(await seriousViolations(page)).toEqual([]);
    expect(page.url()).toBe(`${cloud().gateway.url}/${report}`);

    await page.getByRole('link', { name: 'Find another report' }).click();
    await page.getByRole('heading', { name: 'Find a report' }).waitFor();
    await page.goBack();
    await show.waitFor();
    expect(await page.getByText('not determined').count()).toBe(0);
    expect(await page.getByLabel('Why do you read them?').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  it('that may not be told are not there, and it says why', async () => {
    const readElements = () => {
      throw problem(404, 'Not here', 'There is nothing under this number, or it is not of your agencies.');
    };
    const { page } = await open({ as: 'reader', path: report, answers: { readElements } });
    await page.getByLabel('Why do you read them?').fill('Case 26-118');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('not of your agencies');
  });
});

describe('accesses', () => {
  const listAccesses = ({ query }: { query: Record<string, string> }) => ({
    accesses: query.number === '1' ? [] : accesses,
  });

  it.each(['desktop', 'phone'] as const)('are listed for auditors on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'auditor', path: 'accesses', viewport, answers: { listAccesses } });
    await page.getByText('2 accesses').waitFor();
    expect(await page.getByRole('row', { name: /rita/ }).innerText()).toContain('Audit 2026-4');
    await screenshot(page, `accesses-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('Number of the report').fill('1');
    await page.keyboard.press('Enter');
    await page.getByText('Nobody has read or counted').waitFor();
    expect(new URL(page.url()).search).toBe('?number=1');
    expect(complaints).toEqual([]);
  });
});
