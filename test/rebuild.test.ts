import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TryAgainError } from '../shared/errors.ts';
import { entryOf, type MonthSummary } from '../shared/extract/month.ts';
import { execute } from '../shared/ledger/execute.ts';
import { expunge, expungementFold } from '../shared/ledger/reports/expunge.ts';
import { reportStream } from '../shared/ledger/streams.ts';
import { rebuildAgency } from '../shared/rebuild/rebuild-agency.ts';
import { createSealedParts } from '../shared/rebuild/sealed-parts.ts';
import { FederalLoop, first, numberOf, onDelete, ori, own, refusesSecond, second, third } from './federal-loop.ts';
import { corrected, deleted } from './generate/corrections.ts';
import type { GeneratedReport } from './generate/reports.ts';
import { contentsOf, expectSameProjections, rebuiltFrom } from './rebuilt.ts';

const periods = ['2026-09', '2026-10'] as const;
const arrest = own.find(({ report }) => report.kind === 'arrest') as GeneratedReport;
const reports = [first, second, third, arrest];

/** Has an order carried out: the events, the keys and the notices, as far as projections are concerned. */
async function carryOut(loop: FederalLoop, generated: GeneratedReport): Promise<void> {
  const { ledger, notices } = loop.pipeline;
  const number = numberOf(generated);
  const stream = reportStream('incident', ori, number);
  const stamp = { at: '2026-11-05T11:00:00.000Z', by: 'test', cause: { request: 'A-1' } };
  const order = { ori, number, order: 'A-1' };
  await execute(ledger, stream, expungementFold, (now) => expunge(now, order, stamp));
  await ledger.destroyKeys(stream);
  const expunged = (await ledger.read(stream)).filter((event) => event.type === 'ReportExpunged');
  for (const event of expunged) {
    const entry = entryOf(event.stream, event.version, event);
    const body = { ori, period: event.data.period, submission: 'A-1', changed: entry ? [entry] : [] };
    await notices.send([{ body }]);
  }
  await loop.pipeline.settle();
}

type Step = readonly [
  'file' | 'correct' | 'delete' | 'expunge' | 'send' | 'sendInFull' | 'refuse' | 'answer',
  which: number,
  october: boolean,
];

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom(
      'file',
      'file',
      'correct',
      'correct',
      'delete',
      'expunge',
      'send',
      'send',
      'sendInFull',
      'refuse',
      'answer',
    ),
    fc.nat(reports.length - 1),
    fc.boolean(),
  ),
  { minLength: 4, maxLength: 16 },
);

/** What the FBI may find from a step on, and when it says so. */
function refuse(loop: FederalLoop, which: number, isLate: boolean): void {
  const report = reports[which] ?? first;
  loop.fbi.rules =
    [[], [refusesSecond], [onDelete(report, { code: '105', severity: 'error' })], [refusesSecond]][which] ?? [];
  loop.fbi.delivery = isLate ? 'late' : 'at once';
}

async function live(loop: FederalLoop, [what, which, october]: Step): Promise<void> {
  const report = reports[which] ?? first;
  const file = (...filed: GeneratedReport[]) => (october ? loop.fileInOctober(...filed) : loop.file(...filed));
  const period = october ? '2026-10' : '2026-09';
  if (what === 'file') await file(report);
  else if (what === 'correct') await file(...corrected(report));
  else if (what === 'delete') await file(deleted(report));
  else if (what === 'expunge') await carryOut(loop, report);
  else if (what === 'send') await loop.send(period);
  else if (what === 'sendInFull') await loop.send(period, { mode: 'full' });
  else if (what === 'refuse') refuse(loop, which, october);
  else await loop.hear(loop.fbi.answersHeld());
}

/** Everything that a rebuild of the loop's own projections reads and writes. */
function repairOf({ pipeline: { ledger, months, federal } }: FederalLoop) {
  return { ledger, months, federal, sealedParts: createSealedParts(ledger, () => new Date('2027-02-01T00:00:00Z')) };
}

function miscounted([summary]: readonly MonthSummary[]): MonthSummary {
  if (!summary) throw new Error('Nothing was projected');
  return { ...summary, incidents: 77 };
}

describe('projections that were thrown away', () => {
  it('come out again from the ledger alone, whatever has happened', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (life) => {
        const loop = new FederalLoop();
        for (const step of life) {
          await live(loop, step);
          const rebuilt = await rebuiltFrom(loop.pipeline.ledger, [ori], periods);
          await expectSameProjections(rebuilt, loop.pipeline, [ori], periods);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('projections that are there', () => {
  it('are brought to what the ledger says: what is missing, wrong and too many', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    await loop.file(first, second, third);
    await loop.send();
    await loop.file(...corrected(first));
    const sound = await contentsOf(loop.pipeline, [ori], periods);

    const { months, federal } = loop.pipeline;
    const [entry] = await months.entries(ori, '2026-09');
    const [summary] = await months.summaries('2026-09');
    const [held] = await federal.heldOf(ori);
    if (!entry || !summary || !held) throw new Error('Nothing was projected');
    await months.remove(ori, '2026-09', [entry]);
    await months.save({ ...summary, incidents: 77 }, [{ ...entry, part: '77' }]);
    await federal.hold(ori, [
      { ...held, status: 'unknown' },
      { ...held, part: '77' },
    ]);
    await federal.addUnsent({ ori, period: '2026-10', digest: 'of nothing' }, [entry]);
    await federal.removeUnsent(ori, await federal.unsent(ori, '2026-09'));
    expect(await contentsOf(loop.pipeline, [ori], periods)).not.toEqual(sound);

    const rebuilt = await rebuildAgency(repairOf(loop), { ori, periods });
    expect(await contentsOf(loop.pipeline, [ori], periods)).toEqual(sound);
    expect(rebuilt).toMatchObject({ ori, months: 1, entries: 3, held: 3, unsent: 1 });
    expect(rebuilt.changed).toBeGreaterThan(5);
    expect(await rebuildAgency(repairOf(loop), { ori, periods })).toMatchObject({ changed: 0 });
  });

  it('keep what others write meanwhile', async () => {
    const loop = new FederalLoop();
    await loop.file(first);
    const repair = repairOf(loop);
    const { ledger, months } = loop.pipeline;
    // Something is to be done, so that there is a second pass.
    await months.save(miscounted(await months.summaries('2026-09')), []);
    let passes = 0;
    // Between reading the ledger and writing, a file comes in, and a transmission is sealed.
    const sealedParts = {
      async of(...asked: Parameters<typeof repair.sealedParts.of>) {
        const parts = await repair.sealedParts.of(...asked);
        passes += 1;
        if (passes === 1) await loop.file(second, ...corrected(first));
        if (passes === 2) await loop.send();
        return parts;
      },
    };
    await rebuildAgency({ ...repair, sealedParts }, { ori, periods });
    expect(passes).toBeGreaterThan(1);
    const rebuilt = await rebuiltFrom(ledger, [ori], periods);
    await expectSameProjections(rebuilt, loop.pipeline, [ori], periods);
    expect(await loop.send()).toBeUndefined();
    await loop.expectSame();
  });

  it('are not set back by an index that lags behind', async () => {
    const loop = new FederalLoop();
    await loop.file(first);
    const before = await loop.pipeline.ledger.listMonth(ori, '2026-09');
    await loop.file(...corrected(first));
    const sound = await contentsOf(loop.pipeline, [ori], periods);
    const repair = repairOf(loop);
    const ledger = { ...repair.ledger, listMonth: async () => before };
    await rebuildAgency({ ...repair, ledger }, { ori, periods: ['2026-09'] });
    expect(await contentsOf(loop.pipeline, [ori], periods)).toEqual(sound);
  });

  it('are left to be tried again when others never come to rest', async () => {
    const loop = new FederalLoop();
    await loop.file(first);
    const repair = repairOf(loop);
    const summaries = await repair.months.summaries('2026-09');
    const disturb = () => repair.months.save(miscounted(summaries), []);
    await disturb();
    const federal = { ...repair.federal, release: disturb };
    const busy = rebuildAgency({ ...repair, federal }, { ori, periods });
    await expect(busy).rejects.toThrow(TryAgainError);
  });
});
