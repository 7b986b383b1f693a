import { useEffect, useState } from 'preact/hooks';
import { IdleClock, type Idleness } from '../idle.ts';
import { isUnderWay } from '../unfinished.ts';
import { hearWindows, tellWindows } from '../windows.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'click', 'input'] as const;
const lookMillis = 1_000;
/** Other windows are told no more often. */
const tellMillis = 10_000;

/** Whether somebody is there, in this window or in another one, and how they say so. */
export function useIdleness(): { idleness: Idleness; stay(): void } {
  const [idleness, setIdleness] = useState<Idleness>({ is: 'active' });
  const [clock] = useState(() => new IdleClock(Date.now));
  const look = () => setIdleness((before) => (isSame(before, clock.read()) ? before : clock.read()));

  useEffect(() => {
    let toldAt = 0;
    const tell = () => {
      toldAt = Date.now();
      tellWindows('somebody');
    };
    const notice = () => {
      clock.notice();
      if (clock.read().is === 'active' && Date.now() - toldAt > tellMillis) tell();
    };
    const timer = setInterval(() => {
      if (isUnderWay()) clock.notice();
      look();
    }, lookMillis);
    const unhear = hearWindows((news) => news === 'somebody' && clock.stay());
    for (const sign of signs) addEventListener(sign, notice, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      unhear();
      for (const sign of signs) removeEventListener(sign, notice, { capture: true });
    };
  }, []);

  const stay = () => {
    clock.stay();
    tellWindows('somebody');
    look();
  };
  return { idleness, stay };
}

function isSame(one: Idleness, other: Idleness): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
