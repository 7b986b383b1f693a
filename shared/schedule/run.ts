import type { z } from 'zod';
import type { StartTransmission } from '../extract/messages.ts';
import { type ForwardTransmission, forwardsGroup } from '../forward/messages.ts';
import { listWaiting } from '../forward/waiting.ts';
import { stageOf } from '../ledger/forwarding.ts';
import { type DueDay, daysBetween } from '../months/due.ts';
import type { MonthSources } from '../months/read-months.ts';
import { monthBefore, type Period } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects, Queue } from '../ports.ts';
import type { Action, scheduledAction } from './messages.ts';
import { type Reminders, remindersKey, remindersOf } from './reminders.ts';

export interface ScheduleDependencies extends MonthSources {
  objects: Objects;
  workBucket: string;
  transmissions: Queue<StartTransmission>;
  forwards: Queue<ForwardTransmission>;
  due: DueDay;
  clock: Clock;
  log: Log;
}

/** What was done, in numbers. */
export type Done =
  | { action: 'remind'; expected: number; reported: number; missing: number; nearDeadline: boolean }
  | { action: 'close' }
  | { action: 'forward'; held: number };

/** What is asked for: the month, the day it was to be done, and in whose name. */
interface Asked {
  period: Period;
  /** YYYY-MM-DD */
  day: string;
  by: string;
  request: string;
}

/**
 * Does what the calendar asks for, for the month before the one in which it was to be done, or what a person asks for. The clock tells only which
 * years' transmissions there can be: a late or repeated delivery does the same. Gives what an operator counts of it.
 */
export async function runScheduled(
  deps: ScheduleDependencies,
  message: z.output<typeof scheduledAction>,
): Promise<Done> {
  const { action, scheduledTime, by } = message;
  const { period = monthBefore(scheduledTime.slice(0, 7)), request = `schedule-${action}-${scheduledTime}` } = message;
  return doings[action](deps, { period, day: scheduledTime.slice(0, 10), by, request });
}

const doings: Record<Action, (deps: ScheduleDependencies, asked: Asked) => Promise<Done>> = {
  async remind({ objects, workBucket, due, clock, log, ...sources }, { period, day, request }) {
    const thisYear = clock().getUTCFullYear();
    const result: Reminders = { request, ...(await remindersOf(sources, { ...due, period, today: day, thisYear })) };
    const location = { bucket: workBucket, key: remindersKey(period) };
    await objects.put(location, `${JSON.stringify(result, undefined, 2)}\n`, 'application/json');
    const { expected, reported, reminders } = result;
    log.info('Reminders were written', { period, expected, reported, reminders: reminders.length });
    const nearDeadline = daysBetween(day, result.due) <= 1;
    return { action: 'remind', expected, reported, missing: expected - reported, nearDeadline };
  },

  async close({ transmissions, log }, { period, by, request }) {
    await transmissions.send([{ body: { period, by, request } }]);
    log.info('The transmission of a month was asked for', { period });
    return { action: 'close' };
  },

  async forward({ ledger, forwards, clock, log }, { by, request }) {
    const waiting = await listWaiting(ledger, clock().getUTCFullYear());
    const held = waiting.findIndex(({ state }) => stageOf(state) === 'held');
    const asked = held < 0 ? waiting : waiting.slice(0, held);
    await forwards.send(
      asked.map(({ number: { transmission } }) => ({
        body: { transmission, by, request },
        group: forwardsGroup,
        dedupe: `${request}#${transmission}`,
      })),
    );
    // What comes after a held one waits with it: it says what is different from it.
    log.info('Forwarding was asked for', { asked: asked.length, waiting: waiting.length - asked.length });
    return { action: 'forward', held: waiting.length - asked.length };
  },
};
