import { beforeEach, describe, expect, it } from 'vitest';
import { askOf } from '../../../test/ask.ts';
import { corrected, deleted } from '../../../test/generate/corrections.ts';
import { writeFile } from '../../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../../test/generate/reports.ts';
import { MemoryQueue, silentLog } from '../../../test/memory.ts';
import { createPipeline, type Pipeline } from '../../../test/pipeline.ts';
import { NotFoundError, UsageError } from '../../errors.ts';
import type { StartTransmission } from '../../extract/messages.ts';
import { type RebuildFile, rebuildToFile } from '../../extract/rebuild-file.ts';
import { forwardSealed } from '../../forward/forward.ts';
import type { ForwardTransmission } from '../../forward/messages.ts';
import { createOutboxForwarder } from '../../forward/outbox.ts';
import { partStream } from '../../ledger/streams.ts';
import type { Caller } from '../caller.ts';
import { transmissionOrders } from './transmission-orders.ts';
import { transmissionAnswers } from './transmissions.ts';

const operator: Caller = { id: '4', name: 'sam', roles: ['state-operator'], agencies: 'all' };
const [ori, other] = ['MO0010100', 'MO0020200'];
const period = '2026-09';
const generated = { state: 'NONE', agencies: [ori, other], period, seed: 8, stateSegments: false } as const;
const reports = generateReports({ ...generated, incidents: 6, arrests: 2, zeroReports: 0 });
const [first, second, third] = reports.filter(({ report }) => report.ori === ori && report.kind === 'incident') as [
  GeneratedReport,
  GeneratedReport,
  GeneratedReport,
];
const numberOf = ({ report }: GeneratedReport) => report.number;
const now = '2026-11-05T10:00:00.000Z';
const clock = () => new Date(now);
const fileOf = (series: number) => `MOUCR0001_20261105_NIBRS_00${series}.txt`;

interface ShownTransmission {
  file: string;
  stage: string;
  changes: { ori: string; changes: { number: string; effect: string }[] }[];
}

let pipeline: Pipeline;
let world: ReturnType<typeof open>;

/** What there is to ask and to order, over everything in memory. */
function open(pipe: Pipeline) {
  const { ledger, objects } = pipe;
  const queues = {
    transmissions: new MemoryQueue<StartTransmission>(),
    forwards: new MemoryQueue<ForwardTransmission>(),
    rebuilds: new MemoryQueue<RebuildFile>(),
  };
  const deps = {
    ...pipe,
    ...queues,
    workBucket: 'work',
    outboxBucket: 'outbox',
    clock,
    linkTo: async ({ bucket, key }: { bucket: string; key: string }, fileName: string) => ({
      url: `https://files.example/${bucket}/${key}`,
      fileName,
      expires: now,
    }),
  };
  let asked = 0;
  const ask = askOf({ ...transmissionAnswers(deps), ...transmissionOrders(deps) }, () => `request-${++asked}`);
  return {
    ...queues,
    ask: (...[name, question]: [Parameters<typeof ask>[0], Parameters<typeof ask>[2]?]) =>
      ask(name, operator, question),
    /** Does what `forward-transmission` does with its messages. */
    async forward() {
      const forwarder = createOutboxForwarder({ objects, outboxBucket: 'outbox', clock });
      for (let message = queues.forwards.take(); message; message = queues.forwards.take()) {
        await forwardSealed({ ledger, forwarder, clock, log: silentLog }, message);
      }
    },
  };
}

async function file(name: string, ...filed: GeneratedReport[]): Promise<void> {
  await pipeline.receive(name, writeFile(filed, { state: 'NONE', lineEnd: '\r\n' }));
  await pipeline.settle();
}

const about = (series: number) => ({ params: { file: fileOf(series) } });
const read = async (series: number) => (await world.ask('readTransmission', about(series))) as ShownTransmission;
const effects = ({ changes }: Pick<ShownTransmission, 'changes'>) =>
  changes.map((agency) => [
    agency.ori,
    Object.fromEntries(agency.changes.map(({ number, effect }) => [number, effect])),
  ]);

beforeEach(async () => {
  pipeline = createPipeline();
  world = open(pipeline);
  await file('september.txt', ...reports.filter((report) => report !== third));
  await pipeline.transmit(period, 'one');
});

describe('transmissions', () => {
  it('are listed with what became of them, the newest first, and read with what they say of each report', async () => {
    await file('changes.txt', ...corrected(first), deleted(second), third);
    await pipeline.transmit(period, 'two');

    const { transmissions } = (await world.ask('listTransmissions')) as { transmissions: ShownTransmission[] };
    expect(transmissions.map(({ file, stage }) => [file, stage])).toEqual([
      [fileOf(2), 'sealed'],
      [fileOf(1), 'sealed'],
    ]);
    expect(await world.ask('listTransmissions', { query: { period: '2026-08' } })).toEqual({ transmissions: [] });

    const changed = { [numberOf(first)]: 'corrected', [numberOf(second)]: 'deleted', [numberOf(third)]: 'new' };
    expect(effects(await read(2))).toEqual([[ori, changed]]);
    expect(await read(2)).toMatchObject({ mode: 'delta', startedAt: now, sealedAt: now, unlisted: 0, refusal: null });
  });

  it('are planned before they are started, and say then what was planned', async () => {
    expect(await world.ask('planTransmission', { query: { period } })).toEqual({ changes: [], unlisted: 0 });
    await file('changes.txt', ...corrected(first), deleted(second), third);

    const planned = await world.ask('planTransmission', { query: { period } });
    await pipeline.transmit(period, 'two');

    expect(effects(planned as ShownTransmission)).toEqual(effects(await read(2)));
  });

  it('in full say again what the FBI has, of the agency that is asked for', async () => {
    const query = { period, mode: 'full', agency: other ?? '' };
    const planned = (await world.ask('planTransmission', { query })) as ShownTransmission;

    expect(planned.changes.map((agency) => agency.ori)).toEqual([other]);
    expect(new Set(planned.changes.flatMap(({ changes }) => changes.map(({ effect }) => effect)))).toEqual(
      new Set(['again']),
    );
  });

  it('say nothing of reports before they are sealed, and have no file then', async () => {
    await file('late.txt', third);
    await pipeline.start(period, 'two');

    expect(await read(2)).toMatchObject({ stage: 'started', sealed: null, sealedAt: null, changes: [] });
    await expect(world.ask('downloadTransmission', { ...about(2), query: { what: 'file' } })).rejects.toThrow(
      NotFoundError,
    );
  });

  it('have a file and a manifest to download', async () => {
    const link = (what: string) => world.ask('downloadTransmission', { ...about(1), query: { what } });
    const url = `https://files.example/outbox/transmissions/${period}/${fileOf(1)}`;

    expect(await link('file')).toEqual({ url, fileName: fileOf(1), expires: now });
    expect(await link('manifest')).toMatchObject({
      url: `${url}.manifest.json`,
      fileName: `${fileOf(1)}.manifest.json`,
    });
  });

  it('of more reports than a reply takes list the first, and count the others', async () => {
    const all = Array.from({ length: 20_003 }, (_, index) => ({ part: '', stream: `report#${ori}#${index}` }));
    const written = { ori, reports: all.map((report) => ({ ...report, version: 1, status: 'present' as const })) };
    const stamp = { at: now, by: 'test', cause: {} };
    const stream = `transmission#${period}#2026-001`;
    const part = (await pipeline.ledger.read(stream)).find(({ type }) => type === 'PartBuilt');
    const list = partStream(`${period}#2026-001`, part?.data as { ori: string; sha256: string });
    const expectedVersion = (await pipeline.ledger.read(list)).length;
    const events = [{ ...stamp, type: 'ReportsWritten' as const, data: written }];
    await pipeline.ledger.append([{ stream: list, expectedVersion, events }]);

    const { changes, unlisted } = (await read(1)) as ShownTransmission & { unlisted: number };
    const listed = changes.reduce((sum, agency) => sum + agency.changes.length, 0);
    expect([listed, listed + unlisted]).toEqual([20_000, 20_003 + reports.length - 1]);
  });

  it('that are not there are not found', async () => {
    await expect(world.ask('readTransmission', about(9))).rejects.toThrow(NotFoundError);
  });
});

describe('starting a transmission', () => {
  it('asks for it in the name of who calls', async () => {
    await file('late.txt', third);
    const body = { period, agency: ori };
    expect(await world.ask('startTransmission', { body, id: 'r1' })).toEqual({ request: 'r1' });
    expect(world.transmissions.take()).toEqual({ period, ori, by: 'sam', request: 'r1' });
  });

  it('is refused when the FBI has everything, but not to who asked for what it has', async () => {
    await expect(world.ask('startTransmission', { body: { period } })).rejects.toThrow(
      'The FBI has everything up to 2026-09: there is nothing to send.',
    );
    expect(await world.ask('startTransmission', { body: { period }, id: 'one' })).toEqual({ request: 'one' });
    expect(world.transmissions.messages).toEqual([]);
  });
});

describe('a sealed file', () => {
  const body = { reason: 'A late correction is coming.' };

  it('is held and released, with who and why, and neither twice', async () => {
    expect(await world.ask('holdTransmission', { ...about(1), body })).toEqual({ held: true });
    expect(await world.ask('holdTransmission', { ...about(1), body })).toEqual({ held: false });
    expect(await read(1)).toMatchObject({ stage: 'held' });

    expect(await world.ask('releaseTransmission', { ...about(1), body: { reason: 'It came.' } })).toEqual({
      released: true,
    });
    expect(await read(1)).toMatchObject({
      stage: 'sealed',
      decisions: [
        { at: now, what: 'held', by: 'sam', ...body },
        { at: now, what: 'released', by: 'sam', reason: 'It came.' },
      ],
    });
  });

  it('is forwarded when it is asked for, and once', async () => {
    expect(await world.ask('forwardTransmission', { ...about(1), id: 'r1' })).toEqual({ request: 'r1' });
    expect(world.forwards.messages).toMatchObject([{ body: { by: 'sam', request: 'r1' }, dedupe: 'r1' }]);
    await world.forward();
    expect(await read(1)).toMatchObject({ stage: 'forwarded', forwardedAt: now });

    await world.ask('forwardTransmission', { ...about(1), id: 'r1' });
    expect(world.forwards.messages).toEqual([]);
    await expect(world.ask('holdTransmission', { ...about(1), body })).rejects.toThrow(UsageError);
  });

  it('is not forwarded while it is held, nor before one that has to go first', async () => {
    await file('late.txt', third);
    await pipeline.transmit(period, 'two');
    await expect(world.ask('forwardTransmission', about(2))).rejects.toThrow(`${fileOf(1)} has to go first`);

    await world.ask('holdTransmission', { ...about(1), body });
    await expect(world.ask('forwardTransmission', about(1))).rejects.toThrow('is held');
    expect(world.forwards.messages).toEqual([]);
  });

  it('is none before it is sealed', async () => {
    await file('late.txt', third);
    await pipeline.start(period, 'two');
    for (const name of ['holdTransmission', 'forwardTransmission'] as const) {
      await expect(world.ask(name, { ...about(2), body })).rejects.toThrow('There is no sealed file');
    }
  });
});

describe('an extract', () => {
  const extract = async (body: unknown) =>
    ((await world.ask('requestExtract', { body })) as { extract: string }).extract;
  const make = async () => {
    const message = world.rebuilds.take();
    if (message) await rebuildToFile({ ...pipeline, workBucket: 'work', log: silentLog }, message);
  };

  it('of a sealed file is the same bytes', async () => {
    const id = await extract({ file: fileOf(1) });
    expect(await world.ask('readExtract', { params: { extract: id } })).toEqual({ state: 'being made' });
    await make();

    const { sealed } = (await read(1)) as unknown as { sealed: { bytes: number; sha256: string } };
    const url = `https://files.example/work/rebuilt/${id}.txt`;
    expect(await world.ask('readExtract', { params: { extract: id } })).toEqual({
      state: 'made',
      bytes: sealed.bytes,
      sha256: sealed.sha256,
      sealedSha256: sealed.sha256,
      expunged: [],
      download: { url, fileName: `${id}.txt`, expires: now },
    });
  });

  it('of a month is of the end of a day, UTC, or of a time', async () => {
    const asOf = async (at: string) => {
      await extract({ period, asOf: at, agency: ori });
      return world.rebuilds.take()?.what;
    };
    const month = { kind: 'month', period, ori };
    expect(await asOf('2026-10-03')).toEqual({ ...month, at: '2026-10-03T23:59:59.999Z' });
    expect(await asOf('2026-10-03T12:00:00Z')).toEqual({ ...month, at: '2026-10-03T12:00:00Z' });
  });

  it('cannot be of a file that was never sealed', async () => {
    await file('late.txt', third);
    await pipeline.start(period, 'two');
    await expect(extract({ file: fileOf(2) })).rejects.toThrow('was never sealed');
    await expect(extract({ file: fileOf(3) })).rejects.toThrow(NotFoundError);
  });
});
