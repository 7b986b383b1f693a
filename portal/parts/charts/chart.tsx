import { useEffect, useRef } from 'preact/hooks';
import { useMedia } from '../use-media.ts';
import { draw } from './draw.ts';
import type { ChartProps } from './series.ts';

/** Figures by month, drawn. Bars are drawn over those before them, so that a stack begins with its sum. */
export default function Chart(props: ChartProps) {
  const { label, series } = props;
  const canvas = useRef<HTMLDivElement>(null);
  const isForced = useMedia('(forced-colors: active)');
  const shown = JSON.stringify([props, isForced]);

  // `shown` is what is drawn, and with what colors.
  useEffect(() => {
    const box = canvas.current;
    if (!box) return;
    const chart = draw(box, props);
    const resized = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: chart.height }));
    resized.observe(box);
    return () => {
      resized.disconnect();
      chart.destroy();
    };
  }, [shown]);

  return (
    <figure class="chart">
      <div class="chart__canvas" ref={canvas} role="img" aria-label={label} />
      <figcaption>
        <ul class="chart__legend">
          {series.map(({ name, tone }) => (
            <li key={name}>
              <span class={`chart__key chart__key--${tone}`} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
