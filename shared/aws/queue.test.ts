import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidMessageError } from '../errors.ts';
import { batches } from './queue.ts';

const messages = fc.array(
  fc.record(
    {
      body: fc.record({ text: fc.nat({ max: 200_000 }).map((size) => 'x'.repeat(size)) }),
      group: fc.constantFrom('MO0010100', 'MO0020200', 'MO0030300'),
    },
    { requiredKeys: ['body'] },
  ),
  { maxLength: 40 },
);

describe('batches of messages', () => {
  it('keep the limits of SQS, the order, and one message of a group in each', () => {
    fc.assert(
      fc.property(messages, (sent) => {
        const made = [...batches(sent)];

        for (const batch of made) {
          expect(batch.length).toBeLessThanOrEqual(10);
          expect(batch.reduce((sum, { MessageBody = '' }) => sum + MessageBody.length, 0)).toBeLessThanOrEqual(262_144);
          expect(new Set(batch.map(({ Id }) => Id)).size).toBe(batch.length);
          const groups = batch.map(({ MessageGroupId }) => MessageGroupId).filter((group) => group !== undefined);
          expect(new Set(groups).size).toBe(groups.length);
        }
        expect(made.flat().map(({ MessageBody }) => MessageBody)).toEqual(sent.map(({ body }) => JSON.stringify(body)));
      }),
      { numRuns: 30 },
    );
  });

  it('refuse a message that no batch can hold', () => {
    expect(() => [...batches([{ body: 'x'.repeat(262_144) }])]).toThrow(InvalidMessageError);
  });
});
