import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from './api.ts';
import { poll } from './poll.ts';

const failure = (status: number) => new Problem({ type: 'x', title: 'Failed', status, detail: 'Try again.' });

/** Polls through these replies, of which numbers are data; more is to be expected until the reply is 0. */
async function polled(replies: readonly (number | Problem)[], endAfter = Number.POSITIVE_INFINITY) {
  const ended = new AbortController();
  const told: unknown[] = [];
  const waits: number[] = [];
  const left = [...replies];
  await poll<number>({
    signal: ended.signal,
    async ask() {
      const reply = left.shift() ?? 0;
      if (reply instanceof Problem) throw reply;
      return reply;
    },
    tell: ({ data, problem }) => told.push(problem?.status ?? data),
    goesOn: (reply) => reply !== 0,
    async wait(millis) {
      waits.push(millis);
      if (waits.length >= endAfter) ended.abort();
    },
  });
  return { told, waits };
}

describe('polling', () => {
  it('asks once where nothing more is to be expected', async () => {
    expect(await polled([0, 1])).toEqual({ told: [0], waits: [] });
  });

  it('asks soon after a new reply, and later and later after the same one', async () => {
    expect((await polled([1, 1, 1, 2, 2, 0])).waits).toEqual([1000, 1500, 2250, 1000, 1500]);
  });

  it('goes on over what may pass, and ends at what may not', async () => {
    expect((await polled([1, failure(503), failure(0), 2, 0])).told).toEqual([1, 503, 0, 2, 0]);
    expect((await polled([1, failure(403), 2])).told).toEqual([1, 403]);
  });

  it('leaves it to whoever looks to try again when there was nothing yet', async () => {
    expect((await polled([failure(503), 1])).told).toEqual([503]);
  });

  it('never waits longer than 20 seconds, and tells nothing after its end', async () => {
    const reply = fc.oneof(fc.integer({ min: 1, max: 2 }), fc.constant(0).map(failure));
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), async (rest, end) => {
        const { told, waits } = await polled([1, ...rest], end);
        expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
        expect(told.length).toBe(Math.min(end, rest.length + 2));
      }),
    );
  });
});
