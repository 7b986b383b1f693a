import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { shortMonthName } from '../words.ts';
import type { ChartProps, Series } from './series.ts';

const height = 240;
const font = '13px "Public Sans Web", sans-serif';

/** Draws figures by month into a box, in the colors of the page. Nothing of it is to be pointed at: the table tells all. */
export function draw(box: HTMLElement, { periods, series, words, top = 0 }: ChartProps): uPlot {
  const color = (name: string) => getComputedStyle(box).getPropertyValue(`--chart-${name}`).trim();
  const axis: uPlot.Axis = {
    stroke: color('axis'),
    font,
    grid: { stroke: color('grid'), width: 1 },
    ticks: { show: false },
  };
  const options: uPlot.Options = {
    width: box.clientWidth,
    height,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: [-0.6, periods.length - 0.4] },
      y: { range: (_, _least, most) => [0, Math.max(top, (most ?? 0) * 1.1) || 1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: () => periods.map((_, at) => at),
        values: (chart) => monthLabels(periods, chart.width),
      },
      { ...axis, size: 64, values: (_, splits) => splits.map(words) },
    ],
    series: [{}, ...series.map((row) => drawnAs(row, color(row.tone)))],
  };
  return new uPlot(options, [periods.map((_, at) => at), ...series.map(({ values }) => [...values])], box);
}

function drawnAs({ name, as, tone }: Series, color: string): uPlot.Series {
  if (as === 'bars') {
    return { label: name, stroke: color, fill: color, width: 0, points: { show: false }, paths: bars };
  }
  const isLimit = tone === 'limit';
  return {
    label: name,
    stroke: color,
    width: isLimit ? 1.5 : 2.5,
    ...(isLimit ? { dash: [6, 4] } : {}),
    points: { show: !isLimit, size: 7, fill: color },
    spanGaps: false,
  };
}

const bars: uPlot.Series.PathBuilder = (...given) => uPlot.paths.bars?.({ size: [0.6, 48] })(...given) ?? null;

/** Names of as many months as there is room for; the year stands at each January, and at the first. */
function monthLabels(periods: readonly string[], width: number): string[] {
  const every = Math.ceil((periods.length * 44) / Math.max(width - 64, 1));
  return periods.map((period, at) => {
    if ((periods.length - 1 - at) % every !== 0) return '';
    const isFirstOfYear = at < every || period.slice(0, 4) !== periods[at - every]?.slice(0, 4);
    return isFirstOfYear ? `${shortMonthName(period)}\n${period.slice(0, 4)}` : shortMonthName(period);
  });
}
