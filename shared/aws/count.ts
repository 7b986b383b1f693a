import type { Metrics } from '@aws-lambda-powertools/metrics';
import { type Count, metrics as catalog } from '../operations/metrics.ts';

/** Counts in a function's metrics, which are written as one line of its log when the invocation ends (CloudWatch EMF). */
export function countIn(metrics: Metrics): Count {
  return (metric, value) => void metrics.addMetric(metric, catalog[metric].unit, value);
}
