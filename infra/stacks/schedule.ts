import { Aws, CfnOutput, Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { MonthlyTimes } from '../../shared/schedule/calendar.ts';
import { type Action, actions } from '../../shared/schedule/messages.ts';
import type { StageConfig } from '../config.ts';
import { readTable, sendTo, setting, writeFolder } from '../constructs/access.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { ExtractStack } from './extract.ts';
import type { FbiStack } from './fbi.ts';
import type { StorageStack } from './storage.ts';

const descriptions: Record<Action, string> = {
  remind: 'List the agencies that owe something of the month before',
  close: 'Build and seal the file of the month before',
  forward: 'Hand over every sealed file that nobody holds',
};

/** What is done every month on its day without anybody asking. */
export class ScheduleStack extends Stack {
  readonly workers: QueueWorker[];

  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    { storage, extract, fbi }: { storage: StorageStack; extract: ExtractStack; fbi: FbiStack },
    codeOf: CodeOf,
  ) {
    super(scope, id);
    const worker = new QueueWorker(this, 'Scheduled', {
      config,
      failures: storage.failures,
      queue: 'schedule',
      function: 'run-schedule',
      code: codeOf('run-schedule'),
      timeout: Duration.minutes(5),
      memory: 1024,
      batchSize: 1,
      maxConcurrency: 2,
      access: {
        LEDGER_TABLE: readTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: readTable(storage.months),
        WORK_BUCKET: writeFolder(storage.work, 'reminders'),
        TRANSMISSIONS_QUEUE_URL: sendTo(extract.transmissions),
        FORWARDS_QUEUE_URL: sendTo(fbi.forwards),
        REPORTING_DUE_DAY: setting(String(config.reportingDueDay)),
      },
    });
    this.workers = [worker];

    const role = createSenderRole(this);
    for (const action of actions) {
      const schedule = expressionOf(config.calendar[action]);
      const name = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
      new Schedule(this, name, {
        scheduleName: `nibrs-${config.stage}-${action}`,
        description: descriptions[action],
        schedule,
        target: new SqsSendMessage(worker.queue, {
          role,
          input: ScheduleTargetInput.fromObject({ action, scheduledTime: ContextAttribute.scheduledTime }),
          // What could not be put into the queue for a day is noticed as what could not be handled is.
          deadLetterQueue: worker.deadLetters,
        }),
      });
      new CfnOutput(this, `${name}Schedule`, { value: schedule.expressionString });
    }
    new CfnOutput(this, 'ScheduleQueueUrl', { value: worker.queue.queueUrl });
  }
}

/** The role that puts the calendar's messages into the queue, for schedules of this account alone. */
function createSenderRole(scope: Construct): Role {
  const role = new Role(scope, 'Sender', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  Validations.of(role).acknowledge({
    id: 'NIST.800.53.R5-IAMNoInlinePolicy',
    reason: 'It lets this one role send to one queue and to its dead letters; it goes when the role goes.',
  });
  return role;
}

function expressionOf({ days, hour, minute }: MonthlyTimes): ScheduleExpression {
  return ScheduleExpression.cron({
    day: days.join(','),
    hour: String(hour),
    minute: String(minute),
    timeZone: TimeZone.ETC_UTC,
  });
}
