import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { agenciesOf } from '../../shared/extract/start.ts';
import { listWaiting } from '../../shared/forward/waiting.ts';
import { stageOf } from '../../shared/ledger/forwarding.ts';
import type { ListedTransmission } from '../../shared/ledger/list-transmissions.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import type { Action } from '../../shared/schedule/messages.ts';
import { type Reminders, remindersKey } from '../../shared/schedule/reminders.ts';
import { waitUntilForwarded } from './forwarding.ts';
import type { Repository } from './repository.ts';
import { type FinishedTransmission, waitForTransmission } from './transmissions.ts';

/** Something of the calendar that a person asks for, out of turn. */
export interface AskedAction {
  period: Period;
  by: string;
  now: Date;
}

/** What came of an action. */
export type ActionResult =
  | { action: 'remind'; key: string; reminders: Reminders }
  /** Undefined when the FBI has everything. */
  | { action: 'close'; transmission: FinishedTransmission | undefined }
  /** Those that were handed over, and those that wait with a held one. */
  | { action: 'forward'; forwarded: ListedTransmission[]; waiting: ListedTransmission[] };

/** Does an action of the calendar at once, through its queue as the calendar does, and waits for what comes of it. */
export function runAction(repository: Repository, action: Action, asked: AskedAction): Promise<ActionResult> {
  return runners[action](repository, asked);
}

const runners: { [A in Action]: (repository: Repository, asked: AskedAction) => Promise<ActionResult> } = {
  async remind(repository, asked) {
    const key = remindersKey(asked.period);
    const request = await ask(repository, 'remind', asked);
    const { objects, buckets } = repository;
    const reminders = await repository.until('list of reminders', async () => {
      for await (const found of objects.list(buckets.work, { prefix: key })) {
        const written = (await json(await objects.read({ bucket: buckets.work, key: found }))) as Reminders;
        if (written.request === request) return written;
      }
      return undefined;
    });
    return { action: 'remind', key, reminders };
  },

  async close(repository, asked) {
    const { agencies } = await agenciesOf(repository, { period: asked.period });
    if (agencies.length === 0) return { action: 'close', transmission: undefined };
    const scope = { period: asked.period, year: asked.now.getUTCFullYear() };
    const transmission = await waitForTransmission(repository, scope, async () => {
      await ask(repository, 'close', asked);
    });
    return { action: 'close', transmission };
  },

  async forward(repository, asked) {
    const all = await listWaiting(repository.ledger, asked.now.getUTCFullYear());
    const held = all.findIndex(({ state }) => stageOf(state) === 'held');
    const [going, waiting] = held < 0 ? [all, []] : [all.slice(0, held), all.slice(held)];
    if (going.length > 0) await ask(repository, 'forward', asked);
    const forwarded: ListedTransmission[] = [];
    for (const transmission of going) forwarded.push(await waitUntilForwarded(repository, transmission));
    return { action: 'forward', forwarded, waiting };
  },
};

/** Puts the message of the calendar into its queue, in a person's name; gives the request's id. */
async function ask({ schedule }: Repository, action: Action, { period, by, now }: AskedAction): Promise<string> {
  const request = randomUUID();
  await schedule.send([{ body: { action, scheduledTime: now.toISOString(), period, by, request } }]);
  return request;
}
