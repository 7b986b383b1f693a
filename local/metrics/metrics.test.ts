import { describe, expect, it } from 'vitest';
import type { AlarmPlan } from '../template/plan.ts';
import { alarmStates } from './alarms.ts';
import { Metrics } from './metrics.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
const minutes = (count: number) => count * 60_000;
const accepted = { namespace: 'ours', name: 'ReportsAccepted', dimensions: ['service', 'process-reports'] };

/** A line as a function writes it. */
function line(values: Record<string, number | number[]>, at: number) {
  const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: 'Count' }));
  const directive = { Namespace: 'ours', Dimensions: [['service']], Metrics };
  return { _aws: { Timestamp: at, CloudWatchMetrics: [directive] }, service: 'process-reports', ...values };
}

function measured(...lines: unknown[]): Metrics {
  const metrics = new Metrics();
  for (const each of lines) metrics.observe(each);
  return metrics;
}

describe('metrics of functions', () => {
  it('are taken from their log lines, one value or several, and put into one for each period', () => {
    const metrics = measured(
      line({ ReportsAccepted: 5 }, noon - minutes(6)),
      line({ ReportsAccepted: [1, 2, 6] }, noon - minutes(1)),
      line({ ReportsAccepted: 3 }, noon),
    );
    const read = (statistic: 'Sum' | 'Average' | 'Maximum') =>
      metrics.read(accepted, statistic, { now: noon, period: 300, periods: 3 });
    expect(read('Sum')).toEqual([undefined, 5, 12]);
    expect(read('Average')).toEqual([undefined, 5, 3]);
    expect(read('Maximum')).toEqual([undefined, 5, 6]);
  });

  it('are of the function that counted them, and no other line is taken', () => {
    const metrics = measured({ message: 'A line', level: 'INFO' }, undefined, line({ ReportsAccepted: 1 }, noon));
    const span = { now: noon, period: 60, periods: 1 };
    expect(metrics.read(accepted, 'Sum', span)).toEqual([1]);
    expect(metrics.read({ ...accepted, dimensions: ['service', 'other'] }, 'Sum', span)).toEqual([undefined]);
  });
});

describe('alarms', () => {
  const alarm: AlarmPlan = {
    AlarmName: 'many',
    AlarmDescription: 'Too many',
    Namespace: 'ours',
    MetricName: 'ReportsAccepted',
    Dimensions: [{ Name: 'service', Value: 'process-reports' }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 2,
    Threshold: 3,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  };
  const compositeAlarms = [{ name: 'urgent', description: 'Any', anyOf: ['many'] }];
  const ringing = (...counts: number[]) => {
    const metrics = measured(
      ...counts.map((value, index) => line({ ReportsAccepted: value }, noon - minutes(counts.length - 1 - index))),
    );
    return alarmStates({ alarms: [alarm], compositeAlarms }, metrics, noon).map((state) => state.ringing);
  };

  it('ring, and those above them, when every period is above the threshold', () => {
    expect(ringing(4, 4)).toEqual([true, true]);
    expect(ringing(4, 3)).toEqual([false, false]);
    expect(ringing(9, 4, 3)).toEqual([false, false]);
  });

  it('do not ring where nothing was measured', () => {
    expect(ringing()).toEqual([false, false]);
    expect(ringing(9)).toEqual([false, false]);
  });
});
