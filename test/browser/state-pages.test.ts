import type { Page } from 'playwright-core';
import { describe, expect, it, test } from 'vitest';
import { monthName } from '../../portal/parts/words.ts';
import { type Answers, problem } from './answers.ts';
import type { Person } from './people.ts';
import { type OpenPortal, overflows, screenshot, seriousViolations, usePortal } from './portal.ts';
import { agencies, ago, last } from './world/agencies.ts';
import { month, monthAnswers, rows } from './world/months.ts';
import { operationAnswers } from './world/operations.ts';
import { nothingReported, qualityAnswers } from './world/quality.ts';
import { statisticsAnswers } from './world/statistics.ts';
import { held, refused, transmissionAnswers, transmissions } from './world/transmissions.ts';

const { open: openPortal, cloud } = usePortal();

/** The whole world, fresh for each window; to the clerk only their agency. */
function world(as: Person): Answers {
  const oris = as === 'clerk' ? [agencies[0].ori] : undefined;
  return {
    ...monthAnswers(oris),
    ...qualityAnswers(oris),
    ...transmissionAnswers(),
    ...operationAnswers(),
    ...statisticsAnswers(),
  };
}

interface Opening {
  as?: Person;
  answers?: Answers;
  viewport?: 'desktop' | 'phone' | 'narrow';
}

async function open(
  path: string,
  { as = 'operator', answers, viewport = 'desktop' }: Opening = {},
): Promise<OpenPortal> {
  const opened = await openPortal({ as, path, viewport, answers: { ...world(as), ...answers } });
  await settled(opened.page);
  return opened;
}

/** Until nothing is loading, and charts are drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.loading, .loading-bar, div.chart'));
}

/** That the page is whole, in this state of it. */
async function expectWhole({ page, complaints }: OpenPortal, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await overflows(page)).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

const cell = (page: Page, agency: string, period: string) =>
  page.getByRole('row', { name: agency }).locator(`[data-period="${period}"]`);
const unavailable = () => {
  throw problem(503, 'Not now', 'The repository is being renewed. Try again in a minute.');
};

describe('every page', () => {
  const paths: Record<string, string> = {
    months: 'months',
    agencies: 'agencies',
    agency: `agencies/${agencies[0].ori}`,
    'agency-not-registered': 'agencies/MO0990000',
    quality: 'quality',
    transmissions: 'transmissions',
    'transmission-held': `transmissions/${held.file}`,
    'transmission-answered': `transmissions/${transmissions[3]?.file}`,
    'transmission-refused': `transmissions/${refused.file}`,
    statistics: 'statistics',
    operations: 'operations',
  };

  it.each(Object.entries(paths))('is whole on a desk and in a hand: %s', async (name, path) => {
    for (const viewport of ['desktop', 'phone', 'narrow'] as const) {
      await expectWhole(await open(path, { viewport }), `${name}-${viewport}`);
    }
  });

  it.each<[string, string, Answers, RegExp]>([
    ['months', 'months', { listMonths: () => ({ periods: [], agencies: [] }) }, /There is no agency yet/],
    ['agencies', 'agencies', { listAgencies: () => ({ agencies: [] }) }, /No agency is registered/],
    ['quality', 'quality', { readQuality: () => nothingReported }, /No report was submitted/],
    ['transmissions', 'transmissions', { listTransmissions: () => ({ transmissions: [] }) }, /Nothing was built yet/],
    ['operations', 'operations', operationAnswers(0), /Nothing was given up/],
  ])('says what there is none of: %s', async (name, path, answers, words) => {
    const opened = await open(path, { answers });
    await opened.page.getByText(words).waitFor();
    await expectWhole(opened, `${name}-empty`);
  });

  it('says why it cannot be shown, and tries again', async () => {
    let fails = true;
    const { listMonths } = monthAnswers();
    const { page } = await open('months', {
      answers: { listMonths: (asked) => (fails ? unavailable() : listMonths!(asked)) },
    });
    await page.getByText('The repository is being renewed').waitFor();
    await screenshot(page, 'months-failed');
    expect(await seriousViolations(page)).toEqual([]);
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await cell(page, agencies[0].name, last).waitFor();
  });

  test.each(['months', 'quality', 'statistics'])('is readable with the colors of a person: %s', async (path) => {
    const opened = await open(path);
    await opened.page.emulateMedia({ forcedColors: 'active' });
    await settled(opened.page);
    await expectWhole(opened, `${path}-forced-colors`);
  });
});

describe('the cloud itself', () => {
  it('is told of agencies, and shows what it knows of them', async () => {
    const opened = await openPortal({ as: 'operator', path: 'agencies' });
    const { page } = opened;
    await page.getByText('No agency is registered').waitFor();
    const csv = 'ori,name,kind,nibrs_since\nMO1990100,Ozark Springs Police Department,local,2024-01\n';
    const list = page.getByLabel('List of agencies (CSV)');
    await list.setInputFiles({ name: 'agencies.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Take up the list' }).click();
    await page.getByText('1 agency new, 0 changed, 0 as before.').waitFor();
    await page.getByRole('link', { name: agencies[0].name }).click();
    await page.getByText('Nothing was submitted in these two years').waitFor();

    const says: Record<string, RegExp> = {
      months: /0 of 1 agency have reported/,
      quality: /No report was submitted in these months/,
      transmissions: /The FBI has everything of/,
      statistics: /No report was submitted in these months/,
      operations: /Nothing was given up/,
    };
    for (const [path, words] of Object.entries(says)) {
      await page.goto(`${cloud().gateway.url}/${path}`);
      await page.getByText(words).waitFor();
    }
    expect(opened.complaints).toEqual([]);
  });
});

describe('months', () => {
  it('tell what a month is, and lead on from it', async () => {
    const opened = await open('months');
    const { page } = opened;
    expect(await cell(page, agencies[1].name, last).innerText()).toMatch(/Missing\s+12 d late/);
    await cell(page, agencies[0].name, last).press('Enter');
    const dialog = page.getByRole('dialog', { name: `${agencies[0].name}, ${monthName(last)}` });
    await expectWhole(opened, 'month-dialog');
    expect(await dialog.innerText()).toContain('3 reports are not on file until corrected');
    const findings = dialog.getByRole('link', { name: 'Findings of this month' });
    expect(await findings.getAttribute('href')).toBe(`findings?agency=${agencies[0].ori}&period=${last}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.period)).toBe(last);
  });

  it('can be filtered, linked to, and gone back from', async () => {
    const { page } = await open('months');
    const names = () => page.locator('.matrix tbody th a').allInnerTexts();
    expect(await names()).toHaveLength(4);
    await page.getByLabel('Show').selectOption('With reports to correct');
    await page.waitForURL('**/months?show=open');
    expect(await names()).toEqual([agencies[0].name, agencies[1].name]);
    await page.getByLabel('Name or ORI').fill('elm');
    await page.waitForURL('**/months?show=open&find=elm');
    expect(await names()).toEqual([agencies[1].name]);
    await page.goBack();
    expect(await names()).toHaveLength(4);
    await page.getByLabel('Name or ORI').fill('nobody');
    await page.getByRole('button', { name: 'Show all agencies' }).click();
    expect(await names()).toHaveLength(4);
  });

  it('say whom to remind, and let their addresses be taken along', async () => {
    const opened = await open('months');
    const { page } = opened;
    await page.getByText('Whom to remind: 2 agencies').click();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy their addresses' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'office@elm-creek.example; records@ozark-springs.example',
    );
    await expectWhole(opened, 'months-reminders');
    await page.getByRole('button', { name: `← ${monthName(ago(1))}` }).click();
    await page.waitForURL(`**/months?month=${ago(1)}`);
    await page.getByText('Nobody is missing').waitFor();
  });

  it('are those of one’s own agency to whoever works for it', async () => {
    const opened = await open('months', { as: 'clerk' });
    expect(await opened.page.locator('.matrix tbody th a').allInnerTexts()).toEqual([agencies[0].name]);
    expect(await opened.page.getByText('Whom to remind').count()).toBe(0);
    await expectWhole(opened, 'months-clerk');
  });

  it('are shown of one agency at a time where there is little room', async () => {
    const { page } = await open('months', { viewport: 'phone' });
    await page.getByLabel('Agency', { exact: true }).selectOption(agencies[1].name);
    await page.getByRole('button', { name: `${monthName(last)} Missing` }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Files of this month' }).waitFor();
    expect(page.url()).toContain(`agency=${agencies[1].ori}`);
  });

  it('are there for 700 agencies', async () => {
    const many = Array.from({ length: 700 }, (_, at) => ({
      ori: `MO${String(at).padStart(7, '0')}`,
      name: `Agency ${at}`,
      registered: true,
      months: rows[0]!.months.map(({ period }) => month(period)),
    }));
    const { listMonths } = monthAnswers();
    const { page } = await open('months', {
      answers: { listMonths: (asked) => ({ ...listMonths!(asked), agencies: many }) },
    });
    expect(await page.locator('.matrix__cell').count()).toBe(8_400);
    await page.getByLabel('Name or ORI').fill('agency 699');
    await page.getByText('1 of 700 agencies').waitFor();
    await cell(page, 'Agency 699', last).click();
    await page.getByRole('dialog', { name: `Agency 699, ${monthName(last)}` }).waitFor();
  });
});

describe('agencies', () => {
  it('are found, and lead to what is to do', async () => {
    const { page } = await open('agencies');
    await page.getByLabel('Name, ORI or county').fill('springs');
    await page.getByRole('link', { name: agencies[0].name }).click();
    await page.getByRole('heading', { name: 'What to do next' }).waitFor();
    const link = page.getByRole('link', { name: `3 of ${monthName(last)}` });
    expect(await link.getAttribute('href')).toBe(
      `findings?agency=${agencies[0].ori}&period=${last}&severity=error&status=open`,
    );
    await page.getByText('Error rates as a table').click();
    await page
      .getByRole('table', { name: /Error rate of Ozark Springs/ })
      .getByText('7.5%')
      .waitFor();
  });

  it('are taken up from a list, which is told apart from one that is wrong', async () => {
    const taken: unknown[] = [];
    const opened = await open('agencies', {
      answers: {
        registerAgencies({ body }) {
          taken.push(body);
          if (taken.length === 1) throw problem(400, 'The list is wrong', 'Line 2: the ORI has eight characters.');
          return { registered: ['MO0990000'], changed: [], unchanged: 3 };
        },
      },
    });
    const { page } = opened;
    const file = { name: 'agencies.csv', mimeType: 'text/csv', buffer: Buffer.from('ori,kind\nMO0990000,local\n') };
    await page.getByLabel('List of agencies (CSV)').setInputFiles(file);
    await page.getByRole('button', { name: 'Take up the list' }).click();
    await page.getByText('Line 2: the ORI has eight characters.').waitFor();
    await page.getByRole('button', { name: 'Take up the list' }).click();
    await page.getByText('1 agency new, 0 changed, 3 as before.').waitFor();
    expect(taken[1]).toEqual({ csv: 'ori,kind\nMO0990000,local\n' });
    await screenshot(page, 'agencies-registered');
  });

  it('are not taken up by an agency’s people, who see their own', async () => {
    const { page } = await open('agencies', { as: 'clerk' });
    expect(await page.getByText('1 of 1 agency').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Take up the list' }).count()).toBe(0);
  });
});

describe('quality', () => {
  it('is sorted, filtered and taken along as it is seen', async () => {
    const { page } = await open('quality');
    const names = () => page.getByRole('table', { name: 'Error rates by agency' }).locator('tbody a').allInnerTexts();
    expect(await names()).toEqual([agencies[1].name, agencies[2].name, agencies[0].name]);
    await page.getByRole('button', { name: 'Submitted' }).click();
    await page.waitForURL('**/quality?sort=submitted');
    expect(await names()).toEqual([agencies[0].name, agencies[2].name, agencies[1].name]);
    await page.getByLabel('Found').selectOption('Warnings');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download common errors (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`common-errors-${ago(11)}-${last}.csv`);
    const text = await download.createReadStream().then((stream) => stream.toArray());
    expect(Buffer.concat(text).toString()).toBe(
      'code,severity,count,agencies,message\r\n1419,warning,12,1,The value of the property is unusually high for what it is.\r\n',
    );
  });
});

describe('transmissions', () => {
  it('are built and sealed by an operator', async () => {
    const opened = await open('transmissions');
    const { page } = opened;
    await page.getByRole('button', { name: 'Build and seal' }).click();
    const dialog = page.getByRole('dialog');
    await expectWhole(opened, 'transmission-confirm');
    await dialog.getByRole('button', { name: 'Build and seal' }).click();
    await page.getByText('It is being built').waitFor();
    await page.getByText('says 151 reports in 874 records').waitFor();
    await expectWhole(opened, 'transmission-sealed');
  });

  it('are held and released, with a reason that is shown', async () => {
    const { page } = await open(`transmissions/${held.file}`);
    await page.getByRole('button', { name: 'Release it' }).click();
    await page.getByLabel('Reason').fill('The day is over');
    await screenshot(page, 'transmission-release');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Release it' }).click();
    await page.getByText('It is released.', { exact: true }).waitFor();
    await page.getByText(': The day is over').waitFor();
    await page.getByRole('button', { name: 'Hold it' }).waitFor();
    await page.getByRole('button', { name: 'Forward it now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forward it now' }).click();
    await page.getByText('The FBI has it and has not answered yet').waitFor();
  });

  it('are only looked at by an auditor', async () => {
    const { page } = await open(`transmissions/${held.file}`, { as: 'auditor' });
    await page.getByRole('button', { name: 'Download the file' }).waitFor();
    expect(await page.getByRole('button', { name: 'Release it' }).count()).toBe(0);
    await page.goto(`${cloud().gateway.url}/transmissions`);
    await page.getByText('146 reports of 3 agencies').waitFor();
    expect(await page.getByRole('button', { name: 'Build and seal' }).count()).toBe(0);
  });

  it('tell what there was on a day', async () => {
    const { page } = await open('transmissions');
    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByText(`${monthName(last)} as it stood at the end of`).waitFor();
    await page.getByText('Left out, as orders have taken them away since: 1 report.').waitFor();
  });
});

describe('statistics', () => {
  it('are counted for a reason, and say what is suppressed', async () => {
    const asked: unknown[] = [];
    const opened = await open('statistics', {
      as: 'reader',
      answers: {
        requestStatistics({ body }) {
          asked.push(body);
          return { request: 'count-1' };
        },
      },
    });
    const { page } = opened;
    await page.getByLabel('Months that are not sealed').selectOption('Count as a draft');
    await page.getByLabel('Reason').fill('Report to the legislature');
    await page.getByRole('button', { name: 'Count', exact: true }).click();
    await page.getByText('It is being counted').waitFor();
    await page.getByText('Draft, not for publication').waitFor();
    expect(asked).toEqual([
      { element: 'MO-3', from: last, to: last, draft: true, reason: 'Report to the legislature' },
    ]);
    const row = page.getByRole('row', { name: 'Assault Offenses' });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['58', 'Suppressed', 'Suppressed', '11', '7', '81']);
    await expectWhole(opened, 'statistics-counted');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download arrests (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('draft-arrests-MO-3.csv');
  });

  it('say why nothing was counted', async () => {
    const why = 'The file of the month is not sealed yet.';
    const { page } = await open('statistics?count=count-1', {
      as: 'reader',
      answers: statisticsAnswers({ state: 'refused', why }),
    });
    await page.getByText(why).waitFor();
    await screenshot(page, 'statistics-refused');
  });
});

describe('operations', () => {
  it('send back what was given up, and say what is left', async () => {
    const opened = await open('operations');
    const { page } = opened;
    await page.getByText('2 messages were given up').waitFor();
    await page.getByText('its time or its memory was at an end').waitFor();
    await page.getByRole('button', { name: 'Send back to reports' }).click();
    await expectWhole(opened, 'operations-confirm');
    await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
    await page.getByText('All messages of reports were sent back').waitFor();
    await page.getByText('Nothing was given up').waitFor();
  });

  it('are only looked at by an auditor', async () => {
    const { page } = await open('operations', { as: 'auditor' });
    await page.getByText('2 messages were given up').waitFor();
    expect(await page.getByRole('button', { name: /Send back/ }).count()).toBe(0);
  });
});
