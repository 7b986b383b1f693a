import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportsChunk } from '../shared/intake/messages.ts';
import { openOnFile } from '../shared/intake/on-file.ts';
import { execute } from '../shared/ledger/execute.ts';
import type { Ledger } from '../shared/ledger/port.ts';
import { expunge, expungementFold } from '../shared/ledger/reports/expunge.ts';
import { reportStream } from '../shared/ledger/streams.ts';
import type { Finding } from '../shared/nibrs/finding.ts';
import {
  findProfile,
  joinStateHalf,
  type StateProfile,
  type StateValue,
  supplementRows,
  writeSupplement,
} from '../shared/state/index.ts';
import { deliver, failing, faults } from './failing.ts';
import { corrected, deleted } from './generate/corrections.ts';
import { linesOf } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { everyFeature } from './profiles/every-feature.ts';

const missouri = findProfile('MO')!;
const options = { period: '2026-09', zeroReports: 0, seed: 7, stateSegments: true } as const;

/** A Group B arrest of Missouri, whose only arrestee is 01, without what the state asks for. */
const [arrest] = generateReports({ ...options, state: 'MO', agencies: ['MO0010100'], incidents: 0, arrests: 1 });
const bare: GeneratedReport = { report: arrest!.report };
const { ori, number } = bare.report;

function fileOf(reports: readonly GeneratedReport[], profile: StateProfile = missouri): string {
  return reports
    .flatMap((report) => linesOf(report, profile))
    .map((line) => `${line}\n`)
    .join('');
}

/** A supplement of Missouri: rows of sequence, status, and how it was determined. */
function rows(...cells: (readonly [sequence: string, status: string, how: string])[]): string {
  return writeSupplement(
    missouri,
    cells.map((cell) => [ori, number, ...cell]),
  );
}

/** What was found in a submission, by code, element and line; and its tally. */
async function outcome(pipeline: Pipeline, id: string) {
  const tally = (await pipeline.submission(id)).flatMap(({ type, data }) =>
    type === 'SubmissionCompleted' ? [data.tally] : [],
  )[0];
  const texts = [...pipeline.objects.contents].filter(([name]) => name.startsWith(`work/findings/${id}/`));
  const findings = texts.flatMap(([, text]) =>
    text
      .trim()
      .split('\n')
      .map((line): Finding => JSON.parse(line)),
  );
  return {
    tally,
    findings,
    told: findings.map(({ code, severity, element, record }) => `${code} ${severity} ${element} ${record}`),
  };
}

async function send(pipeline: Pipeline, name: string, text: string) {
  const id = await pipeline.receive(name, text);
  await pipeline.settle();
  return outcome(pipeline, id);
}

async function eventsOf(pipeline: Pipeline, of = { ori, number }): Promise<string[]> {
  return (await pipeline.ledger.read(reportStream('incident', of.ori, of.number))).map(({ type }) => type);
}

/** The state half of each report that is on file under a number, joined. */
async function joined(pipeline: Pipeline, of = { ori, number }, profile = missouri): Promise<StateValue[][]> {
  const events = await pipeline.ledger.read(reportStream('incident', of.ori, of.number));
  const [onFile] = await openOnFile(pipeline.ledger, [events]);
  return onFile!.reports.map(({ report, own }) => joinStateHalf(profile, report, own, onFile!.supplements));
}

const status: StateValue[] = [
  { element: 'MO-3', sequence: '01', value: 'L' },
  { element: 'MO-4', sequence: '01', value: 'D' },
];

describe('a supplement', () => {
  it('that comes after its report brings what the report was told to lack', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const report = await send(pipeline, 'report.txt', fileOf([bare]));
    expect(report.told).toEqual(['MO05 warning MO-3 undefined']);
    expect(report.findings[0]?.hint).toContain('It may come in state segment B, or in a supplement.');

    const supplement = await send(pipeline, 'supplement.csv', rows(['01', 'L', 'D']));
    expect(supplement).toMatchObject({
      told: [],
      tally: { records: 1, reports: 1, accepted: 1, acceptedRecords: 1, rejected: 0, stateElements: 2 },
    });
    expect(await eventsOf(pipeline)).toEqual(['ArrestReported', 'StateElementsSupplied']);
    expect(await joined(pipeline)).toEqual([status]);
  });

  it('that comes before its report leaves nothing to be told of the report', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    expect(await send(pipeline, 'supplement.csv', rows(['01', 'L', 'D']))).toMatchObject({
      told: [],
      tally: { accepted: 1 },
    });
    const report = await send(pipeline, 'report.txt', fileOf([bare]));
    expect(report).toMatchObject({ told: [], tally: { accepted: 1, warnings: 0, findingsByCode: {} } });
    expect(await joined(pipeline)).toEqual([status]);

    const half = createPipeline({ state: 'MO' });
    await send(half, 'supplement.csv', rows(['01', 'L', '']));
    expect((await send(half, 'report.txt', fileOf([bare]))).told).toEqual(['MO05 warning MO-4 undefined']);
  });

  it('changes nothing of the federal half, and of what the FBI gets', async () => {
    const [alone, supplied] = [createPipeline({ state: 'MO' }), createPipeline({ state: 'MO' })];
    await send(supplied, 'supplement.csv', rows(['01', 'L', 'D']));
    for (const pipeline of [alone, supplied]) {
      await send(pipeline, 'report.txt', fileOf([bare]));
      await pipeline.transmit('2026-09', 'first');
    }
    await send(supplied, 'again.csv', rows(['01', 'U', 'D']));
    const files = (pipeline: Pipeline) => [...pipeline.outbox()].filter(([name]) => name.endsWith('.txt'));
    expect(files(supplied)).toEqual(files(alone));
    const sent = files(supplied).length;
    await supplied.transmit('2026-09', 'second');
    expect(files(supplied)).toHaveLength(sent);
  });

  it('takes the place of what came with the report, and a later one that of an earlier one', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const own = [
      { element: 'MO-3', sequence: '01', value: 'X' },
      { element: 'MO-4', sequence: '01', value: 'N' },
    ];
    await send(
      pipeline,
      'report.txt',
      fileOf([{ ...bare, state: { profile: 'MO', version: missouri.version, values: own } }]),
    );
    await send(pipeline, 'first.csv', rows(['01', 'U', 'S']));
    await send(pipeline, 'second.csv', rows(['01', 'C', '']));
    expect((await joined(pipeline))[0]!.map(({ element, value }) => `${element} ${value}`).sort()).toEqual([
      'MO-3 C',
      'MO-4 N',
    ]);
  });

  it('stays with the report when that is corrected', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    await send(pipeline, 'report.txt', fileOf([bare]));
    await send(pipeline, 'supplement.csv', rows(['01', 'L', 'D']));
    expect((await send(pipeline, 'correction.txt', fileOf(corrected(bare)))).told).toEqual([]);
    expect(await joined(pipeline)).toEqual([status]);
    await send(pipeline, 'deletion.txt', fileOf([deleted(bare)]));
    expect(await joined(pipeline)).toEqual([]);
  });

  it('is told of what the report on file does not have, and of what it still lacks', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    await send(pipeline, 'report.txt', fileOf([bare]));
    const { told, tally, findings } = await send(pipeline, 'supplement.csv', rows(['02', 'C', 'F'], ['01', 'L', '']));
    expect(told).toEqual(['MO02 error sequence 2', 'MO05 warning MO-4 3']);
    expect(findings[0]).toMatchObject({
      segment: 'supplement',
      sequence: '02',
      columns: [10 + number.length + 2, 10 + number.length + 3],
      message: 'The report has no arrestee 02, whom this row describes.',
      hint: 'Give the arrestee sequence number (element 40) of one that stands in the same report, or leave the row out.',
    });
    expect(tally).toMatchObject({ accepted: 1, errors: 1, warnings: 1, stateElements: 1 });
    expect(await joined(pipeline)).toEqual([[status[0]]]);

    const nobody = await send(pipeline, 'nobody.csv', rows(['02', 'C', 'F']));
    expect(nobody).toMatchObject({ tally: { accepted: 0, rejected: 1, rejectedRecords: 1, stateElements: 0 } });
  });

  it('of the same content again is no event, and neither is one that says nothing', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    await send(pipeline, 'first.csv', rows(['01', 'L', 'D']));
    expect((await send(pipeline, 'second.csv', rows(['01', 'L', 'D']))).tally).toMatchObject({
      accepted: 1,
      unchanged: 1,
      stateElements: 0,
    });
    expect((await send(pipeline, 'third.csv', rows(['01', '', '']))).tally).toMatchObject({
      accepted: 1,
      unchanged: 1,
    });
    expect(await eventsOf(pipeline)).toEqual(['StateElementsSupplied']);
  });

  it('is refused under a number that an order has expunged', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    await send(pipeline, 'report.txt', fileOf([bare]));
    await send(pipeline, 'first.csv', rows(['01', 'L', 'D']));
    const stream = reportStream('incident', ori, number);
    const stamp = { at: '2026-11-05T10:00:00.000Z', by: 'test', cause: { request: 'r' } };
    await execute(pipeline.ledger, stream, expungementFold, (state) =>
      expunge(state, { ori, number, order: 'o' }, stamp),
    );
    await pipeline.ledger.destroyKeys(stream);
    const { told, tally } = await send(pipeline, 'second.csv', rows(['01', 'C', 'D']));
    expect(told).toEqual(['NL02 error Report 2']);
    expect(tally).toMatchObject({ accepted: 0, rejected: 1, stateElements: 0 });
    expect((await send(pipeline, 'again.txt', fileOf(corrected(bare).slice(1)))).told).toContain('NL02 error Report 1');
    expect((await eventsOf(pipeline)).filter((type) => type === 'StateElementsSupplied')).toHaveLength(1);
  });

  it('of two agencies goes to each by itself, in chunks of whole reports', async () => {
    const pipeline = createPipeline({ state: 'MO', chunkSize: 2 });
    const cells = ['MO0010100', 'MO0020200'].flatMap((agency) =>
      ['26-1', '26-2', '26-3'].flatMap((report) =>
        ['01', '02'].map((sequence) => [agency, report, sequence, 'C', 'F']),
      ),
    );
    const id = await pipeline.receive('supplement.csv', writeSupplement(missouri, cells));
    expect(pipeline.chunks.messages.map(({ group }) => group)).toEqual([
      'MO0010100',
      'MO0010100',
      'MO0020200',
      'MO0020200',
    ]);
    await pipeline.settle();
    expect(await outcome(pipeline, id)).toMatchObject({
      told: [],
      tally: { records: 12, reports: 6, accepted: 6, acceptedRecords: 12, stateElements: 24 },
    });
  });

  it('without a form is refused whole, and nothing of it is on file', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const id = await pipeline.receive('supplement.csv', `ori,report,sequence,MO-9\n${ori},${number},01,C\n`);
    await pipeline.settle();
    expect((await pipeline.submission(id)).at(-1)).toMatchObject({
      type: 'SubmissionRefused',
      data: { reason: 'supplement-columns', record: 1 },
    });
    expect(await eventsOf(pipeline)).toEqual([]);
  });
});

describe('the values of reports, divided over segments and supplements', () => {
  const isSupplied = new Set(everyFeature.elements.filter(({ carriers }) => carriers.supplement).map(({ id }) => id));
  const reports = generateReports({
    ...options,
    state: 'ZZ',
    profile: everyFeature,
    agencies: ['ZZ0010100'],
    incidents: 4,
    arrests: 2,
    offenses: 'every',
    seed: 3,
  });

  /** A report without the values that come in supplements, and the rows of two supplements that have them. */
  function divided(generated: GeneratedReport, choose: () => number) {
    const own: StateValue[] = [];
    const supplied: StateValue[][] = [[], []];
    for (const ofSequence of Map.groupBy(generated.state?.values ?? [], ({ sequence }) => sequence).values()) {
      const supplement = supplied[choose() % 2];
      for (const ofElement of Map.groupBy(ofSequence, ({ element }) => element).values()) {
        const isOwn = !isSupplied.has(ofElement[0]!.element) || choose() % 3 === 0;
        (isOwn ? own : supplement!).push(...ofElement);
      }
    }
    const state = own.length > 0 ? { profile: 'ZZ', version: everyFeature.version, values: own } : undefined;
    return {
      report: { ...generated, state },
      rows: supplied.map((values) => supplementRows(everyFeature, generated.report, values)),
    };
  }

  /** Files these texts, through failures of the ledger and with deliveries repeated. */
  async function filed(texts: readonly string[], schedule: Parameters<typeof failing>[1], repeats: number[]) {
    const pending: typeof schedule = [];
    const wrap = (ledger: Ledger) => failing(ledger, pending);
    const pipeline = createPipeline({ profile: everyFeature, chunkSize: 2, wrap });
    const ids: string[] = [];
    for (const [index, text] of texts.entries()) ids.push(await pipeline.receive(`file-${index}`, text));
    pending.push(...schedule);
    const done: ReportsChunk[] = [];
    for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) {
      await deliver(pipeline, chunk);
      done.push(chunk);
      const again = repeats.shift();
      if (again !== undefined) await deliver(pipeline, done[again % done.length]!);
    }
    return {
      outcomes: await Promise.all(ids.map((id) => outcome(pipeline, id))),
      events: await Promise.all(reports.map(({ report }) => eventsOf(pipeline, report))),
      halves: await Promise.all(reports.map(({ report }) => joined(pipeline, report, everyFeature))),
    };
  }

  it('end in the same joined halves, in whatever order they come and however often they are delivered', async () => {
    const choices = fc.array(fc.nat({ max: 5 }), { minLength: 5, maxLength: 50 });
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    const repeats = fc.array(fc.nat(), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(choices, order, faults, repeats, async (numbers, files, schedule, again) => {
        let choice = 0;
        const parts = reports.map((report) => divided(report, () => numbers[choice++ % numbers.length]!));
        const csv = (index: number) => {
          const rows = parts.flatMap((part) => part.rows[index]!);
          return Buffer.from(writeSupplement(everyFeature, rows), 'utf8').toString('latin1');
        };
        const segments = fileOf(
          parts.map(({ report }) => report),
          everyFeature,
        );
        const texts = files.map((file) => [segments, csv(0), csv(1)][file]!);

        const { outcomes, events, halves } = await filed(texts, schedule, again);

        const text = (values: readonly StateValue[] = []) => values.map((value) => JSON.stringify(value)).sort();
        expect(halves.map(([values]) => text(values))).toEqual(reports.map(({ state }) => text(state?.values)));
        const plain = await filed(texts, [], []);
        expect({ outcomes, events }).toEqual({ outcomes: plain.outcomes, events: plain.events });
        for (const { tally } of outcomes) expect(tally ?? { errors: 0 }).toMatchObject({ errors: 0 });
      }),
      { numRuns: 40 },
    );
  });
});
