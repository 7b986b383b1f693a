import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiWorld,
  adair,
  boone,
  callers,
  createApiWorld,
  hostileFile,
  hostileName,
  hostileNumber,
  of,
  ownFile,
  period,
  sharedFile,
} from '../../../test/api-world.ts';
import { expungeNumber } from '../../expunge/expunge.ts';
import { readCsv } from '../../read-csv.ts';
import { InvalidRequestError } from '../problem.ts';
import type { FileReply } from '../route.ts';

interface Found {
  id: string;
  submission: string;
  fileName: string;
  source: string;
  code: string;
  severity: string;
  ori: string;
  report: string;
  record?: number;
  settlement: { as: string; by: string } | null;
}
interface Page {
  items: Found[];
  next: string | null;
  totals: { errors: number; warnings: number; reports: number; byCode: object[]; byAgency: object[] };
}
type Query = Record<string, string>;

let world: ApiWorld;
let own: string;
let both: string;

beforeAll(async () => {
  world = await createApiWorld();
  own = await world.send({ agency: adair, fileName: 'own.txt', by: 'pat.adair' }, ownFile(adair));
  await world.send({ agency: boone, fileName: 'theirs.txt', by: 'lee.boone' }, ownFile(boone));
  both = await world.load('both.txt', sharedFile());
  await world.sendToFbi();
});

const find = async (query: Query, caller: keyof typeof callers = 'operator') =>
  (await world.ask('listFindings', callers[caller], { query })) as Page;
const download = async (query: Query) =>
  (await world.ask('downloadFindings', callers.operator, { query })) as FileReply;

describe('the findings of a month', () => {
  it('add up to what the submissions have counted, and what the FBI found', async () => {
    const { items, totals } = await find({ period, limit: '500' });
    const ours = items.filter(({ source }) => source === 'repository');
    const arrests = new Set(ours.filter(({ code }) => code === 'MO05').map(({ report }) => report));
    expect(ours.filter(({ code }) => code === '152')).toHaveLength(2);
    expect(arrests.size).toBeGreaterThan(0);
    const federal = items.filter(({ source }) => source === 'fbi');
    expect(federal).toHaveLength(16);
    expect(totals).toMatchObject({
      errors: 2,
      warnings: items.length - 2,
      byAgency: [
        { name: adair, errors: 1 },
        { name: boone, errors: 1 },
      ],
    });
    expect(totals.byCode).toContainEqual({ name: '085', errors: 0, warnings: 16 });
  });

  it('say which submission they belong to, and whose record they mean', async () => {
    const { items } = await find({ period, code: '085', agency: adair });
    expect(items).toHaveLength(8);
    expect(items.filter(({ submission }) => submission === both)).toHaveLength(2);
    // The FBI counts the records of its own file.
    for (const { record } of items) expect(record).toBeUndefined();
    const [hour] = (await find({ submission: own, code: '152' })).items;
    expect(hour).toMatchObject({ fileName: 'own.txt', uploadedBy: 'pat.adair', record: 1, period, settlement: null });
  });

  it.each<[Query, (found: Found) => boolean]>([
    [{ agency: adair }, ({ ori }) => ori === adair],
    [{ severity: 'error' }, ({ severity }) => severity === 'error'],
    [{ severity: 'warning' }, ({ severity }) => severity === 'warning'],
    [{ code: 'MO05' }, ({ code }) => code === 'MO05'],
    [{ report: '26-0900' }, ({ report }) => report.startsWith('26-0900')],
    [{ source: 'fbi' }, ({ source }) => source === 'fbi'],
    [{ source: 'repository', severity: 'error' }, (found) => found.source !== 'fbi' && found.severity === 'error'],
    [{ uploadedBy: 'pat.adair' }, ({ fileName }) => fileName === 'own.txt'],
    [{ status: 'open' }, () => true],
    [{ status: 'dismissed' }, () => false],
  ])('filtered by %o are these', async (query, passes) => {
    const all = (await find({ period, limit: '500' })).items;
    const filtered = await find({ period, limit: '500', ...query });
    expect(filtered.items.map(({ id }) => id)).toEqual(all.filter(passes).map(({ id }) => id));
    expect(filtered.totals.errors + filtered.totals.warnings).toBe(filtered.items.length);
  });

  it.each(['newest', 'report', 'code', 'severity', 'agency'])(
    'sorted by %s are the same in pages of any size',
    async (sort) => {
      const all = await find({ period, sort, limit: '500' });
      for (const limit of ['1', '4', `${all.items.length}`]) {
        const paged: Found[] = [];
        let cursor: string | undefined;
        do {
          const page = await find({ period, sort, limit, ...(cursor && { cursor }) });
          expect(page.totals).toEqual(all.totals);
          paged.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(paged).toEqual(all.items);
      }
    },
  );

  it('are sorted as is asked', async () => {
    const sorted = async (sort: string) => (await find({ period, sort, limit: '500' })).items;
    const errorsFirst = (await sorted('severity')).map(({ severity }) => severity);
    expect(errorsFirst.slice(0, 3)).toEqual(['error', 'error', 'warning']);
    const codes = (await sorted('code')).map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    const reports = (await sorted('report')).map(({ report }) => report);
    expect(reports).toEqual(reports.toSorted());
    expect((await sorted('newest'))[0]?.fileName).toBe('both.txt');
  });

  it('are refused a cursor of another order, and a question about nothing', async () => {
    const { next } = await find({ period, sort: 'code', limit: '1' });
    await expect(find({ period, sort: 'report', cursor: next ?? '' })).rejects.toThrow(InvalidRequestError);
    await expect(find({ agency: adair })).rejects.toThrow('Give a submission, or a month as period.');
  });
});

it('who uploads reports of another agency is told so, and that agency is not', async () => {
  const submission = await world.send({ agency: adair, fileName: 'foreign.txt', by: 'pat.adair' }, ownFile(boone, 4));
  const told = await find({ submission }, 'clerk');
  expect(told.totals.byCode).toEqual([{ name: 'NL03', errors: of(boone).length - 4, warnings: 0 }]);
  expect((await find({ period, code: 'NL03' }, 'neighbour')).items).toEqual([]);
});

describe('findings in a file', () => {
  it('are the same in a spreadsheet as in the list, and in a page', async () => {
    const { items } = await find({ period, limit: '500', sort: 'report' });
    const csv = await download({ period, format: 'csv' });
    const [header, ...rows] = readCsv(csv.text, csv.fileName).map((row) => row.map(({ text }) => text));
    const column = (name: string) => rows.map((row) => row[header?.indexOf(name) ?? -1]);
    expect(column('code')).toEqual(items.map(({ code }) => code));
    expect(column('submission')).toEqual(items.map(({ submission }) => submission));
    expect(csv).toMatchObject({ mediaType: 'text/csv', fileName: `findings-${period}.csv` });

    const page = await download({ period, format: 'html', severity: 'error' });
    expect(page.text.match(/<li class="finding"/g)).toHaveLength(2);
    expect(page.text).toContain('only severity error');
    expect(page).toMatchObject({ mediaType: 'text/html', fileName: `findings-${period}.html` });
  });

  it('obey nobody who has put a formula or a script into a name or a number', async () => {
    const { ask, send } = await createApiWorld();
    const id = await send({ agency: adair, fileName: hostileName, by: 'pat' }, hostileFile(adair));
    const get = async (format: string) => {
      const query = { submission: id, format };
      return (await ask('downloadFindings', callers.clerk, { query })) as FileReply;
    };
    const csv = await get('csv');
    expect(csv.text).toContain(hostileNumber.replaceAll('"', '""'));
    const cells = readCsv(csv.text, 'a.csv').flat();
    expect(cells.filter(({ text }) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    expect(cells.map(({ text }) => text)).toContain(`'${hostileName}`);

    const { text } = await get('html');
    expect(text).toContain('=HYPERLINK(&quot;x&quot;)&lt;script&gt;alert(1)&lt;script&gt;.txt');
    expect(text).toContain('=&lt;b&gt;&quot;x&quot;,1+1');
    expect(text).not.toMatch(/<script>alert|<b>"x"/);
  });
});

it('more findings than fit are refused as a spreadsheet, counted and cut off as a page, and gone after a year', async () => {
  const { ask, send, pipeline } = await createApiWorld();
  const submission = await send({ agency: adair, fileName: 'own.txt', by: 'pat' }, ownFile(adair));
  const get = async (format: string) =>
    (await ask('downloadFindings', callers.clerk, { query: { submission, format } })) as FileReply;
  const key = `work/findings/${submission}/0.jsonl`;
  const [line] = pipeline.objects.contents.get(key)?.split('\n') ?? [];
  pipeline.objects.contents.set(key, `${line}\n`.repeat(10_001));
  await expect(get('csv')).rejects.toThrow(/There are 10,0\d\d findings, and a file takes 10,000/);
  const { text } = await get('html');
  expect(text).toMatch(/The first 5,000 of 10,0\d\d findings are listed here/);
  expect(text.match(/<li class="finding"/g)).toHaveLength(5_000);

  for (const name of pipeline.objects.contents.keys()) {
    if (name.startsWith('work/findings/')) pipeline.objects.contents.delete(name);
  }
  expect((await get('html')).text).toContain('There is nothing to correct.');
});

it('a finding keeps its id when an order takes another report out, and what was found on that is gone', async () => {
  const { ask, send, pipeline } = await createApiWorld();
  const submission = await send({ agency: adair, fileName: 'own.txt', by: 'pat' }, ownFile(adair));
  const found = async () => {
    const { items } = (await ask('listFindings', callers.clerk, { query: { submission, limit: '500' } })) as Page;
    return items.map(({ id, report }) => [id, report] as const);
  };
  const before = await found();
  const [, number = ''] = before.find(([id]) => id === '0-2') ?? [];
  const order = { ori: adair, number, order: 'CIR-1', by: 'sam', request: 'one' };
  const clock = () => new Date('2026-10-07T08:00:00.000Z');
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const buckets = { inboxBucket: 'inbox', workBucket: 'work' };
  await expungeNumber({ ...pipeline, ...buckets, months: pipeline.notices, clock, log }, order);
  const after = await found();
  expect(after.length).toBeLessThan(before.length);
  expect(after).toEqual(before.filter(([, report]) => report !== number));
});
