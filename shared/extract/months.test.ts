import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoEngine, dynoxideBinary, startDynoxide } from '../../local/engines/dynoxide.ts';
import { type FederalEntry, sweepUnsent } from './federal-copy.ts';
import { createDynamoFederalCopy } from './federal-copy-dynamodb.ts';
import { createMemoryFederalCopy } from './federal-copy-memory.ts';
import type { MonthEntry } from './messages.ts';
import { summaryOf } from './month.ts';
import { createDynamoMonths } from './months-dynamodb.ts';
import { createMemoryMonths } from './months-memory.ts';
import { type Projections, projectNotice } from './project.ts';
import { monthsTableDefinition } from './projection-table-dynamodb.ts';

const period = '2026-09';

function entry(number: number, version = 1, status: MonthEntry['status'] = 'present'): MonthEntry {
  const stream = `report#MO0010100#26-${String(number).padStart(6, '0')}`;
  return { stream, part: '', version, status };
}

function notice(ori: string, ...changed: MonthEntry[]) {
  return { ori, period, submission: 's', changed };
}

function contract(create: () => Projections): void {
  it('keeps the newest of each report, whatever the order of notices', async () => {
    const projections = create();
    const { months } = projections;
    await projectNotice(projections, notice('MO0010100', entry(2, 3, 'deleted'), entry(1)));
    await projectNotice(projections, notice('MO0010100', entry(2, 2), entry(3)));

    const entries = [entry(1), entry(2, 3, 'deleted'), entry(3)];
    expect(await months.entries('MO0010100', period)).toEqual(entries);
    expect(await months.summaries(period)).toEqual([summaryOf('MO0010100', period, entries)]);
    expect(summaryOf('MO0010100', period, entries)).toMatchObject({ incidents: 2, deleted: 1 });
  });

  it('gives back a month larger than a page and a batch', async () => {
    const { months } = create();
    const entries = Array.from({ length: 8_000 }, (_, index) => entry(index));
    const summary = summaryOf('MO0020200', period, entries);

    await months.save(summary, entries);

    expect(await months.entries('MO0020200', period)).toEqual(entries);
    await months.remove('MO0020200', period, entries.slice(1));
    expect(await months.entries('MO0020200', period)).toEqual([entry(0)]);
  });

  it('lists the agencies of a period by their ORIs', async () => {
    const projections = create();
    const { months } = projections;
    for (const ori of ['MO0050500', 'MO0030300', 'MO0040400']) await projectNotice(projections, notice(ori, entry(1)));
    await projectNotice(projections, { ...notice('MO0060600', entry(1)), period: '2026-10' });

    const oris = (await months.summaries(period)).map(({ ori }) => ori);
    expect(oris.filter((ori) => ori > 'MO0030000')).toEqual(['MO0030300', 'MO0040400', 'MO0050500']);
  });

  it('lists what the FBI does not have until it has it, month by month', async () => {
    const projections = create();
    const { federal } = projections;
    const ori = 'MO0070700';
    const months = async () => (await federal.unsentMonths('2026-10')).filter((month) => month.ori === ori);
    const unsent = async (last: string) =>
      (await federal.unsent(ori, last)).map(({ stream, version }) => `${stream.slice(-6)} ${version}`).sort();
    await projectNotice(projections, notice(ori, entry(1), entry(2), entry(3)));
    await projectNotice(projections, notice(ori, entry(2, 2)));
    await projectNotice(projections, { ...notice(ori, entry(1, 2)), period: '2026-10' });
    expect(await unsent('2026-08')).toEqual([]);
    expect(await unsent('2026-09')).toEqual(['000001 1', '000002 1', '000002 2', '000003 1']);
    expect((await months()).map(({ period: each }) => each)).toEqual(['2026-09', '2026-10']);

    const sent: FederalEntry[] = [entry(1), entry(2, 2), entry(3)].map((each) => ({ ...each, transmission: 't' }));
    await federal.hold(ori, sent);
    await sweepUnsent(federal, ori, '2026-09');
    expect([...(await federal.held(ori, [entry(1), entry(9)])).values()]).toEqual(sent.slice(0, 1));
    expect(await unsent('2026-10')).toEqual(['000001 2']);
    expect((await months()).map(({ period: each }) => each)).toEqual(['2026-10']);
  });

  it('takes the FBI’s word on what it was sent last, and the last word on that', async () => {
    const { federal } = create();
    const ori = 'MO0100100';
    const sent = { ...entry(1), transmission: 't2' };
    const refused = { ...sent, status: 'rejected', answered: 3 } as const;
    await federal.hold(ori, [sent]);
    const held = async () => [...(await federal.held(ori, [sent])).values()];
    expect(await federal.correct(ori, { ...refused, transmission: 't1' })).toBe(false);
    expect(await federal.correct(ori, { ...refused, stream: 'report#MO0100100#26-NONE' })).toBe(false);
    expect(await held()).toEqual([sent]);

    expect([await federal.correct(ori, refused), await federal.correct(ori, refused)]).toEqual([true, true]);
    expect(await federal.correct(ori, { ...refused, status: 'present', answered: 2 })).toBe(false);
    expect(await held()).toEqual([refused]);
    expect(await federal.correct(ori, { ...refused, status: 'unknown', refused: 4, answered: 5 })).toBe(true);
    expect(await held()).toEqual([{ ...refused, status: 'unknown', refused: 4, answered: 5 }]);
  });

  it('has nothing to send of a report that was gone before it was sent', async () => {
    const projections = create();
    const ori = 'MO0080800';
    await projectNotice(projections, notice(ori, entry(1)));
    await projectNotice(projections, notice(ori, entry(1, 2, 'deleted')));
    expect(await projections.federal.unsent(ori, period)).toEqual([]);
    expect((await projections.federal.unsentMonths(period)).filter((month) => month.ori === ori)).toEqual([]);
  });

  it('keeps a month on the list that was added to since it was read', async () => {
    const { federal } = create();
    const month = { ori: 'MO0090900', period, digest: 'one' };
    await federal.addUnsent(month, [entry(1)]);
    await federal.addUnsent({ ...month, digest: 'two' }, [entry(2)]);
    await federal.removeUnsentMonth(month);
    expect(await federal.unsentMonths(period)).toContainEqual({ ...month, digest: 'two' });
  });
}

it('a summary counts incidents, arrestees and zero reports apart', () => {
  const entries: MonthEntry[] = [
    entry(1),
    { ...entry(2), part: '01' },
    { ...entry(2), part: '02' },
    { ...entry(3, 2, 'deleted'), part: '01' },
    { ...entry(4), stream: 'zero#MO0010100#2026-08' },
    { ...entry(4), stream: 'zero#MO0010100#2026-07' },
    { ...entry(4), stream: 'zero#MO0010100#2026-06' },
  ];
  const counts = { incidents: 1, arrests: 2, zeroReports: 3, deleted: 1 };
  expect(summaryOf('MO0010100', period, entries)).toMatchObject(counts);
});

describe('projections in memory', () =>
  contract(() => ({ months: createMemoryMonths(), federal: createMemoryFederalCopy() })));

const isThere = Boolean(process.env.NIBRS_DYNAMODB_ENDPOINT) || dynoxideBinary() !== undefined;
if (!isThere)
  console.warn('Months in DynamoDB are not tested: no dynoxide here and NIBRS_DYNAMODB_ENDPOINT is not set');

describe.skipIf(!isThere)('projections in DynamoDB', () => {
  let engine: DynamoEngine;
  let documents: DynamoDBDocumentClient;

  beforeAll(async () => {
    engine = await startDynoxide();
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials });
    const { partitionKey, sortKey } = monthsTableDefinition;
    await client.send(
      new CreateTableCommand({
        TableName: 'months',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: partitionKey, AttributeType: 'S' },
          { AttributeName: sortKey, AttributeType: 'S' },
        ],
      }),
    );
    documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  });
  afterAll(async () => {
    documents?.destroy();
    await engine?.stop();
  });

  contract(() => ({
    months: createDynamoMonths(documents, 'months'),
    federal: createDynamoFederalCopy(documents, 'months'),
  }));
});
