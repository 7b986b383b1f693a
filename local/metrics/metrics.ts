import { z } from 'zod';

/** How the values of a period are put into one. */
export type Statistic = 'Sum' | 'Maximum' | 'Average';

/** A metric as CloudWatch knows it: dimensions are names and values in turn. */
export interface MetricId {
  namespace: string;
  name: string;
  dimensions: readonly string[];
}

/** The values of a metric in one minute. */
interface Minute {
  sum: number;
  count: number;
  maximum: number;
}

/** The line by which a function hands over metrics (CloudWatch User Guide, "Embedded metric format specification"). */
const embeddedMetrics = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});
const values = z.union([z.number().transform((one) => [one]), z.array(z.number())]);

const minuteMillis = 60_000;
/** Minutes that are kept of a metric: two days in which something was measured at all times. */
const kept = 2 * 24 * 60;

/** What was measured on this computer since it was started, by the minute. */
export class Metrics {
  private readonly minutes = new Map<string, Map<number, Minute>>();

  /** Takes a log line of a function, if it is one of metrics. */
  observe(entry: unknown): void {
    const parsed = embeddedMetrics.safeParse(entry);
    if (!parsed.success) return;
    const { _aws, ...members } = parsed.data;
    for (const { Namespace: namespace, Dimensions, Metrics } of _aws.CloudWatchMetrics) {
      for (const names of Dimensions) {
        const dimensions = names.flatMap((name) => [name, String(members[name])]);
        for (const { Name: name } of Metrics) {
          for (const value of values.safeParse(members[name]).data ?? []) {
            this.add({ namespace, name, dimensions }, value, _aws.Timestamp);
          }
        }
      }
    }
  }

  /** Adds a value that was measured at a time; values come in about the order of their times. */
  add(metric: MetricId, value: number, at: number): void {
    const key = keyOf(metric);
    const minutes = this.minutes.get(key) ?? new Map<number, Minute>();
    this.minutes.set(key, minutes);
    const start = at - (at % minuteMillis);
    const { sum, count, maximum } = minutes.get(start) ?? { sum: 0, count: 0, maximum: Number.NEGATIVE_INFINITY };
    const [oldest] = minutes.keys();
    if (minutes.size >= kept && oldest !== undefined) minutes.delete(oldest);
    minutes.set(start, { sum: sum + value, count: count + 1, maximum: Math.max(maximum, value) });
  }

  /** The newest `periods` periods of so many seconds up to `now`, the oldest first; undefined where nothing was measured. */
  read(metric: MetricId, statistic: Statistic, { now, period, periods }: Span): (number | undefined)[] {
    const minutes = [...(this.minutes.get(keyOf(metric)) ?? [])];
    const millis = period * 1000;
    return Array.from({ length: periods }, (_, index) => {
      const end = now - (periods - 1 - index) * millis;
      const within = minutes.filter(([start]) => start > end - millis && start <= end).map(([, minute]) => minute);
      return within.length === 0 ? undefined : statistics[statistic](within);
    });
  }
}

/** Which periods are asked for; `period` in seconds, `now` in milliseconds. */
export interface Span {
  now: number;
  period: number;
  periods: number;
}

const statistics: Record<Statistic, (minutes: readonly Minute[]) => number> = {
  Sum: (minutes) => total(minutes, 'sum'),
  Average: (minutes) => total(minutes, 'sum') / total(minutes, 'count'),
  Maximum: (minutes) => Math.max(...minutes.map(({ maximum }) => maximum)),
};

function total(minutes: readonly Minute[], what: 'sum' | 'count'): number {
  return minutes.reduce((sum, minute) => sum + minute[what], 0);
}

function keyOf({ namespace, name, dimensions }: MetricId): string {
  return [namespace, name, ...dimensions].join('\n');
}
