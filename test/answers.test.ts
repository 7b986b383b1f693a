import { describe, expect, it } from 'vitest';
import { Fbi } from '../local/fbi/index.ts';
import type { Ledger } from '../shared/ledger/port.ts';
import {
  FederalLoop,
  first,
  numberOf,
  ofType,
  on,
  onDelete,
  ori,
  own,
  refusesSecond,
  reports,
  second,
  third,
} from './federal-loop.ts';
import { corrected, deleted } from './generate/corrections.ts';

/** A refusal of a delete that has nothing to do with what is on file. */
const wrongDate = { code: '105', severity: 'error', element: '3' } as const;

describe('the loop with the FBI', () => {
  it('comes to the same on both sides when every report is taken, and the month is acknowledged', async () => {
    const loop = new FederalLoop();
    await loop.file(...reports);
    await loop.send();
    await loop.expectSame();
    expect(ofType(await loop.transmission(1), 'TransmissionAcknowledged')).toMatchObject([
      { dataSet: 'errors', processedOn: '20261106', errors: 0, warnings: 0, refused: 0, unmatched: 0, agencies: {} },
    ]);
    expect(await loop.send()).toBeUndefined();
  });

  it('a report that the FBI refuses waits for its correction, which is sent alone', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    await loop.file(...reports);
    await loop.send();
    expect((await loop.stream(second)).at(-1)).toMatchObject({
      type: 'FederalFindingsRecorded',
      data: {
        number: numberOf(second),
        transmission: '2026-09#2026-001',
        version: 1,
        findings: [{ code: '404', severity: 'error', action: 'I', level: '1', element: '33' }],
        gap: true,
      },
    });
    await loop.expectSame(`${ori} ${numberOf(second)}`);
    expect(loop.fbi.database.has(`${ori} ${numberOf(second)}`)).toBe(false);
    expect(await loop.send()).toBeUndefined();

    loop.fbi.rules = [];
    await loop.file(...corrected(second));
    expect(await loop.send()).toEqual([`I ${numberOf(second)}`]);
    await loop.expectSame();
    const counts = [1, 2].map(async (series) => ofType(await loop.transmission(series), 'TransmissionAcknowledged'));
    expect(await Promise.all(counts)).toMatchObject([
      [{ errors: 1, refused: 1, gaps: 1 }],
      [{ errors: 0, refused: 0 }],
    ]);
  });

  it('a refused report that the agency deletes leaves nothing to send', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    await loop.file(...reports);
    await loop.send();
    await loop.file(deleted(second));
    expect(await loop.send()).toBeUndefined();
    await loop.expectSame();
  });

  it('a refused report that a person asks for in full is sent alone, the others deleted and sent', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    await loop.file(first, second);
    await loop.send();
    loop.fbi.rules = [];
    const [one, two] = [first, second].map(numberOf);
    expect(await loop.send('2026-09', { mode: 'full' })).toEqual([`D ${one}`, `I ${one}`, `I ${two}`]);
    await loop.expectSame();
  });

  it('a delete that the FBI refuses is sent again, without anybody asking', async () => {
    const loop = new FederalLoop({ rules: [onDelete(first, wrongDate)] });
    await loop.file(...reports);
    await loop.send();
    await loop.file(deleted(first));
    expect(await loop.send()).toEqual([`D ${numberOf(first)}`]);
    expect(loop.fbi.database.has(`${ori} ${numberOf(first)}`)).toBe(true);
    loop.fbi.rules = [];
    expect(await loop.send('2026-10')).toEqual([`D ${numberOf(first)}`]);
    await loop.expectSame();
    expect(await loop.send()).toBeUndefined();
  });

  it('a delete and its report can be refused each for itself', async () => {
    const loop = new FederalLoop();
    await loop.file(...reports);
    await loop.send();
    loop.fbi.rules = [onDelete(first, wrongDate)];
    await loop.file(...corrected(first));
    await loop.send();
    // The delete was refused, and the report because the old one was still there: both are sent again.
    loop.fbi.rules = [on(first, { code: '404', severity: 'error' })];
    expect(await loop.send()).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`]);
    // Now the delete was done, and the report was refused for what it says.
    expect(loop.fbi.database.has(`${ori} ${numberOf(first)}`)).toBe(false);
    loop.fbi.rules = [];
    expect(await loop.send()).toBeUndefined();
    const [, correction] = corrected(first);
    await loop.file(...corrected(correction));
    expect(await loop.send()).toEqual([`I ${numberOf(first)}`]);
    await loop.expectSame();
  });

  it('a warning changes nothing but what is told', async () => {
    const loop = new FederalLoop({
      rules: [on(first, { code: '1407', severity: 'warning', value: '20' })],
    });
    await loop.file(...reports);
    await loop.send();
    expect(ofType(await loop.stream(first), 'FederalFindingsRecorded')).toMatchObject([
      { findings: [{ code: '1407', severity: 'warning' }], gap: false },
    ]);
    expect(ofType(await loop.transmission(1), 'TransmissionAcknowledged')).toMatchObject([
      { dataSet: 'errors', errors: 0 },
      { dataSet: 'warnings', warnings: 1, refused: 0, agencies: { [ori]: { errors: 0, warnings: 1 } } },
    ]);
    expect(await loop.send()).toBeUndefined();
    await loop.expectSame();
  });
});

describe('an answer that comes', () => {
  it('two times is recorded once', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond], delivery: 'twice' });
    await loop.file(...reports);
    await loop.send();
    expect(ofType(await loop.stream(second), 'FederalFindingsRecorded')).toHaveLength(1);
    expect(ofType(await loop.transmission(1), 'TransmissionAcknowledged')).toHaveLength(1);
  });

  it('on another day with the same findings is acknowledged, and records nothing on reports', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond] });
    await loop.file(...reports);
    await loop.send();
    const [[name = '', text = ''] = []] = [...loop.pipeline.outbox()].filter(([each]) => each.endsWith('.txt'));
    const another = new Fbi({ rules: [refusesSecond] });
    await loop.hear(another.take({ name, text }, '20261109'));
    expect(ofType(await loop.stream(second), 'FederalFindingsRecorded')).toHaveLength(1);
    expect(ofType(await loop.transmission(1), 'TransmissionAcknowledged')).toMatchObject([
      { processedOn: '20261106' },
      { processedOn: '20261109' },
    ]);
  });

  it('late, after the report was sent again, is recorded and undoes nothing', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond], delivery: 'late' });
    await loop.file(...reports);
    await loop.send();
    const late = loop.fbi.answersHeld();
    loop.fbi.rules = [];
    await loop.fileInOctober(...corrected(second));
    expect(await loop.send('2026-10')).toEqual([`D ${numberOf(second)}`, `I ${numberOf(second)}`]);
    await loop.hear([...loop.fbi.answersHeld(), ...late]);
    expect(ofType(await loop.stream(second), 'FederalFindingsRecorded')).toMatchObject([
      { transmission: '2026-10#2026-002', findings: [{ code: '095', action: 'D' }], gap: false },
      { transmission: '2026-09#2026-001', findings: [{ code: '404', action: 'I' }] },
    ]);
    await loop.expectSame();
    expect(await loop.send('2026-10')).toBeUndefined();
  });

  it('late, when a delete was refused and the report was filed again in between, ends with the new report there', async () => {
    const loop = new FederalLoop();
    await loop.file(...reports);
    await loop.send();
    loop.fbi.delivery = 'late';
    loop.fbi.rules = [onDelete(first, wrongDate)];
    await loop.file(deleted(first));
    await loop.send();
    loop.fbi.rules = [];
    await loop.file(corrected(first)[1]);
    expect(await loop.send()).toEqual([`I ${numberOf(first)}`]);
    await loop.hear(loop.fbi.answersHeld().reverse());
    expect(await loop.send()).toEqual([`D ${numberOf(first)}`, `I ${numberOf(first)}`]);
    await loop.hear(loop.fbi.answersHeld());
    await loop.expectSame();
  });

  it('never leaves what was sent as taken, until a person asks for it in full', async () => {
    const loop = new FederalLoop({ rules: [refusesSecond], delivery: 'never' });
    await loop.file(...reports);
    await loop.send();
    expect(await loop.send()).toBeUndefined();
    loop.fbi.rules = [];
    loop.fbi.delivery = 'at once';
    await loop.send('2026-09', { mode: 'full' });
    await loop.expectSame();
  });

  it('again after a crash at any of its writes is recorded once', async () => {
    for (const crashAt of [1, 2, 3]) {
      let writes = Number.POSITIVE_INFINITY;
      const wrap = (ledger: Ledger): Ledger => ({
        ...ledger,
        append: async (appends) => {
          writes -= 1;
          if (writes === 0) throw new Error('The process died');
          return ledger.append(appends);
        },
      });
      const rules = [refusesSecond, on(third, { code: '404', severity: 'error' })];
      const loop = new FederalLoop({ rules, delivery: 'late' }, { wrap });
      await loop.file(...own);
      await loop.send();
      const answers = loop.fbi.answersHeld();
      writes = crashAt;
      await expect(loop.hear(answers)).rejects.toThrow('The process died');
      await loop.hear(answers);
      for (const report of [second, third]) {
        expect(ofType(await loop.stream(report), 'FederalFindingsRecorded')).toHaveLength(1);
      }
      expect(ofType(await loop.transmission(1), 'TransmissionAcknowledged')).toHaveLength(1);
      expect(await loop.send()).toBeUndefined();
    }
  });
});
