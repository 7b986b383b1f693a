import { expect, it } from 'vitest';
import type { Tally } from '../../events/submission.ts';
import { acceptedState, Fbi, type ReceivedReport } from '../../local/fbi/index.ts';
import { rebuildTransmission } from '../../shared/extract/rebuild.ts';
import { transmissionStream } from '../../shared/ledger/streams.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { expectSameProjections, rebuiltFrom } from '../rebuilt.ts';
import { Agency, type AgencyFile } from './agency.ts';

const agencies = Array.from({ length: 50 }, (_, index) => {
  return new Agency(`MO${String(index + 1).padStart(3, '0')}0000`, index + 1);
});
const periods: Period[] = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);

/** The FBI refuses some reports until they are corrected: those of one hour, and of arrestees who live elsewhere. */
function refusing({ kind, action, lines: [line = ''], number }: ReceivedReport) {
  if (action === 'D' || !number.endsWith('1')) return undefined;
  if (kind === 'incident' && line.slice(46, 48) === '13')
    return { code: '152', severity: 'error', element: '3' } as const;
  if (kind === 'arrest' && line.slice(64, 65) === 'N')
    return { code: '701', severity: 'error', element: '51' } as const;
  return undefined;
}

class State {
  readonly pipeline: Pipeline = createPipeline({ chunkSize: 40 });
  readonly fbi = new Fbi({ rules: [refusing] });
  /** Names and bytes of all files that were sealed, in their order. */
  readonly sealed: { transmission: string; text: string }[] = [];
  /** Ids of all submissions. */
  readonly submissions: string[] = [];
  #requests = 0;

  async file(files: readonly AgencyFile[]): Promise<void> {
    for (const { name, text } of files) this.submissions.push(await this.pipeline.receive(name, text));
    await this.pipeline.settle();
  }

  /** Sends a month and hears the answer. Gives false when there was nothing to send. */
  async send(period: Period): Promise<boolean> {
    const before = new Set(this.pipeline.outbox().keys());
    this.#requests += 1;
    await this.pipeline.transmit(period, `request-${this.#requests}`);
    const file = [...this.pipeline.outbox()].find(([name]) => name.endsWith('.txt') && !before.has(name));
    if (!file) return false;
    const [name, text] = file;
    this.sealed.push({ transmission: `${period}#${name.slice(10, 14)}-${name.slice(-7, -4)}`, text });
    this.#say(period);
    for (const answer of this.fbi.take({ name, text }, '20270110')) await this.pipeline.answer(answer);
    return true;
  }

  /** Now and then the FBI answers twice, or takes its time. */
  #say(period: Period): void {
    const month = Number(period.slice(5));
    this.fbi.delivery = month % 5 === 0 ? 'twice' : 'at once';
  }

  /** What the agencies have to correct: numbers by ORI that are accepted here and not at the FBI. */
  async differing(sent: readonly Period[]): Promise<Map<string, string[]>> {
    const accepted = await acceptedState(
      this.pipeline.ledger,
      agencies.map(({ ori }) => ori),
      sent,
    );
    const missing = [...accepted.keys()].filter((key) => !key.includes(' zero ') && !this.fbi.database.has(key));
    return new Map(
      [...Map.groupBy(missing, (key) => key.split(' ')[0] ?? '')].map(([ori, keys]) => [
        ori,
        keys.map((key) => key.split(' ')[1] ?? ''),
      ]),
    );
  }

  /** How often what makes a year a year has happened. */
  async happened() {
    const events = (await Promise.all(this.submissions.map((id) => this.pipeline.submission(id)))).flat();
    const tallies = events.flatMap((event) => (event.type === 'SubmissionCompleted' ? [event.data.tally] : []));
    const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
    const answers = this.sealed.map(({ transmission }) => this.pipeline.ledger.read(transmissionStream(transmission)));
    const acknowledged = (await Promise.all(answers)).flat().filter(({ type }) => type === 'TransmissionAcknowledged');
    return {
      accepted: sum(({ accepted }) => accepted),
      unchanged: sum(({ unchanged }) => unchanged),
      superseded: sum(({ superseded }) => superseded),
      rejected: sum(({ rejected }) => rejected),
      deleted: this.sealed.map(({ text }) => text.match(/^\d{4}[17]D/gm)?.length ?? 0).reduce((a, b) => a + b, 0),
      refusedByFbi: acknowledged
        .map(({ data }) => ('refused' in data && typeof data.refused === 'number' ? data.refused : 0))
        .reduce((a, b) => a + b, 0),
    };
  }

  /** Both sides without zero reports: what happened in a month makes the FBI forget that month's zero report. */
  async bothSides(sent: readonly Period[]) {
    const accepted = await acceptedState(
      this.pipeline.ledger,
      agencies.map(({ ori }) => ori),
      sent,
    );
    const [fbi, ledger] = [this.fbi.database, accepted].map((side) =>
      [...side].filter(([key]) => !key.includes(' zero ')).sort(),
    );
    return { fbi, ledger };
  }
}

it('lives a year: after each month the FBI has what the ledger has accepted, and every sealed file comes out again, projections too', async () => {
  const state = new State();
  for (const [index, period] of periods.entries()) {
    const sent = periods.slice(0, index + 1);
    await state.file(agencies.flatMap((agency) => agency.month(period)));
    await state.send(period);
    // Refused reports are corrected until the FBI takes them.
    for (let round = 0; round < 5; round++) {
      const open = await state.differing(sent);
      if (open.size === 0) break;
      const files = agencies.flatMap((agency) => agency.resubmission(period, open.get(agency.ori) ?? []) ?? []);
      await state.file(files);
      await state.send(period);
    }
    const { fbi, ledger } = await state.bothSides(sent);
    expect(fbi, period).toEqual(ledger);
    expect(fbi?.length, period).toBeGreaterThan(0);
  }

  const happened = await state.happened();
  for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(0);
  expect(state.sealed.length).toBeGreaterThan(periods.length);
  for (const { transmission, text } of state.sealed) {
    const parts: string[] = [];
    for await (const part of rebuildTransmission(state.pipeline.ledger, transmission)) parts.push(part.text);
    expect(parts.join(''), transmission).toBe(text);
  }
  const oris = agencies.map(({ ori }) => ori);
  const rebuilt = await rebuiltFrom(state.pipeline.ledger, oris, periods);
  await expectSameProjections(rebuilt, state.pipeline, oris, periods);
}, 300_000);
