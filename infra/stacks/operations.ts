import { Stack } from 'aws-cdk-lib';
import {
  AlarmRule,
  AlarmState,
  AlarmStatusWidget,
  CompositeAlarm,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { QueueWorker } from '../constructs/queue-worker.ts';

/** What the people who run the system look at, and the one alarm that calls them. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig, workers: readonly QueueWorker[]) {
    super(scope, id);

    const attention = new CompositeAlarm(this, 'Attention', {
      compositeAlarmName: `nibrs-${config.stage}-attention`,
      alarmDescription: 'A dead-letter queue is not empty; the dashboard shows which',
      alarmRule: AlarmRule.anyOf(...workers.map(({ alarm }) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM))),
    });
    // Whoever is on call subscribes to it; who that is belongs to the state, not to this code.
    attention.addAlarmAction(new SnsAction(new Topic(this, 'OnCall', { enforceSSL: true })));

    const graph = (title: string, metric: (worker: QueueWorker) => IMetric) =>
      new GraphWidget({ title, width: 12, left: workers.map(metric) });
    new Dashboard(this, 'Dashboard', {
      dashboardName: `nibrs-${config.stage}`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Dead letters', width: 24, alarms: workers.map(({ alarm }) => alarm) })],
        [
          graph('Waiting messages', ({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
          graph('Age of the oldest message', ({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
        ],
        [
          graph('Errors of functions', (worker) => worker.function.metricErrors()),
          graph('Duration of functions', (worker) => worker.function.metricDuration()),
        ],
      ],
    });
  }
}
