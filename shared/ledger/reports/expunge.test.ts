import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../extract/month.ts';
import { type Fact, fold } from '../decider.ts';
import type { NewEvent } from '../port.ts';
import type { ReportCommand, ReportKey } from './command.ts';
import { decide } from './decide.ts';
import { complete, expunge, expungementFold } from './expunge.ts';
import { reportFold } from './state.ts';

const number = { ori: 'MO0110100', number: '26-000123' };
const order = { ...number, order: 'CIR-2026-0042' };
const stamp = { at: '2026-11-22T08:30:00.000Z', by: 'clerk', cause: { request: 'one' } };

/** Whatever agencies may do under a number, of either kind, in any order of months. */
const command = fc
  .record({
    command: fc.constantFrom('report', 'replace', 'delete'),
    report: fc.constantFrom<Pick<ReportKey, 'kind' | 'part'>>(
      { kind: 'incident', part: '' },
      { kind: 'arrest', part: '01' },
      { kind: 'arrest', part: '02' },
    ),
    contentHash: fc.constantFrom('a', 'b', 'c'),
    period: fc.constantFrom('2026-08', '2026-09', '2026-10'),
  })
  .map(({ command, report, contentHash, period }): ReportCommand => {
    const key = { ...number, ...report, period };
    const about = { key, stamp: { ...stamp, cause: { submission: 'file', record: 1 } } };
    if (command === 'delete') return { command, ...about };
    return { command, ...about, content: { contentHash, segments: 1, stateElements: 0, federal: 'lines' } };
  });

const history = fc
  .tuple(fc.array(command, { maxLength: 12 }), fc.boolean())
  .map(([commands, isSupplied]) => eventsAfter(isSupplied ? [supplied] : [], commands));

const supplied: NewEvent = {
  ...stamp,
  type: 'StateElementsSupplied',
  data: { ...number, contentHash: 'a', stateElements: 1 },
};

function eventsAfter(before: readonly NewEvent[], commands: readonly ReportCommand[]): NewEvent[] {
  const events = [...before];
  for (const asked of commands) events.push(...decide(asked, fold(reportFold, events)).events);
  return events;
}

function expunged(events: readonly Fact[]): NewEvent[] {
  return expunge(fold(expungementFold, events), order, stamp);
}

/** Each month with what its last event says of each part. */
function monthsOf(events: readonly NewEvent[]): Map<string, string> {
  const entries = events.map((event, index) => {
    const entry = entryOf('stream', index + 1, event);
    return entry && ([`${event.agencyPeriod} ${entry.part}`, entry.status] as const);
  });
  return new Map(entries.filter((entry) => entry !== undefined));
}

describe('a number that is expunged', () => {
  it('tells each month by itself that no part is in it, and nothing more than once', () => {
    fc.assert(
      fc.property(history, (events) => {
        const added = expunged(events);
        const contents = events.filter(({ type }) => /Reported|Replaced/.test(type));
        const places = new Set(
          contents.map(({ data, agencyPeriod }) => `${agencyPeriod} ${'part' in data && data.part}`),
        );
        expect(new Set(monthsOf(added).keys())).toEqual(places);
        expect(added).toHaveLength(places.size || Math.min(events.length, 1));
        expect([...monthsOf([...events, ...added]).values()]).not.toContain('present');
        expect(added.map(({ data }) => 'order' in data && data.order)).toEqual(added.map(() => order.order));
      }),
    );
  });

  it('is expunged once and for all, whatever comes under it', () => {
    fc.assert(
      fc.property(history, command, (events, later) => {
        const after = [...events, ...expunged(events)];
        fc.pre(after.length > 0);
        const state = fold(reportFold, after);
        expect([...state.parts.values()].every(({ status }) => status === 'deleted')).toBe(true);
        expect(decide(later, state)).toEqual({ events: [], outcome: 'refused', refusal: 'expunged' });
        expect(expunged(after)).toEqual([]);
      }),
    );
  });

  it('needs no report: a supplement that waits for one is expunged too', () => {
    expect(expunged([supplied])).toMatchObject([{ type: 'SupplementExpunged', data: order }]);
    expect(fold(reportFold, [supplied, ...expunged([supplied])]).expunged).toBe(true);
  });

  it('that nothing is on file under is no event', () => {
    expect(expunged([])).toEqual([]);
  });

  it('is done once a request', () => {
    const data = { ...order, uploads: 1, findings: 2, unsearched: [] };
    const state = fold(expungementFold, [supplied, ...expunged([supplied])]);
    const [done, ...more] = complete(state, data, stamp);
    expect(more).toEqual([]);
    expect(done).toMatchObject({ type: 'ExpungementCompleted', data });
    if (!done) throw new RangeError('There is no event');
    const after = expungementFold.evolve(state, done);
    expect(complete(after, data, stamp)).toEqual([]);
    expect(complete(after, data, { ...stamp, cause: { request: 'two' } })).toHaveLength(1);
  });
});
