import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api.ts';
import { type Doing, UploadList } from './upload-list.ts';

const broken = new Problem({ type: 'x', title: 'Broke off', status: 0, detail: 'Try again.' });
const fileOf = (name: string, text = 'x') => new File([text], name, { lastModified: 0 });

/** A list whose files end when they are told to. */
function listOf(...names: string[]) {
  const begun: string[] = [];
  const aborted: string[] = [];
  const ends = new Map<string, (end: 'sent' | 'failed') => void>();
  const does: Doing = {
    send: ({ file: { name } }, { signal }) =>
      new Promise((resolve, reject) => {
        begun.push(name);
        ends.set(name, (end) => (end === 'sent' ? resolve({ submission: name, wasHere: false }) : reject(broken)));
        signal.addEventListener('abort', () => {
          aborted.push(name);
          reject(signal.reason);
        });
      }),
    check: async ({ name }) => {
      if (name === 'moved') throw broken;
      return { refusal: null, reports: 1, accepted: 1, rejected: 0, errors: 0, warnings: 0, listed: [], unlisted: 0 };
    },
  };
  const list = new UploadList(does);
  list.add(names.map((name) => fileOf(name)));
  const end = async (name: string, how: 'sent' | 'failed') => {
    ends.get(name)?.(how);
    await settled();
  };
  const states = () => list.files.map(({ file, state }) => `${file.name} ${state.is}`);
  const id = (name: string) => list.files.find(({ file }) => file.name === name)!.id;
  return { list, begun, aborted, end, states, id };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('sending', () => {
  it('goes file by file, in their order', async () => {
    const { list, begun, end, states } = listOf('a', 'b');
    list.send('MO1990100');
    expect([begun, states(), list.isSending]).toEqual([['a'], ['a hashing', 'b waiting'], true]);
    await end('a', 'sent');
    expect([begun, states()]).toEqual([
      ['a', 'b'],
      ['a sent', 'b hashing'],
    ]);
    await end('b', 'sent');
    expect([states(), list.isSending]).toEqual([['a sent', 'b sent'], false]);
  });

  it('has the files after one that failed wait, until it is sent', async () => {
    const { list, begun, end, states, id } = listOf('a', 'b');
    list.send(undefined);
    await end('a', 'failed');
    expect([begun, states(), list.isSending]).toEqual([['a'], ['a failed', 'b waiting'], false]);
    list.retry(id('a'));
    await end('a', 'sent');
    expect(begun).toEqual(['a', 'a', 'b']);
  });

  it('is unfinished until all that can be sent is sent', async () => {
    const { list, end } = listOf('a');
    list.add([fileOf('empty', '')]);
    expect(list.isUnfinished).toBe(true);
    list.send(undefined);
    expect(list.isUnfinished).toBe(true);
    await end('a', 'sent');
    expect([list.isUnfinished, list.files.length]).toEqual([false, 2]);
  });

  it('goes on without a file that failed once it is taken from the list', async () => {
    const { list, begun, end, id } = listOf('a', 'b');
    list.send(undefined);
    await end('a', 'failed');
    list.remove(id('a'));
    expect(begun).toEqual(['a', 'b']);
  });

  it('breaks off what is taken from the list, and goes on with the next', async () => {
    const { list, begun, aborted, states, id } = listOf('a', 'b');
    list.send(undefined);
    list.remove(id('a'));
    await settled();
    expect([aborted, begun, states()]).toEqual([['a'], ['a', 'b'], ['b hashing']]);
  });

  it('is in the name that was chosen when it began', async () => {
    const { list } = listOf('a');
    list.send('MO1990200');
    list.add([fileOf('b')]);
    expect(list.files.map(({ agency, state }) => [agency, state.is])).toEqual([
      ['MO1990200', 'hashing'],
      [undefined, 'chosen'],
    ]);
  });

  it('keeps the order whatever fails', async () => {
    const ends = fc.array(fc.constantFrom<'sent' | 'failed'>('sent', 'failed'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(ends, async (outcomes) => {
        const names = ['a', 'b', 'c', 'd'];
        const { list, begun, end, states, id } = listOf(...names);
        list.send(undefined);
        for (const outcome of [...outcomes, ...names.map(() => 'sent' as const)]) {
          const current = begun.at(-1)!;
          await end(current, outcome);
          if (outcome === 'failed' && list.files.some(({ state }) => state.is === 'failed')) list.retry(id(current));
        }
        expect([...new Set(begun)]).toEqual(names);
        expect(states()).toEqual(names.map((name) => `${name} sent`));
      }),
    );
  });
});

describe('choosing', () => {
  it('takes the same file once, and again after it was sent', async () => {
    const { list, end, states } = listOf('a');
    list.add([fileOf('a')]);
    expect(states()).toEqual(['a chosen']);
    list.send(undefined);
    await end('a', 'sent');
    list.add([fileOf('a')]);
    expect(states()).toEqual(['a sent', 'a chosen']);
  });

  it('says of an empty file that it cannot be sent, and leaves it out', async () => {
    const { list, begun, states } = listOf('a');
    list.add([fileOf('empty', '')]);
    list.send(undefined);
    expect([begun, states()]).toEqual([['a'], ['a hashing', 'empty unfit']]);
  });
});

describe('checking', () => {
  it('checks what is chosen, and says of each file what came of it', async () => {
    const { list } = listOf('a', 'moved');
    list.check();
    await settled();
    expect(list.files.map(({ check }) => check?.is)).toEqual(['checked', 'failed']);
    expect(list.files.every(({ state }) => state.is === 'chosen')).toBe(true);
  });
});
