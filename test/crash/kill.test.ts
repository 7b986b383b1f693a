import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger, LedgerEvent } from '../../shared/ledger/port.ts';
import { openCloud } from '../e2e/cloud.ts';
import { drawFrom } from '../generate/draw.ts';

/** Each start takes a second or two, most of it to load the functions. */
const enoughTime = { timeout: 240_000 };

const scratch = mkdtempSync(join(tmpdir(), 'nibrs-kill-'));
const children: ChildProcess[] = [];
const uninterrupted = join(scratch, 'uninterrupted');
let expected: Awaited<ReturnType<typeof contentOf>>;

beforeAll(async () => {
  expect(await outcomeOf(startMonth(uninterrupted))).toBe('done');
  expected = await contentOf(uninterrupted);
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

/** A new directory whose keys are those of the uninterrupted run: fingerprints are made with them. */
function newDirectory(name: string): string {
  const directory = join(scratch, name);
  mkdirSync(directory);
  copyFileSync(join(uninterrupted, 'kms.json'), join(directory, 'kms.json'));
  return directory;
}

function startMonth(...args: string[]): ChildProcess {
  const script = join(import.meta.dirname, '..', 'fixtures', 'run-month.ts');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

async function outcomeOf(child: ChildProcess): Promise<'done' | 'killed' | 'failed'> {
  const [code, signal] = await once(child, 'exit');
  if (signal === 'SIGKILL') return 'killed';
  return code === 0 ? 'done' : 'failed';
}

/** All that a directory holds but what differs each time: ciphertext and times. */
async function contentOf(dataDir: string) {
  const { cloud, ledger, buckets, contents, items } = await openCloud({ dataDir });
  try {
    await cloud.idle();
    const names = new Set((await items('LedgerTable')).map(({ pk }) => String(pk)));
    const streams: Record<string, string[]> = {};
    for (const name of [...names].sort()) streams[name] = await factsOf(ledger, name);
    return {
      streams,
      months: new Map((await items('MonthsTable')).map((item) => [`${item.pk} ${item.sk}`, item])),
      findings: [...(await contents(buckets.work))].filter(([key]) => key.startsWith('findings/')),
      outbox: [...(await contents(buckets.outbox))].map((object) => object.map(withoutDay)),
      deadLetters: await cloud.deadLetters(),
    };
  } finally {
    await cloud.stop();
  }
}

/** Several workers write to the stream of a submission or a transmission, in the order in which they happen to end. */
async function factsOf(ledger: Ledger, stream: string): Promise<string[]> {
  const events = await ledger.read(stream);
  const [federal, state] = [await ledger.openFederal(events), await ledger.openState(events)];
  const facts = events.map(({ type, data, by, cause, agencyPeriod }: LedgerEvent, index) =>
    withoutDay(textOf([type, data, by, cause, agencyPeriod, federal[index], state[index]])),
  );
  return /^(submission|transmission)#/.test(stream) ? facts.sort() : facts;
}

/** As JSON; a table gives the keys of a record back in any order. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  );
}

/** A transmission is named after the day it is made on, which may end during the test. */
function withoutDay(text: string): string {
  return text.replaceAll(/_\d{8}_NIBRS_/g, '_<day>_NIBRS_');
}

describe('a process that is killed and started again ends in the same ledger and the same bytes', () => {
  it('when it dies once after every queue message, before the message is off its queue', enoughTime, async () => {
    const directory = newDirectory('every-message');
    const journal = join(scratch, 'journal');
    const outcomes = [];
    do outcomes.push(await outcomeOf(startMonth(directory, journal)));
    while (outcomes.at(-1) === 'killed');

    expect(outcomes.at(-1)).toBe('done');
    expect(outcomes.length).toBeGreaterThan(10);
    const messages = readFileSync(journal, 'utf8').trimEnd().split('\n');
    const functions = new Set(messages.map((message) => message.split(' ')[0]));
    expect(functions.size).toBe(6);
    expect(await contentOf(directory)).toEqual(expected);
  });

  it('when it dies at any moments', enoughTime, async () => {
    const directory = newDirectory('any-moment');
    const draw = drawFrom(5);
    for (let death = 0; death < 6; death++) {
      const child = startMonth(directory);
      const outcome = outcomeOf(child);
      await once(child.stdout!, 'data');
      await sleep(draw.integer(0, 1500));
      child.kill('SIGKILL');
      expect(await outcome).not.toBe('failed');
    }
    expect(await outcomeOf(startMonth(directory))).toBe('done');
    expect(await contentOf(directory)).toEqual(expected);
  });
});
