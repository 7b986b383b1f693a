import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryLedger } from '../memory.ts';
import type { Ledger } from '../port.ts';
import { RawKeyring } from '../protection/keyring.ts';
import { type ReportCommand, type ReportKey, streamOf } from './command.ts';
import { decide } from './decide.ts';
import { isReplay, stateBefore } from './replay.ts';

/** What one record asks for: which report, what of it, in which month. */
const request = fc.record({
  command: fc.constantFrom('report', 'report', 'replace', 'delete'),
  report: fc.constantFrom<Pick<ReportKey, 'kind' | 'number' | 'part'>>(
    { kind: 'incident', number: '1', part: '' },
    { kind: 'arrest', number: '1', part: '01' },
    { kind: 'arrest', number: '1', part: '02' },
    { kind: 'zero', number: '0', part: '' },
  ),
  allParts: fc.boolean(),
  content: fc.constantFrom('a', 'b', 'c'),
  date: fc.constantFrom('20260801', '20260802', undefined),
  period: fc.constantFrom('2026-08', '2026-09', '2026-10'),
});

type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

/** A chunk, and how far the deliveries came that crashed before the one that went through; it may go through twice. */
const chunk = fc.record({
  requests: fc.array(request, { minLength: 1, maxLength: 6 }),
  crashes: fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
  again: fc.boolean(),
});

it('a chunk that is delivered again, whole or after a crash, leaves the same ledger and says the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { minLength: 1, maxLength: 6 }), async (chunks) => {
      const smooth = newLedger();
      const rough = newLedger();
      for (const [index, { requests, crashes, again }] of chunks.entries()) {
        const commands = requests.map((asked, place) => commandOf(asked, `chunk ${index}`, place * 3 + 1));
        const expected = await deliver(smooth, commands);
        for (const crash of crashes) await deliver(rough, commands.slice(0, crash));
        expect(await deliver(rough, commands)).toEqual(expected);
        if (again) expect(await deliver(rough, commands)).toEqual(expected);
      }
      expect(await contentsOf(rough)).toEqual(await contentsOf(smooth));
    }),
    { numRuns: 300 },
  );
});

/** Processes commands one by one, as the replay rule demands it. */
async function deliver(ledger: Ledger, commands: readonly ReportCommand[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const command of commands) {
    const stream = streamOf(command.key);
    const events = await ledger.read(stream);
    const { cause } = command.stamp;
    const state = stateBefore(events, cause);
    const decision = decide(command, state);
    outcomes.push(`${decision.outcome} ${decision.refusal} ${decision.warning?.dateOnFile}`);
    if (isReplay(events, cause) || decision.events.length === 0) continue;
    expect(await ledger.append([{ stream, expectedVersion: state.version, events: decision.events }])).toEqual([
      'appended',
    ]);
  }
  return outcomes;
}

function commandOf(asked: Request, submission: string, record: number): ReportCommand {
  const part = asked.command === 'delete' && asked.allParts ? '' : asked.report.part;
  const key = { ...asked.report, part, ori: 'MO0110100', period: asked.period };
  const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { submission, record } };
  const deleteDate = asked.date;
  if (asked.command === 'delete') return { command: 'delete', key, stamp, deleteDate };
  const { content: federal, date } = asked;
  const content = { contentHash: federal, segments: 1, stateElements: 0, date, federal };
  if (asked.command === 'replace') return { command: 'replace', key, stamp, content, deleteDate };
  return { command: 'report', key, stamp, content };
}

function newLedger(): Ledger {
  return createMemoryLedger({ keyring: new RawKeyring({ federal: randomBytes(32) }) });
}

async function contentsOf(ledger: Ledger) {
  const streams = ['report#MO0110100#1', 'zero#MO0110100#0'];
  const events = (await Promise.all(streams.map((stream) => ledger.read(stream)))).flat();
  return events.map(({ federal: _, ...fact }) => fact);
}
