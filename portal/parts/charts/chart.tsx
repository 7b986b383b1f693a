import { useEffect, useRef } from 'preact/hooks';
import { useMedia } from '../use-media.ts';
import { draw } from './draw.ts';

/** One row of figures that a chart draws. */
export interface Series {
  name: string;
  /** For each month; `null` where there is none. */
  values: readonly (number | null)[];
  /** What it looks like. */
  tone: 'good' | 'bad' | 'limit';
  as: 'bars' | 'line';
}

export interface ChartProps {
  /** What it shows: the table beside it says the same in figures. */
  label: string;
  periods: readonly string[];
  series: readonly Series[];
  /** How a figure is written on the axis. */
  words(value: number): string;
  /** The axis goes up to this at least. */
  top?: number;
}

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
