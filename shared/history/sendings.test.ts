import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FederalLoop, first, ori, refusesSecond, second } from '../../test/federal-loop.ts';
import { corrected, deleted } from '../../test/generate/corrections.ts';
import type { GeneratedReport } from '../../test/generate/reports.ts';
import { writtenIn } from '../extract/update-federal-copy.ts';
import { fold } from '../ledger/decider.ts';
import type { Ledger } from '../ledger/port.ts';
import { reportStream, seriesStream, transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import { sendingsOf } from './sendings.ts';

const stream = reportStream('incident', ori, second.report.number);
const years = [2026, 2027, 2028];

const happening = fc.constantFrom(
  'report',
  'correct',
  'correct',
  'correct in October',
  'delete',
  'other in October',
  'send',
  'send',
  'send October',
  'send in full',
  'refuse',
  'refuse on file',
  'take',
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const onFile = { code: '056', severity: 'error', element: '2', text: 'ON FILE' } as const;

/** Lets things happen, a day or three weeks after each other. */
async function live(happenings: readonly { what: Happening; days: number }[], wrap?: (ledger: Ledger) => Ledger) {
  const loop = new FederalLoop({}, wrap ? { wrap } : {});
  let now = Date.UTC(2026, 10, 5);
  let [report, other] = [second, first];
  const correctionOf = (generated: GeneratedReport) => corrected(generated) as [GeneratedReport, GeneratedReport];
  const acts: Record<Happening, () => Promise<unknown>> = {
    report: () => loop.file(report),
    correct: () => loop.file(...next()),
    'correct in October': () => loop.fileInOctober(...next()),
    delete: () => loop.file(deleted(report)),
    'other in October': () => {
      const [deletion, correction] = correctionOf(other);
      other = correction;
      return loop.fileInOctober(deletion, correction);
    },
    send: () => loop.send(),
    'send October': () => loop.send('2026-10'),
    'send in full': () => loop.send('2026-09', { mode: 'full' }),
    refuse: async () => {
      loop.fbi.rules = [refusesSecond];
    },
    'refuse on file': async () => {
      loop.fbi.rules = [(each) => (each.number === second.report.number && each.action !== 'D' ? onFile : undefined)];
    },
    take: async () => {
      loop.fbi.rules = [];
    },
  };
  const next = () => {
    const pair = correctionOf(report);
    report = pair[1];
    return pair;
  };
  await loop.file(first);
  for (const { what, days } of happenings) {
    now += days * 24 * 3_600_000;
    loop.pipeline.setClock(new Date(now).toISOString());
    await acts[what]();
  }
  return loop.pipeline.ledger;
}

/** What every transmission there ever was says of the report. */
async function allSendings(ledger: Ledger) {
  const taken = (await Promise.all(years.map((year) => ledger.read(seriesStream(year))))).flat();
  const sendings = [];
  for (const { type, data } of taken) {
    if (type !== 'SeriesNumberTaken') continue;
    const events = await ledger.read(transmissionStream(data.transmission));
    const part = fold(transmissionFold, events).parts.get(ori);
    const said = part ? await writtenIn(ledger, data.transmission, part) : [];
    const own = said.filter((report) => report.stream === stream);
    if (own.length > 0) sendings.push({ transmission: data.transmission, events, said: own });
  }
  return sendings;
}

/** The FBI has something else under the number, and gets the report again with another month, uncorrected. */
const refusedForWhatIsThere = (['report', 'refuse on file', 'send', 'take', 'send October'] as const).map(
  (what) => ({ what, days: 21 }) as const,
);

it('are found without looking into every transmission, whatever has happened', async () => {
  const life = fc.array(fc.record({ what: happening, days: fc.constantFrom(1, 21) }), { minLength: 3, maxLength: 14 });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(life, async (happenings) => {
      const ledger = await live(happenings);
      const sendings = await sendingsOf(ledger, { ori, events: await ledger.read(stream) }, 2028);
      expect(sendings).toEqual(await allSendings(ledger));
      found += sendings.length;
    }),
    { numRuns: 60, examples: [[refusedForWhatIsThere]] },
  );
  expect(found).toBeGreaterThan(20);
}, 60_000);

it('take no look at the transmissions of later months which had nothing to tell of the report', async () => {
  const read: string[] = [];
  const noting = (ledger: Ledger): Ledger => ({
    ...ledger,
    read: (name) => {
      read.push(name);
      return ledger.read(name);
    },
  });
  const later = ['other in October', 'send October', 'other in October', 'send October'] as const;
  const lives = (['report', 'send', ...later, 'correct in October', ...later] as const).map((what) => ({
    what,
    days: 21,
  }));
  const ledger = await live(lives, noting);
  const events = await ledger.read(stream);
  read.length = 0;
  const sendings = await sendingsOf(ledger, { ori, events }, 2027);
  const [filed, amended] = ['2026-09#2026-001', '2026-10#2027-003'];
  expect(sendings.map(({ transmission }) => transmission)).toEqual([filed, amended]);
  // The one before may have been under way when the correction came; the one after is of a month of the report's, and may
  // have been sent in full.
  const looked = read.filter((name) => name.startsWith('transmission#'));
  expect(looked).toEqual([filed, '2026-10#2027-002', amended, '2026-10#2027-004'].map(transmissionStream));
});
