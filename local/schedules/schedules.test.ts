import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTime } from '../../shared/schedule/calendar.ts';
import { monthlyTimes } from './cron.ts';
import { followSchedules } from './schedules.ts';

describe('an expression', () => {
  it.each(['cron(0 13 5,9,11 * ? *)', 'cron(59 23 28 * ? *)'])('%s is known', (text) => {
    expect(monthlyTimes(text)).toBeDefined();
  });

  it.each([
    'rate(5 minutes)',
    'cron(0 13 L * ? *)',
    'cron(0 13 31 * ? *)',
    'cron(0 24 1 * ? *)',
    'cron(60 1 1 * ? *)',
    'cron(0 13 1 1 ? *)',
    'cron(0 13 ? * MON *)',
  ])('%s is not', (text) => expect(monthlyTimes(text)).toBeUndefined());

  it('names one time after the other, none left out', () => {
    const times = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }),
      hour: fc.nat(23),
      minute: fc.nat(59),
    });
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, moment, ({ days, hour, minute }, after) => {
        const parsed = monthlyTimes(`cron(${minute} ${hour} ${days.join(',')} * ? *)`);
        if (!parsed) throw new Error('It is not known');
        const next = nextTime(parsed, after);
        expect(next > after).toBe(true);
        expect([next.getUTCHours(), next.getUTCMinutes(), next.getUTCSeconds()]).toEqual([hour, minute, 0]);
        expect(days).toContain(next.getUTCDate());
        // Looked for minute by minute from midnight of each day, there is none in between.
        for (let day = Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate()); ; day += 86_400_000) {
          const time = new Date(day + (hour * 60 + minute) * 60_000);
          if (time >= next) break;
          expect(time > after && days.includes(time.getUTCDate())).toBe(false);
        }
      }),
    );
  });
});

describe('schedules', () => {
  const schedule = (name: string, text: string) => {
    const times = monthlyTimes(text);
    if (!times) throw new Error(`${text} is not known`);
    const input = JSON.stringify({ action: name, scheduledTime: '<aws.scheduler.scheduled-time>' });
    return { name, times, queueArn: 'arn:queue', input };
  };
  const schedules = [
    schedule('remind', 'cron(0 13 5,9 * ? *)'),
    schedule('close', 'cron(0 11 11 * ? *)'),
    schedule('also', 'cron(0 11 11 * ? *)'),
  ];

  /** Follows them from a time on, through so many waits, in a time of its own. */
  async function sentFrom(start: string, waits: number): Promise<string[]> {
    let now = new Date(start);
    let left = waits;
    const sent: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const stop = followSchedules({
        schedules,
        clock: () => now,
        send: (_, body) => sent.push(Object.values(JSON.parse(body)).join(' ')),
        async waitUntil(time) {
          if (left === 0) stop();
          if (left === 0) resolve();
          left -= 1;
          now = time;
        },
        onFault: reject,
      });
    });
    return sent;
  }

  it('send at their times, each time once, and nothing of what was due before', async () => {
    expect(await sentFrom('2026-11-09T13:00:00Z', 3)).toEqual([
      'close 2026-11-11T11:00:00Z',
      'also 2026-11-11T11:00:00Z',
      'remind 2026-12-05T13:00:00Z',
      'remind 2026-12-09T13:00:00Z',
    ]);
  });
});
