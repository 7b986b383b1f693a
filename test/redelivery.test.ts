import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildMonth } from '../shared/extract/project.ts';
import type { ReportsChunk } from '../shared/intake/messages.ts';
import type { LedgerEvent } from '../shared/ledger/port.ts';
import { reportStream } from '../shared/ledger/streams.ts';
import { deliver, failing, faults } from './failing.ts';
import { changed, corrected, deleted } from './generate/corrections.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { zeroReport } from './generate/zero-report.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

const agencies = ['MO0010100', 'MO0020200'] as const;
const generated = generateReports({
  state: 'NONE',
  agencies,
  period: '2026-09',
  incidents: 6,
  arrests: 4,
  zeroReports: 0,
  seed: 3,
  stateSegments: false,
});
/** Beside what is generated: arrests under the numbers of incidents, and zero reports. */
const reports: GeneratedReport[] = [
  ...generated,
  ...agencies.flatMap((ori) => {
    const own = generated.filter(({ report }) => report.ori === ori);
    return [sameNumber(own), { report: zeroReport(ori, '2026-09') }];
  }),
];

/** Reports, deletes, corrections and repetitions of the same few reports, in any order. */
const submissions = fc.array(
  fc.array(
    fc.record({
      report: fc.constantFrom(...reports),
      as: fc.constantFrom('report', 'delete', 'delete with another date', 'correction', 'changed'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  { minLength: 1, maxLength: 3 },
);

type Filing = { report: GeneratedReport; as: string };

function fileOf(filings: readonly Filing[]): string {
  return writeFile(filings.flatMap(filed), { state: 'NONE', lineEnd: '\n' });
}

function filed({ report, as }: Filing): GeneratedReport[] {
  switch (as) {
    case 'delete':
      return [deleted(report)];
    case 'delete with another date':
      return [changed(deleted(report), { incidentDate: '20260831' })];
    case 'correction':
      return corrected(report);
    case 'changed':
      return corrected(report).slice(1);
    default:
      return [report];
  }
}

/** The agency's first arrest, under the number of its first incident. */
function sameNumber(own: readonly GeneratedReport[]): GeneratedReport {
  const incident = own.find(({ report }) => report.kind === 'incident');
  const arrest = own.find(({ report }) => report.kind === 'arrest');
  if (!incident || !arrest) throw new RangeError('The agency has no incident or no arrest');
  const { number } = incident.report;
  const { report } = changed(arrest, { arrestTransactionNumber: number });
  return { report: { ...report, number } };
}

/** All that is in the ledger about reports and submissions; what is encrypted differs each time. */
async function contentOf(pipeline: Pipeline, ids: readonly string[]) {
  const keys = new Set(reports.map(streamOf));
  const streams = await Promise.all([...keys].map((stream) => pipeline.ledger.read(stream)));
  const histories = streams.map((events) => events.map(({ federal: _, state: __, ...event }: LedgerEvent) => event));
  const outcomes = await Promise.all(
    ids.map(async (id) => {
      const events = await pipeline.submission(id);
      return events.find(({ type }) => type === 'SubmissionCompleted')?.data;
    }),
  );
  const findings = [...pipeline.objects.contents].filter(([name]) => name.startsWith('work/findings')).sort();
  const months = await Promise.all(agencies.map((ori) => pipeline.months.entries(ori, '2026-09')));
  return { histories, outcomes, findings, months };
}

function streamOf({ report: { kind, ori, number } }: GeneratedReport): string {
  return reportStream(kind, ori, kind === 'zero' ? '2026-09' : number);
}

async function receiveAll(pipeline: Pipeline, files: readonly string[]): Promise<string[]> {
  const ids = [];
  for (const [index, text] of files.entries()) ids.push(await pipeline.receive(`file-${index}.txt`, text));
  return ids;
}

async function plain(files: readonly string[]) {
  const pipeline = createPipeline({ chunkSize: 2 });
  const ids = await receiveAll(pipeline, files);
  await pipeline.settle();
  return contentOf(pipeline, ids);
}

describe('delivering chunks', () => {
  it('again, at any time after they were done, changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(submissions, fc.array(fc.nat(), { maxLength: 20 }), async (filings, repeats) => {
        const files = filings.map(fileOf);
        const pipeline = createPipeline({ chunkSize: 2 });
        const ids = await receiveAll(pipeline, files);
        const done: ReportsChunk[] = [];
        for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) {
          await pipeline.process(chunk);
          done.push(chunk);
          const again = done[(repeats.shift() ?? 0) % done.length];
          if (again) await pipeline.process(again);
        }
        await pipeline.settle();

        expect(await contentOf(pipeline, ids)).toEqual(await plain(files));
      }),
      { numRuns: 40 },
    );
  });

  it('until they are done, through any failures of the ledger, ends the same', async () => {
    await fc.assert(
      fc.asyncProperty(submissions, faults, async (filings, schedule) => {
        const files = filings.map(fileOf);
        const pending: typeof schedule = [];
        const pipeline = createPipeline({ chunkSize: 2, wrap: (ledger) => failing(ledger, pending) });
        const ids = await receiveAll(pipeline, files);
        pending.push(...schedule);
        for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) await deliver(pipeline, chunk);
        await pipeline.settle();

        expect(await contentOf(pipeline, ids)).toEqual(await plain(files));
      }),
      { numRuns: 40 },
    );
  });

  it('in any order of agencies gives the same, as do their notices', async () => {
    await fc.assert(
      fc.asyncProperty(submissions, fc.boolean(), async (filings, swap) => {
        const files = filings.map(fileOf);
        const pipeline = createPipeline({ chunkSize: 2 });
        const ids = await receiveAll(pipeline, files);
        const order: readonly string[] = swap ? agencies.toReversed() : agencies;
        pipeline.chunks.messages.sort((a, b) => order.indexOf(a.body.ori) - order.indexOf(b.body.ori));
        for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) await pipeline.process(chunk);
        pipeline.notices.messages.reverse();
        await pipeline.settle();

        expect(await contentOf(pipeline, ids)).toEqual(await plain(files));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a report that is corrected over and over in one file', () => {
  it('is filed in appends that a ledger takes', async () => {
    const [incident] = reports;
    if (!incident) throw new RangeError('No incident was generated');
    const sizes: number[] = [];
    const pipeline = createPipeline({
      chunkSize: 500,
      wrap: (ledger) => ({
        ...ledger,
        append(appends) {
          sizes.push(...appends.map(({ events }) => events.length));
          return ledger.append(appends);
        },
      }),
    });
    const turns = Array.from({ length: 120 }, () => [corrected(incident), [deleted(incident), incident]]).flat(2);

    const id = await pipeline.receive('turns.txt', writeFile([incident, ...turns], { state: 'NONE', lineEnd: '\n' }));
    await pipeline.settle();

    const { kind, ori, number } = incident.report;
    expect(await pipeline.ledger.read(reportStream(kind, ori, number))).toHaveLength(241);
    expect(Math.max(...sizes)).toBeLessThan(99);
    expect((await pipeline.submission(id)).at(-1)?.data).toMatchObject({ tally: { accepted: 481, rejected: 0 } });
  });
});

describe('a month', () => {
  it('rebuilt from the ledger is what its notices made of it', async () => {
    await fc.assert(
      fc.asyncProperty(submissions, async (filings) => {
        const pipeline = createPipeline({ chunkSize: 2 });
        await receiveAll(pipeline, filings.map(fileOf));
        await pipeline.settle();

        for (const summary of await pipeline.months.summaries('2026-09')) {
          const entries = await pipeline.months.entries(summary.ori, '2026-09');
          expect(await rebuildMonth(pipeline, summary.ori, '2026-09')).toEqual(summary);
          expect(await pipeline.months.entries(summary.ori, '2026-09')).toEqual(entries);
        }
      }),
      { numRuns: 20 },
    );
  });
});
