import { describe, expect, it } from 'vitest';
import { createMemoryObjects, silentLog } from '../../test/memory.ts';
import { addSealed, fileNameOf } from '../../test/sealed.ts';
import { fold } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import { hold, release, stageOf } from '../ledger/forwarding.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { Ledger } from '../ledger/port.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { transmissionFold } from '../ledger/transmissions.ts';
import { forwardSealed } from './forward.ts';
import type { Forwarder, SealedFile } from './forwarder.ts';
import { createOutboxForwarder } from './outbox.ts';

const at = '2026-10-14T15:00:00.000Z';
const clock = () => new Date(at);
const stamp = { at, by: 'A. Reyes', cause: {} };
const reason = { reason: 'look again' };

/** A receiver of files that a forwarder reaches over a bad line. */
class Receiver implements Forwarder {
  readonly method = 'line';
  readonly arrived: string[] = [];
  readonly asked: string[] = [];
  /** What goes wrong next, if anything. */
  fault: 'before arrival' | 'after arrival' | undefined;

  async find({ fileName }: SealedFile) {
    this.asked.push(fileName);
    return this.arrived.includes(fileName) ? { reference: `found ${fileName}`, at } : undefined;
  }

  async forward({ fileName }: SealedFile) {
    const { fault } = this;
    this.fault = undefined;
    if (fault === 'before arrival') throw new Error('The line is dead');
    this.arrived.push(fileName);
    if (fault === 'after arrival') throw new Error('The line died');
    return { reference: `got ${fileName}`, at };
  }
}

const open = () => createMemoryLedger({ keyring: new RawKeyring({}) });
const eventsOf = async (ledger: Ledger, id: string) => (await ledger.read(transmissionStream(id))).slice(4);
const stageIn = async (ledger: Ledger, id: string) =>
  stageOf(fold(transmissionFold, await ledger.read(transmissionStream(id))));
const decided = (ledger: Ledger, id: string, how: typeof hold | typeof release) =>
  execute(ledger, transmissionStream(id), transmissionFold, (state) => how(state, reason, stamp));

function forwarding(ledger: Ledger, forwarder: Forwarder) {
  return (transmission: string) =>
    forwardSealed({ ledger, forwarder, clock, log: silentLog }, { transmission, by: 'schedule', request: 'r1' });
}

describe('a sealed file', () => {
  it('is handed over once, and the receipt is on record', async () => {
    const [ledger, receiver] = [open(), new Receiver()];
    const id = await addSealed(ledger, { series: 1, period: '2026-09' });
    expect(await forwarding(ledger, receiver)(id)).toBe(true);
    expect(await forwarding(ledger, receiver)(id)).toBe(false);
    expect(receiver.arrived).toEqual([fileNameOf(1)]);
    expect(receiver.asked).toEqual([]);
    expect(await eventsOf(ledger, id)).toMatchObject([
      { type: 'ForwardingStarted', data: { method: 'line' }, by: 'schedule', cause: { request: 'r1' } },
      { type: 'TransmissionForwarded', data: { method: 'line', reference: `got ${fileNameOf(1)}` }, at },
    ]);
  });

  it.each([
    ['before arrival', `got ${fileNameOf(1)}`],
    ['after arrival', `found ${fileNameOf(1)}`],
  ] as const)('arrives once when the line fails %s', async (fault, reference) => {
    const [ledger, receiver] = [open(), new Receiver()];
    const id = await addSealed(ledger, { series: 1, period: '2026-09' });
    receiver.fault = fault;
    await expect(forwarding(ledger, receiver)(id)).rejects.toThrow('The line');
    expect(await stageIn(ledger, id)).toBe('forwarding');
    await forwarding(ledger, receiver)(id);
    expect(receiver.asked).toEqual([fileNameOf(1)]);
    expect(receiver.arrived).toEqual([fileNameOf(1)]);
    const events = await eventsOf(ledger, id);
    expect(events.map(({ type }) => type)).toEqual(['ForwardingStarted', 'TransmissionForwarded']);
    expect(events[1]?.data).toEqual({ method: 'line', reference });
  });

  it('stays while it is held, and all later ones with it', async () => {
    const [ledger, receiver] = [open(), new Receiver()];
    const first = await addSealed(ledger, { series: 1, period: '2026-09' });
    const second = await addSealed(ledger, { series: 2, period: '2026-10' });
    const forward = forwarding(ledger, receiver);
    await decided(ledger, first, hold);
    await forward(first);
    await forward(second);
    expect(receiver.arrived).toEqual([]);
    expect([await stageIn(ledger, first), await stageIn(ledger, second)]).toEqual(['held', 'sealed']);

    await decided(ledger, first, release);
    await forward(second);
    expect(receiver.arrived).toEqual([]);
    await forward(first);
    await forward(second);
    expect(receiver.arrived).toEqual([1, 2].map(fileNameOf));
  });

  it('is not handed over before it is sealed', async () => {
    const [ledger, receiver] = [open(), new Receiver()];
    await expect(forwarding(ledger, receiver)('2026-09#2026-001')).rejects.toThrow('no sealed file');
    expect(receiver.arrived).toEqual([]);
  });
});

it('the outbox gets the hash as sha256sum reads it, beside the file', async () => {
  const [ledger, objects] = [open(), createMemoryObjects()];
  const id = await addSealed(ledger, { series: 1, period: '2026-09' });
  const forwarder = createOutboxForwarder({ objects, outboxBucket: 'outbox', clock });
  const key = `transmissions/2026-09/${fileNameOf(1)}`;
  const file = { transmission: id, period: '2026-09', key, manifestKey: `${key}.manifest.json`, bytes: 440 };
  const named = { ...file, fileName: fileNameOf(1), sha256: 'ab'.repeat(32) };
  expect(await forwarder.find(named)).toBeUndefined();
  await forwarding(ledger, forwarder)(id);
  expect(objects.contents.get(`outbox/${key}.sha256`)).toBe(`${'ab'.repeat(32)}  ${fileNameOf(1)}\n`);
  expect(await forwarder.find(named)).toEqual({ reference: `${key}.sha256`, at });
  expect((await eventsOf(ledger, id)).at(-1)?.data).toEqual({ method: 'outbox', reference: `${key}.sha256` });
});
