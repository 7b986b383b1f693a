import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartProps } from './series.ts';

/** A chart; what draws it comes after the page, and the page is whole without it. */
export function LazyChart(props: ChartProps) {
  const [Chart, setChart] = useState<ComponentType<ChartProps>>();
  useEffect(() => {
    import('./chart.tsx').then(
      ({ default: loaded }) => setChart(() => loaded),
      (error: unknown) => console.error(error),
    );
  }, []);
  return Chart ? <Chart {...props} /> : <div class="chart chart__canvas" />;
}
