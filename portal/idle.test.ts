import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdleClock } from './idle.ts';

const minute = 60_000;

function clockOf() {
  let now = 1_000_000;
  const clock = new IdleClock(() => now);
  const pass = (millis: number) => {
    now += millis;
    return clock.read();
  };
  return { clock, pass };
}

it('warns two minutes before half an hour without anybody is over', () => {
  const { pass } = clockOf();
  expect(pass(28 * minute - 1)).toEqual({ is: 'active' });
  expect(pass(1)).toEqual({ is: 'warning', secondsLeft: 120 });
  expect(pass(90_500)).toEqual({ is: 'warning', secondsLeft: 30 });
  expect(pass(29_499)).toEqual({ is: 'warning', secondsLeft: 1 });
  expect(pass(1)).toEqual({ is: 'over' });
});

it('begins anew with every key and pointer', () => {
  const { clock, pass } = clockOf();
  for (let hour = 0; hour < 10; hour += 1) {
    expect(pass(27 * minute)).toEqual({ is: 'active' });
    clock.notice();
  }
  expect(pass(28 * minute).is).toBe('warning');
});

it('takes no key for an answer to the warning, but whoever says that they stay', () => {
  const { clock, pass } = clockOf();
  pass(29 * minute);
  clock.notice();
  expect(clock.read()).toEqual({ is: 'warning', secondsLeft: 60 });
  clock.stay();
  expect(clock.read()).toEqual({ is: 'active' });
  expect(pass(27 * minute)).toEqual({ is: 'active' });
});

it('is over for good, however long the computer slept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30 * minute, max: 3000 * minute }), fc.boolean(), (slept, stays) => {
      const { clock, pass } = clockOf();
      pass(slept);
      if (stays) clock.stay();
      else clock.notice();
      expect(clock.read()).toEqual({ is: 'over' });
    }),
  );
});
