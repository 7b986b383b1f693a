import { describe, expect, it } from 'vitest';
import type { Tally } from '../../events/submission.ts';
import { fold } from './decider.ts';
import type { NewEvent } from './port.ts';
import { addTallies, emptyTally, receive, recordChunk, redact, refuse, split, submissionFold } from './submissions.ts';

const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { submission: 'september' } };
const file = {
  bucket: 'inbox',
  key: 'submissions/september/s.txt',
  fileName: 's.txt',
  bytes: 900,
  sha256: 'a'.repeat(64),
};
const cut = { period: '2026-09', records: 10, reports: 4, agencies: ['MO0110100'], chunks: 2 };
const reason = { reason: 'empty', message: 'The file is empty.', hint: 'Export it again.', records: 0 };

const one: Tally = { ...emptyTally(), records: 6, reports: 2, accepted: 2, findingsByCode: { 404: 1, 1401: 2 } };
const other: Tally = { ...emptyTally(), records: 4, reports: 2, accepted: 1, rejected: 1, findingsByCode: { 404: 2 } };
const chunk = (number: number, tally = one) => ({ chunk: number, ori: 'MO0110100', tally });

const received = receive(stateAfter([]), file, '2026-10', stamp);
const whole = [...received, ...split(stateAfter(received), cut, stamp)];
const begun = [...whole, ...recordChunk(stateAfter(whole), chunk(1), stamp)];
const completed = [...begun, ...recordChunk(stateAfter(begun), chunk(0, other), stamp)];

describe('a submission', () => {
  it('goes from received to completed, with the tally of all chunks', () => {
    expect(completed.map(({ type }) => type)).toEqual([
      'SubmissionReceived',
      'SubmissionSplit',
      'ChunkProcessed',
      'ChunkProcessed',
      'SubmissionCompleted',
    ]);
    expect(completed.at(-1)?.data).toEqual({ tally: addTallies(one, other) });
    expect(stateAfter(completed)).toMatchObject({ version: 5, status: 'completed', tally: addTallies(one, other) });
  });

  it('takes each step once', () => {
    expect(receive(stateAfter(received), file, '2026-10', stamp)).toEqual([]);
    expect(split(stateAfter(begun), cut, stamp)).toEqual([]);
    expect(recordChunk(stateAfter(begun), chunk(1), stamp)).toEqual([]);
    expect(recordChunk(stateAfter(completed), chunk(0), stamp)).toEqual([]);
  });

  it('is split or refused, whichever came first', () => {
    const refused = [...received, ...refuse(stateAfter(received), reason, stamp)];
    expect(stateAfter(refused).status).toBe('refused');
    expect(refuse(stateAfter(refused), reason, stamp)).toEqual([]);
    expect(split(stateAfter(refused), cut, stamp)).toEqual([]);
    expect(refuse(stateAfter(whole), reason, stamp)).toEqual([]);
  });

  it('completes also when its chunks were processed before the split was recorded', () => {
    const early = [...received, ...recordChunk(stateAfter(received), chunk(1), stamp)];
    expect(stateAfter(early).status).toBe('received');
    const late = [...early, ...split(stateAfter(early), cut, stamp)];
    expect(stateAfter(late).status).toBe('split');
    expect(stateAfter([...late, ...recordChunk(stateAfter(late), chunk(0, other), stamp)]).status).toBe('completed');

    const all = [...early, ...recordChunk(stateAfter(early), chunk(0, other), stamp)];
    const types = split(stateAfter(all), cut, stamp).map(({ type }) => type);
    expect(types).toEqual(['SubmissionSplit', 'SubmissionCompleted']);
  });

  it('knows no chunk before it is on record, none beyond the last, and none when it is refused', () => {
    expect(() => recordChunk(stateAfter([]), chunk(0), stamp)).toThrow(expect.objectContaining({ retryable: true }));
    expect(() => recordChunk(stateAfter(whole), chunk(2), stamp)).toThrow(/no chunk 2/);
    const refused = [...received, ...refuse(stateAfter(received), reason, stamp)];
    expect(() => recordChunk(stateAfter(refused), chunk(0), stamp)).toThrow(/no chunk 0/);
  });
});

it.each([[[]], [received], [completed]])(
  'a file is redacted once to the same, whatever became of its submission',
  (before) => {
    const data = { ori: 'MO0110100', number: '26-1', order: 'CIR-1', sha256: 'b'.repeat(64), records: 3 };
    const redacted = [...before, ...redact(stateAfter(before), data, stamp)];
    expect(redacted.at(-1)).toMatchObject({ type: 'UploadRedacted', data });
    expect(stateAfter(redacted).status).toBe(stateAfter(before).status);
    expect(redact(stateAfter(redacted), data, stamp)).toEqual([]);
    expect(redact(stateAfter(redacted), { ...data, sha256: 'c'.repeat(64) }, stamp)).toHaveLength(1);
  },
);

it('tallies add up, code by code', () => {
  expect(addTallies(one, other)).toMatchObject({ records: 10, accepted: 3, findingsByCode: { 404: 3, 1401: 2 } });
  expect(addTallies(one, emptyTally())).toEqual(one);
});

function stateAfter(events: NewEvent[]) {
  return fold(submissionFold, events);
}
