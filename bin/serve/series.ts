import type { GraphedMetric, Operations } from '../../local/index.ts';
import { count } from '../../shared/count-words.ts';
import { type Html, html } from '../../shared/html/html.ts';

/** A line of a widget: what it is, how it went, and the number that matters. */
interface Series {
  label: string;
  values: (number | undefined)[];
  /** Over all periods for what is counted; the newest value of what is measured. */
  figure: number | undefined;
}

/** So many bars: an hour of five minutes each, two days of a day each. */
const periodsOf = (period: number) => (period >= 86_400 ? 2 : 12);
const spark = { width: 120, height: 22, gap: 2 };
/** With more lines than this, those at zero are only counted. */
const manyLines = 4;

/** The lines of a graph: a row of bars for each metric, all to the same scale, and its number. */
export function seriesOf(metrics: readonly GraphedMetric[], read: Operations['read']): Html {
  const all = metrics.map((metric) => readSeries(metric, metrics, read));
  const measured = all.filter(({ figure }) => figure !== undefined);
  if (measured.length === 0) return html`<p class="quiet">Nothing was measured on this computer.</p>`;
  const shown = all.length > manyLines ? measured.filter(({ values }) => values.some((value) => value)) : all;
  const highest = Math.max(1, ...shown.flatMap(({ values }) => values.map((value = 0) => value)));
  const others = all.length - shown.length;
  return html`${shown.map((series) => line(series, highest))}${
    others > 0 ? html`<p class="quiet">${shown.length > 0 ? `and ${others} at zero` : 'All at zero.'}</p>` : undefined
  }`;
}

function readSeries(metric: GraphedMetric, all: readonly GraphedMetric[], read: Operations['read']): Series {
  const { statistic, period } = metric;
  const values = read(metric, statistic, { period, periods: periodsOf(period) });
  const known = values.filter((value) => value !== undefined);
  const figure = statistic === 'Sum' ? known.reduce((sum, value) => sum + value, 0) : known.at(-1);
  return { label: labelOf(metric, all), values, figure: known.length === 0 ? undefined : figure };
}

/** What distinguishes a metric from the others of its graph, as CloudWatch labels it. */
function labelOf({ name, dimensions, statistic }: GraphedMetric, all: readonly GraphedMetric[]): string {
  const differ = (what: (metric: GraphedMetric) => string) => new Set(all.map(what)).size > 1;
  if (differ((metric) => metric.name)) return name.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
  if (differ((metric) => metric.statistic)) return statistic.toLowerCase();
  return (dimensions.at(-1) ?? name).replace(/^nibrs-[a-z]+-/, '').replace('.fifo', '');
}

function line({ label, values, figure }: Series, highest: number): Html {
  const step = spark.width / values.length;
  const bars = values.map((value = 0, index) => {
    const height = value === 0 ? 0 : Math.max(2, (value / highest) * spark.height);
    const place = `x="${(index * step).toFixed(1)}" y="${(spark.height - height).toFixed(1)}"`;
    return { html: `<rect ${place} width="${(step - spark.gap).toFixed(1)}" height="${height.toFixed(1)}"/>` };
  });
  const number = figure === undefined ? '–' : count(Math.round(figure));
  return html`<div class="series"><span>${label}</span>
<svg viewBox="0 0 ${spark.width} ${spark.height}" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<b>${number}</b></div>`;
}
