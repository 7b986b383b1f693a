import type { AlarmPlan, CompositeAlarmPlan } from '../template/plan.ts';
import type { Metrics } from './metrics.ts';

/** An alarm and whether it rings. */
export interface AlarmState {
  name: string;
  description: string;
  ringing: boolean;
}

/** Every alarm, and those above them, by what was measured up to `now`. Where nothing was measured none rings. */
export function alarmStates(
  { alarms, compositeAlarms }: { alarms: readonly AlarmPlan[]; compositeAlarms: readonly CompositeAlarmPlan[] },
  metrics: Metrics,
  now: number,
): AlarmState[] {
  const states = alarms.map((alarm) => ({
    name: alarm.AlarmName,
    description: alarm.AlarmDescription,
    ringing: isRinging(alarm, metrics, now),
  }));
  const ringing = new Set(states.filter((state) => state.ringing).map(({ name }) => name));
  const above = compositeAlarms.map(({ name, description, anyOf }) => ({
    name,
    description,
    ringing: anyOf.some((below) => ringing.has(below)),
  }));
  return [...above, ...states];
}

function isRinging(alarm: AlarmPlan, metrics: Metrics, now: number): boolean {
  const { Namespace: namespace, MetricName: name, Dimensions, Threshold } = alarm;
  const metric = { namespace, name, dimensions: Dimensions.flatMap(({ Name, Value }) => [Name, Value]) };
  const span = { now, period: alarm.Period, periods: alarm.EvaluationPeriods };
  return metrics.read(metric, alarm.Statistic, span).every((value) => value !== undefined && value > Threshold);
}
