import { describe, expect, it } from 'vitest';
import type { Payload } from '../../events/catalog.ts';
import { corrected } from '../../test/generate/corrections.ts';
import { breakReport } from '../../test/generate/defects.ts';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { silentLog } from '../../test/memory.ts';
import { createPipeline, type Pipeline } from '../../test/pipeline.ts';
import { TryAgainError } from '../errors.ts';
import type { LedgerEvent } from '../ledger/port.ts';
import { reportStream, submissionStream } from '../ledger/streams.ts';
import { type ExpungeDependencies, expungeNumber } from './expunge.ts';
import type { ExpungeReport } from './messages.ts';

const [ori, neighbour] = ['MO0010100', 'MO0020200'] as const;
const month = generateReports({
  state: 'MO',
  agencies: [ori, neighbour],
  period: '2026-09',
  incidents: 6,
  arrests: 2,
  zeroReports: 0,
  seed: 41,
  stateSegments: true,
});
const [incident, other] = month as [GeneratedReport, GeneratedReport];
const { number } = incident.report;
const stream = reportStream('incident', ori, number);
const message: ExpungeReport = { ori, number, order: 'CIR-2026-0042', by: 'clerk', request: 'one' };

function fileOf(reports: readonly GeneratedReport[]): string {
  return writeFile(reports, { state: 'MO', lineEnd: '\r\n' });
}

const broken = breakReport('impossibleHour', incident) ?? incident;
const whole = fileOf([incident, other]);
/** What was uploaded before the order came: the report also rejected, corrected, in a refused file, and not at all. */
const files = {
  'rejected.txt': fileOf([broken, other]),
  'september.txt': fileOf(month.slice(1)) + fileOf([incident]),
  'correction.txt': fileOf(corrected(incident)),
  'cut-off.txt': whole + fileOf([incident]).slice(0, 30),
  'neighbour.txt': fileOf(month.filter(({ report }) => report.ori === neighbour)),
  'roster.csv': 'name,shift,day\nA,early,Monday\nB,late,Monday\n',
};
const part = 'work/parts/2026-09/2026-001/MO0010100-0a.txt';
const rebuilt = 'work/rebuilt/one.txt';
const otherPart = 'work/parts/2026-09/2026-001/MO0020200-0b.txt';

/** A repository with all of these files, and the ids of their submissions. */
async function filed(): Promise<{ pipeline: Pipeline; ids: Map<string, string> }> {
  const pipeline = createPipeline({ state: 'MO' });
  const ids = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) ids.set(name, await pipeline.receive(name, text));
  await pipeline.settle();
  for (const [name, text] of [
    [part, whole],
    [rebuilt, files['neighbour.txt'] + whole],
    [otherPart, whole.replaceAll(ori, neighbour)],
  ] as const) {
    const key = name.replace('work/', '');
    await pipeline.objects.put({ bucket: 'work', key }, text, 'text/plain');
    await pipeline.objects.put({ bucket: 'work', key: key.replace('.txt', '.json') }, '{}', 'application/json');
  }
  return { pipeline, ids };
}

function dependenciesOf({ ledger, objects, notices }: Pipeline): ExpungeDependencies {
  return {
    ledger,
    objects,
    months: notices,
    inboxBucket: 'inbox',
    workBucket: 'work',
    clock: () => new Date('2026-11-22T08:30:00.000Z'),
    log: silentLog,
  };
}

async function expunge(pipeline: Pipeline, asked: Partial<ExpungeReport> = {}): Promise<void> {
  await expungeNumber(dependenciesOf(pipeline), { ...message, ...asked });
  await pipeline.settle();
}

/** Every version of everything in the two buckets. */
async function textsOf({ objects }: Pipeline): Promise<string[]> {
  const texts = [...objects.contents.values()];
  for (const name of objects.contents.keys()) {
    const [bucket = '', ...rest] = name.split('/');
    for await (const version of objects.versions({ bucket, key: rest.join('/') })) {
      const pieces: Uint8Array[] = [];
      for await (const piece of await objects.read(version)) pieces.push(piece);
      texts.push(Buffer.concat(pieces).toString('latin1'));
    }
  }
  return texts;
}

/** How many lines of files, parts and findings are about the report. */
async function linesAbout(pipeline: Pipeline): Promise<number> {
  const lines = (await textsOf(pipeline)).flatMap((text) => text.split('\n'));
  return lines.filter((line) => line.includes(ori) && line.includes(number)).length;
}

function completed(events: readonly LedgerEvent[]): Payload<'ExpungementCompleted'>[] {
  return events.flatMap((event) => (event.type === 'ExpungementCompleted' ? [event.data] : []));
}

describe('a number that an order has expunged', () => {
  it('is gone from files, findings and parts, and from its month; everything else stays', async () => {
    const { pipeline, ids } = await filed();
    const [before, entries] = [new Map(pipeline.objects.contents), await pipeline.months.entries(ori, '2026-09')];
    expect(await linesAbout(pipeline)).toBeGreaterThan(20);

    await expunge(pipeline);

    expect(await linesAbout(pipeline)).toBe(0);
    const after = pipeline.objects.contents;
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([
      part,
      part.replace('.txt', '.json'),
      rebuilt,
      rebuilt.replace('.txt', '.json'),
    ]);
    const changed = [...after]
      .filter(([name, text]) => before.get(name) !== text)
      .map(([name]) => name.split('/').at(-1));
    expect(changed.sort()).toEqual(['0.jsonl', 'correction.txt', 'cut-off.txt', 'rejected.txt', 'september.txt']);

    const events = await pipeline.ledger.read(stream);
    expect(events.map(({ type }) => type)).toEqual([
      'IncidentReported',
      'IncidentReplaced',
      'ReportExpunged',
      'ExpungementCompleted',
    ]);
    expect(completed(events)).toEqual([
      { ori, number, order: message.order, uploads: 4, findings: 1, unsearched: [ids.get('roster.csv')] },
    ]);
    await expect(pipeline.ledger.openFederal(events)).rejects.toMatchObject({ code: 'corrupt-data' });
    await expect(pipeline.ledger.openState(events)).rejects.toMatchObject({ code: 'corrupt-data' });
    const gone = { stream, part: '', version: 3, status: 'deleted' };
    expect(await pipeline.months.entries(ori, '2026-09')).toEqual(
      entries.map((entry) => (entry.stream === stream ? gone : entry)),
    );
  });

  it('ends the same when it breaks off after any step and is delivered again', async () => {
    const smooth = await filed();
    await expunge(smooth.pipeline);
    const expected = await contentOf(smooth.pipeline, smooth.ids.values());
    let steps = 0;
    for (let died = true; died; steps++) {
      const { pipeline, ids } = await filed();
      died = await diesAfter(steps, pipeline);
      await expunge(pipeline);
      expect(await contentOf(pipeline, ids.values())).toEqual(expected);
    }
    expect(steps).toBeGreaterThan(15);
  });

  it('is looked for once more by a later request, with no second event of what it was', async () => {
    const { pipeline } = await filed();
    await expunge(pipeline);
    await pipeline.receive('september, again.txt', files['september.txt']);
    await pipeline.receive('rejected.txt', files['rejected.txt']);
    await pipeline.settle();
    expect(await linesAbout(pipeline)).toBeGreaterThan(0);

    await expunge(pipeline, { request: 'two', order: 'CIR-2026-0043' });

    expect(await linesAbout(pipeline)).toBe(0);
    const events = await pipeline.ledger.read(stream);
    expect(events.filter(({ type }) => type === 'ReportExpunged')).toHaveLength(1);
    expect(completed(events)).toMatchObject([{ uploads: 4 }, { uploads: 6, order: 'CIR-2026-0043' }]);
  });

  it('is refused when it comes again, and nothing else of its file is', async () => {
    const { pipeline } = await filed();
    await expunge(pipeline);
    const id = await pipeline.receive('september, again.txt', files['september.txt']);
    await pipeline.settle();
    const done = (await pipeline.submission(id)).find((event) => event.type === 'SubmissionCompleted');
    expect(done?.data).toMatchObject({
      tally: { rejected: 1, accepted: month.length - 1, unchanged: month.length - 1 },
    });
    expect(done?.data).toMatchObject({ tally: { findingsByCode: { NL02: 1 } } });
  });

  it('is a Group B arrest with all of its arrestees', async () => {
    const { pipeline } = await filed();
    const arrest = month.find(({ report }) => report.kind === 'arrest' && report.ori === ori)?.report.number ?? '';
    await expunge(pipeline, { number: arrest });
    const events = await pipeline.ledger.read(reportStream('arrest', ori, arrest));
    expect(events[1]).toMatchObject({ type: 'ReportExpunged', data: { kind: 'arrest', part: '01' } });
    expect((await textsOf(pipeline)).join('')).not.toContain(`${ori}${arrest}`);
  });

  it('may have come in a supplement alone, whose other rows stay and whose report is refused from then on', async () => {
    const { pipeline } = await filed();
    const row = (numbered: string) => `${ori},${numbered},01,C,D\r\n`;
    const header = 'ori,report,sequence,MO-3,MO-4\r\n';
    await pipeline.receive('supplement.csv', `${header}${row('26-9000001')}${row('26-9000002')}`);
    await pipeline.settle();

    await expunge(pipeline, { number: '26-9000001' });

    const events = await pipeline.ledger.read(reportStream('incident', ori, '26-9000001'));
    expect(events.map(({ type }) => type)).toEqual([
      'StateElementsSupplied',
      'SupplementExpunged',
      'ExpungementCompleted',
    ]);
    await expect(pipeline.ledger.openState(events)).rejects.toMatchObject({ code: 'corrupt-data' });
    const texts = (await textsOf(pipeline)).join('');
    expect(texts).not.toContain('26-9000001');
    expect(texts).toContain(row('26-9000002'));

    const id = await pipeline.receive('again.csv', `${header}${row('26-9000001')}${row('26-9000003')}`);
    await pipeline.settle();
    const done = (await pipeline.submission(id)).find((event) => event.type === 'SubmissionCompleted');
    expect(done?.data).toMatchObject({ tally: { rejected: 1, accepted: 1, findingsByCode: { NL02: 1 } } });
  });

  it('under which nothing is on file leaves everything as it is', async () => {
    const { pipeline } = await filed();
    const before = await textsOf(pipeline);
    await expunge(pipeline, { number: '26-9999999' });
    expect(await textsOf(pipeline)).toEqual(before);
    expect(await pipeline.ledger.read(reportStream('incident', ori, '26-9999999'))).toEqual([]);
  });
});

describe('a file that a report was taken out of', () => {
  it('makes no new submission and no failure when its notification comes', async () => {
    const { pipeline, ids } = await filed();
    await expunge(pipeline);
    const locations = [...pipeline.objects.contents.keys()].filter((name) => name.startsWith('inbox/'));
    for (const name of locations) {
      const location = await pipeline.objects.current({ bucket: 'inbox', key: name.replace('inbox/', '') });
      const id = location.key.split('/')[3] ?? '';
      const before = await pipeline.submission(id);
      await pipeline.notify(location);
      expect(await pipeline.submission(id)).toEqual(before);
    }
    expect(locations).toHaveLength(ids.size);
    expect(pipeline.chunks.messages).toEqual([]);
  });

  it('is received as it is now when nobody had received it, by either of its notifications', async () => {
    const { pipeline } = await filed();
    const text = fileOf([incident, ...month.slice(1)]);
    const old = await pipeline.objects.current(await pipeline.upload('late.txt', text));
    const id = old.key.split('/')[3] ?? '';
    await expunge(pipeline);
    expect((await pipeline.submission(id)).map(({ type }) => type)).toEqual(['UploadRedacted']);

    await pipeline.notify(old);
    await pipeline.notify(await pipeline.objects.current({ bucket: 'inbox', key: old.key }));
    await pipeline.settle();

    const events = await pipeline.submission(id);
    expect(events.filter(({ type }) => type === 'SubmissionReceived')).toHaveLength(1);
    expect(events.at(-1)?.data).toMatchObject({ tally: { reports: month.length - 1, accepted: month.length - 1 } });
  });

  it('is read by the chunks that were cut from it before, each report at its place', async () => {
    const { pipeline } = await filed();
    const [first, second] = generateReports({
      state: 'MO',
      agencies: [ori],
      period: '2026-10',
      incidents: 2,
      arrests: 0,
      zeroReports: 0,
      seed: 4,
      stateSegments: true,
    }) as [GeneratedReport, GeneratedReport];
    const text = fileOf([first, incident, second]);
    await pipeline.notify(await pipeline.objects.current(await pipeline.upload('october.txt', text)));
    await expungeNumber(dependenciesOf(pipeline), message);
    await pipeline.settle();

    const event = (await pipeline.ledger.read(reportStream('incident', ori, second.report.number)))[0];
    expect(event?.type).toBe('IncidentReported');
    const record = text.split('\r\n').findIndex((line) => line.includes(second.report.number)) + 1;
    expect(event?.cause.record).toBe(record);
  });
});

/** Carries the order out and dies after so many writes; false when there were not so many. */
async function diesAfter(writes: number, pipeline: Pipeline): Promise<boolean> {
  let left = writes;
  const dying = <Arguments extends unknown[], T>(write: (...args: Arguments) => Promise<T>) => {
    return async (...args: Arguments): Promise<T> => {
      if (left === 0) throw new TryAgainError('The process is gone.');
      left -= 1;
      return write(...args);
    };
  };
  const { ledger, objects, months, ...rest } = dependenciesOf(pipeline);
  const attempt = expungeNumber(
    {
      ...rest,
      ledger: { ...ledger, append: dying(ledger.append), destroyKeys: dying(ledger.destroyKeys) },
      objects: { ...objects, put: dying(objects.put), stream: dying(objects.stream), delete: dying(objects.delete) },
      months: { send: dying((messages) => months.send(messages)) },
    },
    message,
  );
  return attempt.then(
    () => false,
    (error: unknown) => {
      if (error instanceof TryAgainError) return true;
      throw error;
    },
  );
}

/** All that is left; of the findings, a request that broke off has deleted some before it counted them. */
async function contentOf(pipeline: Pipeline, ids: Iterable<string>) {
  const { ledger, months, objects } = pipeline;
  const names = [stream, ...[...ids].map(submissionStream)];
  const streams = await Promise.all(names.map((name) => ledger.read(name)));
  const facts = streams.flat().map(({ federal: _, state: __, ...event }) => JSON.stringify(event));
  return {
    facts: facts.map((fact) => fact.replace(/"findings":\d+/, '')),
    months: await months.entries(ori, '2026-09'),
    objects: [...objects.contents],
    texts: await textsOf(pipeline),
    isReadable: await ledger.openFederal(streams[0] ?? []).then(
      () => true,
      () => false,
    ),
  };
}
