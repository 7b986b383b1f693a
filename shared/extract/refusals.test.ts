import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, differenceOf, type FederalEntry, newestOf, resendOf, sweepUnsent } from './federal-copy.ts';
import { createMemoryFederalCopy } from './federal-copy-memory.ts';
import type { MonthEntry } from './messages.ts';
import { heldAfter, noRefusals, type Refusals, toSendAgain } from './refusals.ts';
import type { WrittenReport } from './write-part.ts';

const report = { stream: 'report#MO0010100#26-000001', part: '' };
const ori = 'MO0010100';
const period = '2026-09';
const transmission = '2026-09#2026-001';

function said(version: number, status: WrittenReport['status'], deletes?: number): WrittenReport {
  return { ...report, version, status, ...(deletes !== undefined && { deletes }) };
}

function refused(deletion: string[], insertion: string[]): Refusals {
  return { deletion, insertion };
}

/** What the FBI has after an answer, what the next delta says, and what of it waits for no correction. */
function after(written: WrittenReport, refusals: Refusals) {
  const { version, status, refused } = heldAfter(written, transmission, refusals);
  const held: FederalEntry = { ...report, version, status, transmission, refused };
  const correction = differenceOf({ ...report, version: 9, status: 'present' }, held);
  return { has: `${status} ${version}`, correction, again: toSendAgain(written, held)?.version };
}

describe('what the FBI has after its answer', () => {
  it.each<[string, WrittenReport, Refusals, ReturnType<typeof after>]>([
    [
      'a report without an error is there',
      said(2, 'present'),
      noRefusals,
      { has: 'present 2', correction: { deletes: 2, inserts: 9 }, again: undefined },
    ],
    [
      'a report with one is not, and waits for its correction',
      said(2, 'present'),
      refused([], ['404']),
      { has: 'rejected 2', correction: { deletes: undefined, inserts: 9 }, again: undefined },
    ],
    [
      'nor is it when its older version was deleted',
      said(2, 'present', 1),
      refused([], ['404']),
      { has: 'rejected 2', correction: { deletes: undefined, inserts: 9 }, again: undefined },
    ],
    [
      'a refused delete leaves the older version there, and is sent again',
      said(2, 'deleted', 1),
      refused(['105'], []),
      { has: 'present 1', correction: { deletes: 1, inserts: 9 }, again: 2 },
    ],
    [
      'a delete of what is not there does not',
      said(2, 'deleted', 1),
      refused(['095'], []),
      { has: 'deleted 2', correction: { deletes: undefined, inserts: 9 }, again: undefined },
    ],
    [
      'a delete and its report may be refused each for itself',
      said(2, 'present', 1),
      refused(['105'], ['404']),
      { has: 'present 1', correction: { deletes: 1, inserts: 9 }, again: undefined },
    ],
    [
      'a report that only a refused delete kept out is sent again with it',
      said(2, 'present', 1),
      refused(['105'], ['056']),
      { has: 'unknown 2', correction: { deletes: 2, inserts: 9 }, again: 2 },
    ],
    [
      'a report that the FBI took after all is there, whatever it said of the delete',
      said(2, 'present', 1),
      refused(['105'], []),
      { has: 'present 2', correction: { deletes: 2, inserts: 9 }, again: undefined },
    ],
    [
      'something else under the number is deleted before the report is sent again',
      said(2, 'present'),
      refused([], ['056']),
      { has: 'unknown 2', correction: { deletes: 2, inserts: 9 }, again: 2 },
    ],
  ])('%s', (_, written, refusals, expected) => {
    expect(after(written, refusals)).toEqual(expected);
  });

  it('a person may have a refused report sent in full', () => {
    const held = heldAfter(said(2, 'present'), transmission, refused([], ['404']));
    const kept = heldAfter(said(2, 'present', 1), transmission, refused(['105'], ['404']));
    const wanted = { ...report, version: 2, status: 'present' } as const;
    expect([differenceOf(wanted, held), resendOf(wanted, held)]).toEqual([undefined, { inserts: 2 }]);
    expect([differenceOf(wanted, kept), resendOf(wanted, kept)]).toEqual([undefined, { deletes: 1, inserts: 2 }]);
  });
});

/** Every content has a version. The FBI refuses those that are bad, a number on file, and some deletes for no reason. */
class FbiOfOneReport {
  has: number | undefined;

  take({ deletes, inserts }: Difference, bad: ReadonlySet<number>, hiccup: boolean): Refusals {
    const [deletion, insertion]: [string[], string[]] = [[], []];
    if (deletes !== undefined && hiccup) deletion.push('105');
    else if (deletes !== undefined && this.has === undefined) deletion.push('095');
    else if (deletes !== undefined) this.has = undefined;
    if (inserts !== undefined && this.has !== undefined) insertion.push('056');
    if (inserts !== undefined && bad.has(inserts)) insertion.push('404');
    if (inserts !== undefined && insertion.length === 0) this.has = inserts;
    return { deletion, insertion };
  }
}

/** The ledger's side of one report: its federal copy, and what becomes of it with files, transmissions and answers. */
class SenderOfOneReport {
  readonly fbi = new FbiOfOneReport();
  readonly bad = new Set<number>();
  readonly federal = createMemoryFederalCopy();
  readonly answers: { written: WrittenReport; id: string; refusals: Refusals }[] = [];
  wanted: MonthEntry | undefined;
  version = 0;
  sent = 0;

  async file(status: MonthEntry['status'], isBad: boolean): Promise<void> {
    if (status === 'deleted' && this.wanted?.status !== 'present') return;
    this.version += 1;
    if (isBad) this.bad.add(this.version);
    this.wanted = { ...report, version: this.version, status };
    await this.federal.addUnsent({ ori, period, digest: `${this.version}` }, [this.wanted]);
    // As `projectNotice` does.
    if (status === 'deleted') await sweepUnsent(this.federal, ori, period);
  }

  /** Sends what is to be sent, and tells whether there was anything. An answer may come between the parts and the seal. */
  async transmit(how: { full?: boolean; hiccup?: boolean; between?: number } = {}): Promise<boolean> {
    const [held] = (await this.federal.held(ori, [report])).values();
    const wanted = how.full ? this.wanted : newestOf(await this.federal.unsent(ori, period))[0];
    const difference = wanted && (how.full ? resendOf : differenceOf)(wanted, held);
    if (!wanted || !difference) return false;
    if (how.between !== undefined) await this.hear(how.between);
    const id = `2026-09#2026-${String(++this.sent).padStart(3, '0')}`;
    const written = said(wanted.version, wanted.status, difference.deletes);
    await this.federal.hold(ori, [heldAfter(written, id, noRefusals)]);
    await sweepUnsent(this.federal, ori, period);
    const refusals = this.fbi.take(difference, this.bad, how.hiccup ?? false);
    this.answers.push({ written, id, refusals });
    return true;
  }

  /** Hears an answer, perhaps late and perhaps again. */
  async hear(which: number): Promise<void> {
    const answer = this.answers[which % this.answers.length];
    if (!answer || answer.refusals.deletion.length + answer.refusals.insertion.length === 0) return;
    this.version += 1;
    const held = heldAfter(answer.written, answer.id, answer.refusals);
    if (!(await this.federal.correct(ori, { ...held, answered: this.version }))) return;
    const again = toSendAgain(answer.written, held);
    if (again) await this.federal.addUnsent({ ori, period, digest: answer.id }, [again]);
    await sweepUnsent(this.federal, ori, period);
  }

  /** Every answer is there, and what has to be sent without a correction is sent. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      for (const which of this.answers.keys()) await this.hear(which);
      if (!(await this.transmit())) return;
    }
    expect.unreachable('It goes on sending the same report');
  }
}

const step = fc.oneof(
  fc.record({ step: fc.constant('file' as const), bad: fc.boolean() }),
  fc.record({ step: fc.constant('delete' as const) }),
  fc.record({
    step: fc.constant('transmit' as const),
    hiccup: fc.boolean(),
    full: fc.boolean(),
    between: fc.option(fc.nat(9), { nil: undefined }),
  }),
  fc.record({ step: fc.constant('hear' as const), which: fc.nat(9) }),
);

it('whatever is filed, sent and answered, in whatever order the answers come, the FBI ends with what the ledger has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const sender = new SenderOfOneReport();
      for (const each of steps) {
        if (each.step === 'file') await sender.file('present', each.bad);
        if (each.step === 'delete') await sender.file('deleted', false);
        if (each.step === 'transmit') await sender.transmit(each);
        if (each.step === 'hear' && sender.answers.length > 0) await sender.hear(each.which);
      }
      await sender.settle();

      const { wanted, fbi, bad } = sender;
      const [held] = (await sender.federal.held(ori, [report])).values();
      if (wanted?.status === 'present' && bad.has(wanted.version)) expect(fbi.has).not.toBe(wanted.version);
      else expect(fbi.has).toBe(wanted?.status === 'present' ? wanted.version : undefined);
      // What it takes to be there may be gone, and a delete of that does no harm. What is there it knows of.
      if (fbi.has !== undefined) expect(['present', 'unknown']).toContain(held?.status);
      expect(await sender.federal.unsent(ori, period)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
