import { text } from 'node:stream/consumers';
import { type AnswerFile, databaseKey, Fbi, type FbiOptions, type Hit, type Rule } from '../../local/fbi/index.ts';
import { answerKey } from '../../shared/answers/answer-key.ts';
import { compareText } from '../../shared/compare.ts';
import { hashKey } from '../../shared/forward/outbox.ts';
import { dayOf } from '../../shared/nibrs/model/index.ts';
import type { Clock } from '../../shared/ports.ts';
import { findFile } from '../repository/answers.ts';
import type { Repository } from '../repository/repository.ts';

const doubted: Hit = { code: '1407', severity: 'warning' };
const refused: Hit = { code: '115', severity: 'error' };

/** How the simulated FBI answers, by the name that `nibrs serve --fbi` takes. */
export const simulations = {
  accepted: () => ({}),
  warnings: () => ({ rules: [onceOnNumbersEnding('9', doubted)] }),
  errors: () => ({ rules: [onceOnNumbersEnding('7', refused)] }),
  late: () => ({ rules: [onceOnNumbersEnding('7', refused)], delivery: 'late' }),
  twice: () => ({ rules: [onceOnNumbersEnding('7', refused)], delivery: 'twice' }),
  never: () => ({ delivery: 'never' }),
} as const satisfies Record<string, () => FbiOptions>;

export type Simulation = keyof typeof simulations;

/** Finds something on the reports whose numbers end so, each the first time that it comes: its correction is taken. */
function onceOnNumbersEnding(end: string, hit: Hit): Rule {
  const known = new Set<string>();
  return (report) => {
    const key = databaseKey(report);
    if (report.action === 'D' || !report.number.endsWith(end) || known.has(key)) return undefined;
    known.add(key);
    return hit;
  };
}

type Reading = Pick<Repository, 'ledger' | 'objects' | 'buckets'>;

/**
 * The FBI of a repository on this computer: takes the files that were forwarded in their order and hands in answers to those that have
 * none. What it has taken it knows from the files, so that it forgets nothing over a restart. A late answer comes when the
 * next file is there.
 */
export class SimulatedFbi {
  readonly #repository: Reading;
  readonly #clock: Clock;
  readonly #fbi: Fbi;
  readonly #taken = new Set<string>();

  constructor(repository: Reading, simulation: Simulation, clock: Clock) {
    this.#repository = repository;
    this.#clock = clock;
    this.#fbi = new Fbi(simulations[simulation]());
  }

  /** Takes the files that were forwarded since the last time. */
  async look(): Promise<void> {
    const { objects, buckets } = this.#repository;
    const all = new Set<string>();
    for await (const key of objects.list(buckets.outbox, { prefix: 'transmissions/' })) all.add(key);
    const keys = [...all].filter((key) => all.has(hashKey({ key })) && !this.#taken.has(key));
    // By their names, in which day and series stand, whatever month they are of.
    for (const key of keys.sort((one, other) => compareText(nameOf(one), nameOf(other)))) {
      const content = await text(await objects.read({ bucket: buckets.outbox, key }));
      const late = this.#fbi.answersHeld();
      const answers = this.#fbi.take({ name: nameOf(key), text: content }, dayOf(this.#clock().toISOString()));
      this.#taken.add(key);
      for (const answer of [...late, ...answers]) await this.#handIn(answer);
    }
  }

  async #handIn({ to, name, text: content }: AnswerFile): Promise<void> {
    const { state } = await findFile(this.#repository, to);
    if (state.answers.size > 0) return;
    const { objects, buckets } = this.#repository;
    await objects.put(
      { bucket: buckets.answers, key: answerKey({ fileName: to, answer: name }) },
      content,
      'text/plain',
    );
  }
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
