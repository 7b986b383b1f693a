import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Call, Problem } from '../api.ts';
import { type Sending, sendFile } from './send-file.ts';

const brokenOff = new Problem({ type: 'x', title: 'Broke off', status: 0, detail: 'Try again.' });
const refused = new Problem({ type: 'x', title: 'Not for you', status: 403, detail: 'Ask the state program.' });
const text = 'The first, the second and the last.';
const partBytes = 10;

/** Sends a text to an inbox that takes forms or parts, whose transfers fail as `failures` says, one after the other. */
async function sendTo({
  kind,
  there = [],
  failures = [],
}: {
  kind: 'form' | 'parts' | 'none';
  there?: number[];
  failures?: (Problem | undefined)[];
}) {
  const operations: string[] = [];
  const came = new Map<string, string>();
  const shares: number[] = [];
  const waits: number[] = [];
  const upload = {
    none: { kind },
    form: { kind, url: 'https://inbox/form', fields: { key: 'k' }, expires: '2026-11-22T00:00:00Z' },
    parts: { kind, partBytes, parts: [1, 2, 3, 4].map((number) => ({ number, isThere: there.includes(number) })) },
  }[kind];
  const call = (async (operation: string, { body }: { body?: { parts: { number: number; sha256: string }[] } }) => {
    operations.push(operation);
    if (operation === 'openSubmission') return { submission: '5', upload };
    const parts = body?.parts.map(({ number, sha256 }) => ({ number, url: `${number}`, headers: { sha256 } }));
    return { parts, expires: '' };
  }) as unknown as Call;
  const sending: Sending = {
    call,
    agency: 'MO1990100',
    signal: new AbortController().signal,
    hashOf: async () => 'hash',
    hashPart: async (part) =>
      createHash('sha256')
        .update(await part.text())
        .digest('hex'),
    wait: async (millis) => waits.push(millis),
    async transfer({ url, body, headers, tell }) {
      const failure = failures.shift();
      if (failure) throw failure;
      const blob = body instanceof FormData ? (body.get('file') as File) : body;
      const sent = await blob.text();
      if (headers) expect(headers.sha256).toBe(createHash('sha256').update(sent).digest('hex'));
      tell(1);
      came.set(url, sent);
    },
    tell: ({ is, share }) => is === 'uploading' && shares.push(share),
  };
  const sent = await sendFile(new File([text], 'october.txt'), sending).catch((error: unknown) => error);
  return { sent, operations, came, shares, waits };
}

describe('a file that fits into a form', () => {
  it('is sent as it is', async () => {
    const { sent, came, operations } = await sendTo({ kind: 'form' });
    expect(sent).toEqual({ submission: '5', wasHere: false });
    expect([operations, [...came]]).toEqual([['openSubmission'], [['https://inbox/form', text]]]);
  });

  it('is opened anew after it broke off, later and later, five times at most', async () => {
    const twice = await sendTo({ kind: 'form', failures: [brokenOff, brokenOff] });
    expect([twice.operations.length, twice.came.size, twice.waits]).toEqual([3, 1, [1000, 2000]]);
    const always = await sendTo({ kind: 'form', failures: Array(9).fill(brokenOff) });
    expect([always.sent, always.operations.length]).toEqual([brokenOff, 5]);
  });

  it('is not sent again where that would not help', async () => {
    const { sent, operations } = await sendTo({ kind: 'form', failures: [refused] });
    expect([sent, operations.length]).toEqual([refused, 1]);
  });
});

describe('a large file', () => {
  it('is cut into parts that are put together, each with its hash', async () => {
    const { came, operations, shares } = await sendTo({ kind: 'parts' });
    expect(['1', '2', '3', '4'].map((part) => came.get(part)).join('')).toBe(text);
    expect(operations).toEqual(['openSubmission', ...Array(4).fill('signParts'), 'completeUpload']);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('goes on where it was', async () => {
    const { came, shares } = await sendTo({ kind: 'parts', there: [1, 3] });
    expect([...came.keys()].sort()).toEqual(['2', '4']);
    expect(shares).toContain(20 / text.length);
  });

  it('gets a new place for a part that broke off, and no other', async () => {
    const { operations, came } = await sendTo({ kind: 'parts', failures: [brokenOff] });
    expect([operations.filter((operation) => operation === 'signParts').length, came.size]).toEqual([5, 4]);
  });

  it('is not put together when a part is not taken', async () => {
    const { sent, operations } = await sendTo({ kind: 'parts', failures: [refused] });
    expect(sent).toBe(refused);
    expect(operations).not.toContain('completeUpload');
  });
});

it('does not send what is there already', async () => {
  const { sent, came } = await sendTo({ kind: 'none' });
  expect([sent, came.size]).toEqual([{ submission: '5', wasHere: true }, 0]);
});
