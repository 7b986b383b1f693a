import type { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { type Count, metrics as catalog } from '../operations/metrics.ts';

/** Counts in a function's metrics, which are written as one line of its log when the invocation ends (CloudWatch EMF). */
export function countIn(metrics: Metrics): Count {
  return (metric, value) => void metrics.addMetric(metric, catalog[metric].unit, value);
}

/**
 * Counts a failure of the version that runs, by which a new version is told from the one before while both run. A line of
 * its own, since only this metric has the version as a dimension.
 */
export function countFailure(metrics: Metrics, { functionVersion }: Pick<Context, 'functionVersion'>): void {
  const { unit } = catalog.VersionFailures;
  metrics.singleMetric().addDimension('version', functionVersion).addMetric('VersionFailures', unit, 1);
}
