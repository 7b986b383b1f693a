import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { fold } from './decider.ts';
import { hold, isUnforwarded, recordForwarded, release, stageOf, startForwarding } from './forwarding.ts';
import type { NewEvent } from './port.ts';
import { acknowledge, recordCopy, recordPart, refuse, seal, start, transmissionFold } from './transmissions.ts';

const stamp = { at: '2026-10-14T15:00:00.000Z', by: 'A. Reyes', cause: {} };
const fileName = 'MOUCR0001_20261011_NIBRS_001.txt';
const sums = { reports: 1, records: 3, bytes: 300, sha256: 's', strippedStateElements: 0 };
const receipt = { method: 'outbox', reference: 'k.sha256' };
const reason = { reason: 'a correction is on its way' };
const answer = { ...{ answer: 'a.eds', sha256: 'x', dataSet: 'errors', errors: 0, warnings: 0, refused: 0, gaps: 0 } };

type Step = (state: ReturnType<typeof stateAfter>) => NewEvent[];
const steps = {
  start: (state) =>
    start(state, { period: '2026-09', submitter: 'M', series: 1, fileName, agencies: ['MO1'], basis: 'b' }, stamp),
  part: (state) => recordPart(state, { ori: 'MO1', key: 'p', ...sums }, stamp),
  refuse: (state) => refuse(state, { reason: 'edits', findings: [] }, stamp),
  seal: (state) => seal(state, { fileName, key: 'k', manifestKey: 'm', ...sums }, stamp),
  copy: (state) => recordCopy(state, { reports: 1 }, stamp),
  hold: (state) => hold(state, reason, stamp),
  release: (state) => release(state, reason, stamp),
  begin: (state) => startForwarding(state, { method: 'outbox' }, stamp),
  forward: (state) => recordForwarded(state, receipt, stamp),
  acknowledge: (state) =>
    acknowledge(state, { ...answer, dataSet: 'errors', agencies: {}, unmatched: 0, unmatchedFindings: [] }, stamp),
} satisfies Record<string, Step>;
type Name = keyof typeof steps;

function stateAfter(events: readonly NewEvent[]) {
  return fold(transmissionFold, events);
}

/** The events of steps, one after the other. */
function eventsOf(...names: Name[]): NewEvent[] {
  const events: NewEvent[] = [];
  for (const name of names) events.push(...steps[name](stateAfter(events)));
  return events;
}

const sealed: Name[] = ['start', 'part', 'seal', 'copy'];
const stageAfter = (...names: Name[]) => stageOf(stateAfter(eventsOf(...sealed, ...names)));

describe('a sealed transmission', () => {
  it('goes through its stages', () => {
    expect(stageOf(stateAfter(eventsOf('start', 'part', 'seal')))).toBe('started');
    expect(stageOf(stateAfter(eventsOf('start', 'part', 'refuse')))).toBe('refused');
    expect(stageAfter()).toBe('sealed');
    expect(stageAfter('hold')).toBe('held');
    expect(stageAfter('hold', 'release')).toBe('sealed');
    expect(stageAfter('begin')).toBe('forwarding');
    expect(stageAfter('begin', 'forward')).toBe('forwarded');
    expect(stageAfter('begin', 'forward', 'acknowledge')).toBe('acknowledged');
    // It went by hand.
    expect(stageAfter('hold', 'acknowledge')).toBe('acknowledged');
  });

  it.each<[Name, Name[]]>([
    ['hold', []],
    ['hold', ['start', 'part', 'seal']],
    ['hold', ['start', 'part', 'refuse']],
    ['hold', [...sealed, 'begin']],
    ['hold', [...sealed, 'begin', 'forward']],
    ['hold', [...sealed, 'acknowledge']],
    ['begin', ['start', 'part', 'seal']],
    ['begin', ['start', 'part', 'refuse']],
    ['begin', [...sealed, 'hold']],
    ['forward', sealed],
  ])('%s is refused after %j', (name, before) => {
    expect(() => steps[name](stateAfter(eventsOf(...before)))).toThrow(UsageError);
  });
});

it('whatever is asked of it, it is forwarded once, after an attempt, and never while it is held', () => {
  const names = Object.keys(steps) as Name[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 40 }), (asked) => {
      const events: NewEvent[] = eventsOf(...sealed);
      for (const name of asked) {
        const before = stateAfter(events);
        try {
          const added = steps[name](before);
          expect(added.length).toBeLessThanOrEqual(1);
          events.push(...added);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
        // The same once more changes nothing.
        if (events.length > before.version) expect(steps[name](stateAfter(events))).toEqual([]);
      }
      const types = events.map(({ type }) => type);
      const count = (type: string) => types.filter((each) => each === type).length;
      expect(count('TransmissionForwarded')).toBeLessThanOrEqual(count('ForwardingStarted'));
      expect(count('ForwardingStarted')).toBeLessThanOrEqual(1);
      const held = types.filter((type) => /Held|Released/.test(type));
      expect(held).toEqual(held.map((_, index) => (index % 2 === 0 ? 'TransmissionHeld' : 'TransmissionReleased')));
      const begun = types.indexOf('ForwardingStarted');
      if (begun >= 0) expect(types.slice(begun)).not.toContain('TransmissionHeld');
      if (begun >= 0) expect(isUnforwarded(stateAfter(events.slice(0, begun)))).toBe(true);
      if (begun >= 0) expect(stateAfter(events.slice(0, begun)).held).toBeUndefined();
    }),
  );
});
