import { Duration, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { functionMetric, lambdaMetric, queueMetric } from './metrics.ts';
import type { QueueWorker } from './queue-worker.ts';

/** Whether somebody is called now, or looks on the next working day. */
export const severities = ['urgent', 'attention'] as const;
export type Severity = (typeof severities)[number];

/** An alarm: when more than `threshold` is measured in each of the newest `periods`. */
interface AlarmSpec {
  /** What kind it is; `docs/runbooks/<kind>.md` says what to do. */
  kind: string;
  /** Which queue or function, where there are several of a kind. */
  of?: string;
  severity: Severity;
  /** What is the case. */
  says: string;
  metric: Metric;
  threshold: number;
  periods?: number;
}

/** What the alarms look at. */
export interface Watched {
  config: StageConfig;
  workers: readonly QueueWorker[];
  /** All functions, by their names in the account. */
  functions: readonly { service: string; name: string }[];
}

const minute = Duration.minutes(1);
const five = Duration.minutes(5);
const day = Duration.days(1);

/** Every alarm there is. */
function alarmSpecs({ config: { alarms }, workers, functions }: Watched): AlarmSpec[] {
  return [
    ...workers.flatMap((worker) => queueAlarms(worker, alarms)),
    ...functionAlarms(functions, alarms),
    ...others(alarms),
  ];
}

function queueAlarms({ queueName, deadLettersName, service }: QueueWorker, alarms: StageConfig['alarms']): AlarmSpec[] {
  const of = queueName.replace(/^nibrs-[a-z]+-/, '').replace('.fifo', '');
  const age = queueMetric('ApproximateAgeOfOldestMessage', queueName, { statistic: 'Maximum', period: five });
  const waits: Pick<AlarmSpec, 'kind' | 'severity' | 'says' | 'threshold'> =
    of === 'expungements'
      ? {
          kind: 'expungement-unfinished',
          severity: 'urgent',
          says: 'An order to expunge is not carried out',
          threshold: alarms.expungementMinutes * 60,
        }
      : {
          kind: 'queue-age',
          severity: 'attention',
          says: `Messages of ${queueName} are not worked off`,
          threshold: alarms.queueAgeMinutes * 60,
        };
  return [
    {
      kind: 'dead-letters',
      of,
      severity: 'urgent',
      says: `Messages of ${queueName} failed every time`,
      metric: queueMetric('ApproximateNumberOfMessagesVisible', deadLettersName, {
        statistic: 'Maximum',
        period: minute,
      }),
      threshold: 0,
    },
    { ...waits, ...(waits.kind === 'queue-age' && { of }), metric: age },
    service === 'forward-transmission'
      ? {
          kind: 'forwarding-failed',
          severity: 'urgent',
          says: 'A sealed file could not be handed over',
          metric: functionMetric('MessagesFailed', service, { statistic: 'Sum', period: five }),
          threshold: 0,
        }
      : {
          kind: 'deliveries-failing',
          of: service,
          severity: 'attention',
          says: `Deliveries to ${service} fail`,
          metric: functionMetric('MessagesFailed', service, { statistic: 'Sum', period: five }),
          threshold: alarms.failuresInFiveMinutes,
        },
  ];
}

function functionAlarms(functions: Watched['functions'], alarms: StageConfig['alarms']): AlarmSpec[] {
  return functions.flatMap(({ service, name }): AlarmSpec[] => [
    {
      kind: 'function-errors',
      of: service,
      severity: 'urgent',
      says: `${name} ends with errors or out of time`,
      metric: lambdaMetric('Errors', name, { statistic: 'Sum', period: five }),
      threshold: alarms.errorsInFiveMinutes,
    },
    {
      kind: 'throttles',
      of: service,
      severity: 'attention',
      says: `${name} is started less often than it is asked for`,
      metric: lambdaMetric('Throttles', name, { statistic: 'Sum', period: five }),
      threshold: alarms.throttlesInFiveMinutes,
      periods: 3,
    },
  ]);
}

function others(alarms: StageConfig['alarms']): AlarmSpec[] {
  return [
    {
      kind: 'projection-lag',
      severity: 'attention',
      says: 'What was filed is late in the months',
      metric: functionMetric('MessageDelay', 'project-month', { statistic: 'Maximum', period: five }),
      threshold: alarms.projectionLagMinutes * 60_000,
    },
    {
      kind: 'agencies-missing',
      severity: 'attention',
      says: 'Many agencies have not reported, and the deadline is near',
      metric: functionMetric('AgenciesMissing', 'run-schedule', { statistic: 'Maximum', period: day }),
      threshold: alarms.missingAgencies,
    },
    {
      kind: 'transmission-refused',
      severity: 'urgent',
      says: 'Our own check refused a file for the FBI',
      metric: functionMetric('TransmissionsRefused', 'seal-transmission', { statistic: 'Sum', period: five }),
      threshold: 0,
    },
    {
      kind: 'forwarding-held',
      severity: 'attention',
      says: 'A file is still held on the day on which it was to go to the FBI',
      metric: functionMetric('TransmissionsHeld', 'run-schedule', { statistic: 'Maximum', period: day }),
      threshold: 0,
    },
    {
      kind: 'edit-gap',
      severity: 'attention',
      says: 'The FBI found an error that our edits should have found',
      metric: functionMetric('EditGaps', 'receive-answer', { statistic: 'Sum', period: day }),
      threshold: 0,
    },
  ];
}

/** Creates every alarm, and one above them for each severity, which is what people are called by. */
export function createAlarms(
  scope: Construct,
  watched: Watched,
): { alarms: Alarm[]; composites: Record<Severity, CompositeAlarm> } {
  const { config } = watched;
  const created = alarmSpecs(watched).map((spec) => ({
    severity: spec.severity,
    alarm: createAlarm(scope, config, spec),
  }));
  const composite = (severity: Severity, description: string) =>
    new CompositeAlarm(scope, severity === 'urgent' ? 'Urgent' : 'Attention', {
      compositeAlarmName: `nibrs-${config.stage}-${severity}`,
      alarmDescription: description,
      alarmRule: AlarmRule.anyOf(
        ...created
          .filter((each) => each.severity === severity)
          .map(({ alarm }) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM)),
      ),
    });
  return {
    alarms: created.map(({ alarm }) => alarm),
    composites: {
      urgent: composite('urgent', 'Something has stopped and does not go on by itself; the dashboard shows what'),
      attention: composite('attention', 'Something wants looking at on the next working day; the dashboard shows what'),
    },
  };
}

function createAlarm(scope: Construct, config: StageConfig, spec: AlarmSpec): Alarm {
  const { kind, of, says, metric, threshold, periods = 1 } = spec;
  const name = of ? `${kind}-${of}` : kind;
  const alarm = new Alarm(scope, `${name}-alarm`, {
    alarmName: `nibrs-${config.stage}-${name}`,
    alarmDescription: `${says}. Runbook: ${config.runbooks}/${kind}.md`,
    metric,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold,
    evaluationPeriods: periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  Validations.of(alarm).acknowledge({
    id: 'NIST.800.53.R5-CloudWatchAlarmAction',
    reason: 'The composite alarm of its severity has the action, so that one cause calls people once.',
  });
  return alarm;
}
