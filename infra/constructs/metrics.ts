import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metricNamespace } from '../../shared/operations/metrics.ts';

/** A metric that functions count, of one of them. */
export function functionMetric(metricName: MetricName, service: string, options: MetricOptions): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service },
    ...options,
  });
}

/** A metric of SQS, of one queue. Queues are named, not referred to, so that no stack exports anything for it. */
export function queueMetric(metricName: string, QueueName: string, options: MetricOptions): Metric {
  return new Metric({ namespace: 'AWS/SQS', metricName, dimensionsMap: { QueueName }, ...options });
}

/** A metric of Lambda, of one function. */
export function lambdaMetric(metricName: string, FunctionName: string, options: MetricOptions): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName },
    ...options,
  });
}

/** Metrics of what failed of one version of a function that is called by an alias. */
export function failureMetrics(
  { functionName, service, alias, version }: { functionName: string; service: string; alias: string; version: string },
  options: MetricOptions,
): { crashes: Metric; failures: Metric } {
  const dimensionsMap = { FunctionName: functionName, Resource: `${functionName}:${alias}`, ExecutedVersion: version };
  return {
    crashes: new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', dimensionsMap, ...options }),
    failures: functionMetric('VersionFailures', service, { dimensionsMap: { service, version }, ...options }),
  };
}
