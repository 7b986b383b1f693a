import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  type CompositeAlarm,
  Dashboard,
  GraphWidget,
  type IWidget,
  type Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MetricName } from '../../shared/operations/metrics.ts';
import type { Watched } from './alarms.ts';
import { functionMetric, lambdaMetric, queueMetric } from './metrics.ts';

interface Shown extends Watched {
  alarms: readonly Alarm[];
  composites: readonly CompositeAlarm[];
}

const period = Duration.minutes(5);
const day = Duration.days(1);

/** One dashboard for each of the questions an operator has. `nibrs serve` shows the same ones at `/operations`. */
export function createDashboards(scope: Construct, shown: Shown): void {
  const dashboards: Record<string, IWidget[][]> = {
    pipeline: pipeline(shown),
    agencies: agencies(),
    fbi: fbi(shown),
    'cost-and-limits': costAndLimits(shown),
  };
  for (const [name, widgets] of Object.entries(dashboards)) {
    new Dashboard(scope, `${name}-dashboard`, { dashboardName: `nibrs-${shown.config.stage}-${name}`, widgets });
  }
}

function pipeline({ alarms, composites, workers, functions }: Shown): IWidget[][] {
  const queues = (title: string, metricName: string) =>
    graph(
      title,
      workers.map(({ queueName }) => queueMetric(metricName, queueName, { statistic: 'Maximum', period })),
    );
  return [
    [status('Who is called', composites)],
    [status('Alarms', alarms, 8)],
    [
      counted('Files', 'receive-submission', ['FilesReceived', 'FilesRefused']),
      counted('Reports', 'process-reports', ['ReportsAccepted', 'ReportsRejected']),
    ],
    [
      graph('How long a chunk takes, ms', lengths('MessageDuration', 'process-reports')),
      graph('From filing to the month, ms', lengths('MessageDelay', 'project-month')),
    ],
    [
      queues('Messages waiting', 'ApproximateNumberOfMessagesVisible'),
      queues('Age of the oldest message, s', 'ApproximateAgeOfOldestMessage'),
    ],
    [
      graph(
        'Messages given up',
        workers.map(({ deadLettersName }) =>
          queueMetric('ApproximateNumberOfMessagesVisible', deadLettersName, { statistic: 'Maximum', period }),
        ),
      ),
      graph(
        'Errors and timeouts of functions',
        functions.map(({ name }) => lambdaMetric('Errors', name, { statistic: 'Sum', period })),
      ),
    ],
  ];
}

function agencies(): IWidget[][] {
  return [
    [
      graph('Agencies of the month', [
        ...most('run-schedule', ['AgenciesExpected', 'AgenciesReported', 'AgenciesMissing']),
      ]),
      counted('Reports a day', 'process-reports', ['ReportsAccepted', 'ReportsRejected'], day),
    ],
    [
      counted('Files a day', 'receive-submission', ['FilesReceived', 'FilesRefused'], day),
      new TextWidget({
        width: 12,
        height: 6,
        markdown:
          'Which agencies are missing: `nibrs months --period YYYY-MM`, or the list in `reminders/` of the work bucket.',
      }),
    ],
  ];
}

function fbi({ workers }: Shown): IWidget[][] {
  const queues = workers.filter(({ queueName }) =>
    /-(transmissions|parts|seals|forwards|answers)(\.fifo)?$/.test(queueName),
  );
  return [
    [
      graph('Files a day', [
        ...sums('seal-transmission', ['TransmissionsSealed', 'TransmissionsRefused'], day),
        ...sums('forward-transmission', ['TransmissionsForwarded'], day),
        ...most('run-schedule', ['TransmissionsHeld']),
      ]),
      counted('What the FBI found', 'receive-answer', ['FederalErrors', 'FederalWarnings'], day),
    ],
    [
      counted('Reports the FBI refused, and gaps of our edits', 'receive-answer', ['ReportsRefused', 'EditGaps'], day),
      graph(
        'Age of the oldest message, s',
        queues.map(({ queueName }) =>
          queueMetric('ApproximateAgeOfOldestMessage', queueName, { statistic: 'Maximum', period }),
        ),
      ),
    ],
  ];
}

function costAndLimits({ workers, functions }: Shown): IWidget[][] {
  const lambda = (title: string, metricName: string, statistic: string) =>
    graph(
      title,
      functions.map(({ name }) => lambdaMetric(metricName, name, { statistic, period })),
    );
  return [
    [lambda('Calls of functions', 'Invocations', 'Sum'), lambda('Time of functions, ms', 'Duration', 'Sum')],
    [
      lambda('Throttles of functions', 'Throttles', 'Sum'),
      lambda('Copies of functions at once', 'ConcurrentExecutions', 'Maximum'),
    ],
    [
      graph(
        'Messages sent',
        workers.map(({ queueName }) => queueMetric('NumberOfMessagesSent', queueName, { statistic: 'Sum', period })),
      ),
      graph('State elements shown, orders to expunge carried out', [
        ...sums('read-elements', ['ElementsRead'], day),
        ...sums('expunge-report', ['NumbersExpunged'], day),
      ]),
    ],
  ];
}

function status(title: string, alarms: readonly (Alarm | CompositeAlarm)[], height = 2): IWidget {
  return new AlarmStatusWidget({ title, width: 24, height, alarms: [...alarms] });
}

function graph(title: string, left: Metric[]): IWidget {
  return new GraphWidget({ title, width: 12, left });
}

function counted(title: string, service: string, names: readonly MetricName[], every = period): IWidget {
  return graph(title, sums(service, names, every));
}

function sums(service: string, names: readonly MetricName[], every: Duration): Metric[] {
  return names.map((name) => functionMetric(name, service, { statistic: 'Sum', period: every }));
}

function most(service: string, names: readonly MetricName[]): Metric[] {
  return names.map((name) => functionMetric(name, service, { statistic: 'Maximum', period: day }));
}

function lengths(name: MetricName, service: string): Metric[] {
  return ['Average', 'Maximum'].map((statistic) => functionMetric(name, service, { statistic, period }));
}
