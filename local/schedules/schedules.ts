import { setTimeout as sleep } from 'node:timers/promises';
import { nextTime } from '../../shared/schedule/calendar.ts';
import type { SchedulePlan } from '../template/plan.ts';

/** What is due next, and when. */
export interface Due {
  schedule: SchedulePlan;
  at: Date;
}

export interface SchedulesOptions {
  schedules: readonly SchedulePlan[];
  clock: () => Date;
  /** Puts a message into the queue with this ARN. */
  send(queueArn: string, body: string): void;
  /** Waits until a time has come. Rejects when `signal` is aborted. */
  waitUntil?(time: Date, signal: AbortSignal): Promise<void>;
  onFault(error: unknown): void;
}

/** The next time of each schedule after a moment, the earliest first. */
export function nextDue(schedules: readonly SchedulePlan[], after: Date): Due[] {
  const due = schedules.map((schedule) => ({ schedule, at: nextTime(schedule.times, after) }));
  return due.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * Sends the messages of schedules at their times, from now until the function that it gives is called. What was due before
 * is not made up for: a scheduler that was not there has sent nothing.
 */
export function followSchedules({
  schedules,
  clock,
  send,
  waitUntil = waitInSteps(clock),
  onFault,
}: SchedulesOptions): () => void {
  const stopped = new AbortController();
  const follow = async () => {
    let done = clock();
    while (schedules.length > 0) {
      const due = nextDue(schedules, done);
      const at = due[0]?.at ?? done;
      await waitUntil(at, stopped.signal);
      if (stopped.signal.aborted) return;
      for (const { schedule } of due.filter((each) => each.at.getTime() === at.getTime())) {
        send(schedule.queueArn, inputAt(schedule, at));
      }
      done = at;
    }
  };
  follow().catch((error: unknown) => {
    if (!stopped.signal.aborted) onFault(error);
  });
  return () => stopped.abort();
}

/** The message of a schedule for one of its times. */
function inputAt({ input }: SchedulePlan, at: Date): string {
  return input.replaceAll('<aws.scheduler.scheduled-time>', at.toISOString().replace(/\.\d+Z$/, 'Z'));
}

/** Looked at by the clock every minute: a computer that slept in between is late by no more, and no timer is too long. */
const stepMillis = 60_000;

function waitInSteps(clock: () => Date) {
  return async (time: Date, signal: AbortSignal) => {
    for (let left = time.getTime() - clock().getTime(); left > 0; left = time.getTime() - clock().getTime()) {
      await sleep(Math.min(left, stepMillis), undefined, { signal, ref: false });
    }
  };
}
