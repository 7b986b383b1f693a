import { describe, expect, it } from 'vitest';
import { problem } from './answers.ts';
import { overflows, screenshot, seriousViolations, usePortal, viewports } from './portal.ts';
import { findingsOf, idOf, submissions, submissionWith } from './world/submissions.ts';

const { open } = usePortal();

const all = Object.values(submissions);
const months = (open: number) => ({
  periods: [{ period: '2026-10', due: '2026-11-15' }],
  agencies: [
    {
      ori: 'MO1990100',
      name: 'Ozark Springs Police Department',
      registered: true,
      months: [
        {
          period: '2026-10',
          status: 'partial' as const,
          expected: true,
          daysLate: 0,
          onFile: { incidents: 50, arrests: 9, zeroReports: 0 },
          open,
          unsent: true,
          submitted: 62,
          rejected: 3,
          errors: 4,
          warnings: 2,
          errorRate: 0.048,
          lastUpload: null,
          transmissions: [],
        },
      ],
    },
  ],
});

const answers = {
  readSubmission: ({ params }: { params: Record<string, string> }) => {
    const found = all.find(({ submission }) => submission === params.submission);
    if (!found) throw problem(404, 'Not here', 'There is no such submission, or it is not of your agencies.');
    return found;
  },
  listFindings: ({ query }: { query: Record<string, string> }) => findingsOf(query.submission ?? ''),
  listMonths: () => months(3),
};

describe('the list of submissions', () => {
  const list = {
    listSubmissions: ({ query }: { query: Record<string, string> }) => ({
      items: query.cursor
        ? [submissionWith({ submission: idOf('9'), fileName: 'july.txt' })]
        : all.filter(({ status }) => query.status === undefined || status === query.status),
      next: query.cursor || query.status ? null : 'more',
    }),
  };

  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is whole on a %s screen', async (viewport) => {
    const { page, complaints } = await open({ as: 'admin', path: 'submissions', viewport, answers: list });
    await page.getByRole('link', { name: 'october.txt' }).waitFor();
    await screenshot(page, `submissions-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is filtered in the address, and goes on where it ends', async () => {
    const { page } = await open({ as: 'admin', path: 'submissions', answers: list });
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('link', { name: 'july.txt' }).waitFor();
    await page.getByLabel('Status').selectOption('Refused');
    await page.getByRole('link', { name: 'october.txt', exact: true }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?status=refused');
    expect(await page.getByRole('row').count()).toBe(2);
    await page.goBack();
    await page.getByRole('link', { name: 'october.txt', exact: true }).waitFor();
  });

  it('says what to do where there is nothing', async () => {
    const nothing = { listSubmissions: () => ({ items: [], next: null }) };
    const { page } = await open({ as: 'clerk', path: 'submissions?period=2026-01', answers: nothing });
    await page.getByText('No file passes these filters').waitFor();
    await screenshot(page, 'submissions-filtered-away');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('Nothing was sent yet').waitFor();
    await screenshot(page, 'submissions-empty');
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('a submission', () => {
  const pathOf = (name: string) => `submissions/${submissions[name]!.submission}`;

  it.each([
    ['processing', '412 of 940 reports are checked so far.'],
    ['rejected', 'See what is wrong'],
    ['refused', 'It was record 119 of the file.'],
    ['warned', 'Look at 1 warning'],
    ['supplement', 'See which rows and values are wrong'],
    ['onFile', 'There is nothing you have to do'],
  ])('that is %s says what to do next', async (name, words) => {
    const { page, complaints } = await open({ as: 'clerk', path: pathOf(name), answers });
    await page.getByText(words).waitFor();
    await screenshot(page, `submission-${name}`);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(Object.keys(viewports) as (keyof typeof viewports)[])('is whole on a %s screen', async (viewport) => {
    const { page } = await open({ as: 'clerk', path: pathOf('rejected'), viewport, answers });
    await page.getByRole('link', { name: '605' }).waitFor();
    await screenshot(page, `submission-${viewport}`);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('tells by itself how far it is', async () => {
    let asked = 0;
    const { page } = await open({
      as: 'clerk',
      path: pathOf('rejected'),
      answers: {
        ...answers,
        readSubmission: () => {
          asked += 1;
          return asked < 3 ? { ...submissions.processing!, submission: idOf('5') } : submissions.rejected!;
        },
      },
    });
    await page.getByRole('status').getByText('412 of 940').waitFor();
    await page.getByRole('status').getByText('3 of 62 reports are not on file').waitFor();
    expect(asked).toBe(3);
  });

  it('whose reports were put right since says so', async () => {
    const { page } = await open({
      as: 'clerk',
      path: pathOf('rejected'),
      answers: { ...answers, listMonths: () => months(0) },
    });
    await page.getByRole('heading', { name: 'All of it was put right since' }).waitFor();
    await screenshot(page, 'submission-put-right');
  });

  it('whose findings are deleted says so', async () => {
    const { page } = await open({ as: 'clerk', path: pathOf('warned'), answers });
    await page.getByText('What was found is not kept any more').waitFor();
  });

  it('that is not there says so', async () => {
    const { page } = await open({ as: 'clerk', path: `submissions/${idOf('77')}`, answers });
    await page.getByText('There is no such submission').waitFor();
    await screenshot(page, 'submission-not-here');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
