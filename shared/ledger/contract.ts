import { describe, expect, it } from 'vitest';
import type { Append, Ledger, NewEvent } from './port.ts';
import { agencyPeriod, reportStream } from './streams.ts';

/** Ledgers to try the contract on: `ledger` has both keys, `federalOnly` looks at the same store without the state key. */
export interface LedgersUnderTest {
  ledger: Ledger;
  federalOnly: Ledger;
}

/** What every adapter of `Ledger` must do; each runs it in its own test. `open` is called for every case. */
export function describeLedger(name: string, open: () => LedgersUnderTest): void {
  describe(`${name} as a ledger`, () => {
    it('gives back a stream as it was appended, from version 1 without gaps', async () => {
      const { ledger } = open();
      expect(await ledger.read('report#none')).toEqual([]);
      expect(await ledger.append([appendOf(streamOf(1), 0, [reported(1), reported(1)])])).toEqual(['appended']);
      expect(await ledger.append([appendOf(streamOf(1), 2, [reported(1)])])).toEqual(['appended']);
      const events = await ledger.read(streamOf(1));
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
      const { federal: _, state: __, ...fact } = reported(1);
      expect(events[2]).toMatchObject({ stream: streamOf(1), ...fact });
    });

    it('appends only to the version it was told, and the same append again conflicts', async () => {
      const { ledger } = open();
      const first = [appendOf(streamOf(1), 0, [reported(1)])];
      expect(await ledger.append(first)).toEqual(['appended']);
      expect(await ledger.append(first)).toEqual(['conflict']);
      expect(await ledger.append([appendOf(streamOf(1), 2, [reported(1)])])).toEqual(['conflict']);
      expect(await ledger.append([appendOf(streamOf(2), 1, [reported(2)])])).toEqual(['conflict']);
      expect(await ledger.read(streamOf(1))).toHaveLength(1);
      expect(await ledger.read(streamOf(2))).toEqual([]);
    });

    it('takes many streams in one call, and each conflicts on its own', async () => {
      const { ledger } = open();
      const taken = [7, 60, 61, 149];
      await ledger.append(taken.map((number) => appendOf(streamOf(number), 0, [reported(number, 'first')])));
      const numbers = Array.from({ length: 150 }, (_, number) => number);
      const outcomes = await ledger.append(
        numbers.map((number) => appendOf(streamOf(number), 0, [reported(number, 'second'), reported(number, 'third')])),
      );
      expect(outcomes).toEqual(numbers.map((number) => (taken.includes(number) ? 'conflict' : 'appended')));
      for (const number of [0, 7, 62, 149]) {
        const contents = await ledger.openFederal(await ledger.read(streamOf(number)));
        expect(contents).toEqual(taken.includes(number) ? ['first'] : ['second', 'third']);
      }
    });

    it('refuses a stream that is named twice in one call', async () => {
      const { ledger } = open();
      const twice = [appendOf(streamOf(1), 0, [reported(1)]), appendOf(streamOf(1), 1, [reported(1)])];
      await expect(ledger.append(twice)).rejects.toThrow(/twice/);
    });

    it('reads a stream that is longer than a page, with a large report in it', async () => {
      const { ledger } = open();
      const large = incompressible(200_000);
      for (let version = 0; version < 8; version++) {
        await ledger.append([appendOf(streamOf(1), version, [reported(1, `${large}${version}`)])]);
      }
      const contents = await ledger.openFederal(await ledger.read(streamOf(1)));
      expect(contents).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((version) => `${large}${version}`));
    });

    it('keeps the halves of a report apart and encrypted', async () => {
      const { ledger, federalOnly } = open();
      const secret = { ...reported(1, 'the federal lines'), state: '{"value":"granted asylum"}' };
      await ledger.append([appendOf(streamOf(1), 0, [secret])]);
      await ledger.append([appendOf(streamOf(1), 1, [reported(1, 'federal only'), { ...secret, state: '{}' }])]);
      const events = await ledger.read(streamOf(1));
      expect(await ledger.openFederal(events)).toEqual(['the federal lines', 'federal only', 'the federal lines']);
      expect(await ledger.openState(events)).toEqual(['{"value":"granted asylum"}', undefined, '{}']);
      expect(await federalOnly.openFederal(events)).toEqual(await ledger.openFederal(events));
      await expect(federalOnly.openState(events)).rejects.toMatchObject({ code: 'configuration' });
      const stored = events.flatMap(({ federal, state }) => [federal, state]).map((half) => text(half));
      expect(stored.join()).not.toMatch(/federal|asylum|granted|value/);
    });

    it('gives a stream its missing key when a half appears later', async () => {
      const { ledger } = open();
      await ledger.append([appendOf(streamOf(1), 0, [reported(1)])]);
      await ledger.append([appendOf(streamOf(1), 1, [{ ...reported(1), state: '{"late":true}' }])]);
      expect(await ledger.openState(await ledger.read(streamOf(1)))).toEqual([undefined, '{"late":true}']);
    });

    it('lists a month over many pages, without state halves, and opens it whole', async () => {
      const { ledger, federalOnly } = open();
      const filler = incompressible(6_000);
      const numbers = Array.from({ length: 300 }, (_, number) => number);
      const secret = '{"value":"a"}';
      await ledger.append(
        numbers.map((number) =>
          appendOf(streamOf(number), 0, [{ ...reported(number, `${number}${filler}`), state: secret }]),
        ),
      );
      await ledger.append([appendOf(streamOf(5), 1, [reported(5, 'again')])]);
      await ledger.append([appendOf('report#other', 0, [{ ...reported(1), agencyPeriod: 'MO0110100#2026-10' }])]);
      const month = await ledger.listMonth(ori, period);
      const expected = numbers.flatMap((number) =>
        number === 5 ? [`${streamOf(5)} 1`, `${streamOf(5)} 2`] : [`${streamOf(number)} 1`],
      );
      expect(month.map(({ stream, version }) => `${stream} ${version}`)).toEqual(expected.sort());
      expect(month.some((event) => event.state)).toBe(false);
      const opened = await federalOnly.openFederal(month);
      expect(opened.filter((content) => content?.endsWith(filler))).toHaveLength(300);
      expect(opened).toContain('again');
    });

    it('reads the first events of many streams, without halves, and knows which streams there are not', async () => {
      const { ledger } = open();
      const numbers = Array.from({ length: 250 }, (_, number) => number);
      await ledger.append(
        numbers.map((number) =>
          appendOf(streamOf(number), 0, [{ ...reported(number), state: '{}' }, reported(number)]),
        ),
      );
      const first = await ledger.readFirst([...numbers, 7, 900].map(streamOf));
      expect([...first.keys()].sort()).toEqual(numbers.map(streamOf).sort());
      const { federal: _, ...fact } = reported(249);
      expect(first.get(streamOf(249))).toMatchObject({ stream: streamOf(249), version: 1, ...fact });
      expect([...first.values()].some(({ federal, state }) => federal ?? state)).toBe(false);
      expect(await ledger.readFirst([])).toEqual(new Map());
    });

    it('lists the events of all streams under an index key, and no others', async () => {
      const { ledger } = open();
      const registered = (ori: string): NewEvent<'AgencyRegistered'> => ({
        type: 'AgencyRegistered',
        data: { facts: { ori, kind: 'local' } },
        at: '2026-01-05T08:30:00.000Z',
        by: 'test',
        cause: {},
        agencyPeriod: 'agencies',
      });
      expect(await ledger.listKey('agencies')).toEqual([]);
      await ledger.append(['B', 'A'].map((ori) => appendOf(`agency#${ori}`, 0, [registered(ori), registered(ori)])));
      await ledger.append([appendOf(streamOf(1), 0, [reported(1)])]);
      const listed = await ledger.listKey('agencies');
      const places = listed.map(({ stream, version }) => `${stream} ${version}`);
      expect(places).toEqual(['agency#A 1', 'agency#A 2', 'agency#B 1', 'agency#B 2']);
    });

    it('opens nothing of a stream whose keys were destroyed, and everything of the others', async () => {
      const { ledger } = open();
      const both = { ...reported(1), state: '{}' };
      await ledger.append([1, 2].map((number) => appendOf(streamOf(number), 0, [both])));
      await ledger.destroyKeys(streamOf(1));
      await ledger.destroyKeys(streamOf(1));
      const gone = await ledger.read(streamOf(1));
      expect(gone).toHaveLength(1);
      await expect(ledger.openFederal(gone)).rejects.toMatchObject({ code: 'corrupt-data' });
      await expect(ledger.openState(gone)).rejects.toMatchObject({ code: 'corrupt-data' });
      expect(await ledger.openState(await ledger.read(streamOf(2)))).toEqual(['{}']);
    });

    it('loses nothing when many write to one stream at a time', async () => {
      const { ledger } = open();
      const writers = Array.from({ length: 12 }, (_, writer) => `writer ${writer}`);
      await Promise.all(writers.map((writer) => appendUntilTaken(ledger, writer)));
      const contents = await ledger.openFederal(await ledger.read(streamOf(1)));
      expect(contents.toSorted()).toEqual(writers.toSorted());
    });
  });
}

const ori = 'MO0110100';
const period = '2026-09';

function streamOf(number: number): string {
  return reportStream('incident', ori, `26-${String(number).padStart(6, '0')}`);
}

function appendOf(stream: string, expectedVersion: number, events: NewEvent[]): Append {
  return { stream, expectedVersion, events };
}

function reported(number: number, federal = 'lines'): NewEvent<'IncidentReported'> {
  return {
    type: 'IncidentReported',
    data: { ori, number: `26-${number}`, part: '', period, contentHash: 'a'.repeat(64), segments: 3, stateElements: 0 },
    at: '2026-10-05T08:30:00.000Z',
    by: 'process-reports',
    cause: { submission: 'september', record: number + 1 },
    agencyPeriod: agencyPeriod(ori, period),
    federal,
  };
}

async function appendUntilTaken(ledger: Ledger, content: string): Promise<void> {
  for (;;) {
    const { length } = await ledger.read(streamOf(1));
    const [outcome] = await ledger.append([appendOf(streamOf(1), length, [reported(1, content)])]);
    if (outcome === 'appended') return;
  }
}

/** Text that no compression makes much smaller, the same every time. */
function incompressible(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1');
}
