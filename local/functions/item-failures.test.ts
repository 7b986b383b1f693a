import { describe, expect, it } from 'vitest';
import { failedItems } from './item-failures.ts';

const batch = [{ MessageId: 'a' }, { MessageId: 'b' }, { MessageId: 'c' }];
const failures = (reply: unknown) => [...failedItems(reply, batch)].map(({ MessageId }) => MessageId);

describe('a reply', () => {
  it.each([[null], [undefined], [{}], [{ batchItemFailures: null }], [{ batchItemFailures: [] }]])(
    '%j means that all messages succeeded',
    (reply) => expect(failures(reply)).toEqual([]),
  );

  it('names the messages that failed', () => {
    expect(failures({ batchItemFailures: [{ itemIdentifier: 'b' }] })).toEqual(['b']);
  });

  it.each([
    ['done'],
    [{ batchItemFailures: 'b' }],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }],
    [{ batchItemFailures: [{ itemIdentifier: null }] }],
    [{ batchItemFailures: [{ id: 'b' }] }],
    [{ batchItemFailures: [{ itemIdentifier: 'unknown' }] }],
  ])('%j is malformed and fails the whole batch', (reply) => expect(failures(reply)).toEqual(['a', 'b', 'c']));
});
