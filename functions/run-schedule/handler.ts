import { documentsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import type { StartTransmission } from '../../shared/extract/messages.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import type { ForwardTransmission } from '../../shared/forward/messages.ts';
import { scheduledAction } from '../../shared/schedule/messages.ts';
import { runScheduled } from '../../shared/schedule/run.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'TRANSMISSIONS_QUEUE_URL',
  'FORWARDS_QUEUE_URL',
  'REPORTING_DUE_DAY',
]);
const clock = () => new Date();
const documents = documentsClient();
const queues = queuesClient();

const dependencies = {
  // What is decided by the calendar needs no content of reports.
  ledger: ledgerOf(environment, documents, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
  transmissions: createQueue<StartTransmission>(queues, environment.TRANSMISSIONS_QUEUE_URL),
  forwards: createQueue<ForwardTransmission>(queues, environment.FORWARDS_QUEUE_URL),
  due: { dueDay: Number(environment.REPORTING_DUE_DAY) },
  clock,
};

/** One message says that it is time for one of the things that are done every month. */
export const handler = queueHandler({
  name: 'run-schedule',
  message: scheduledAction,
  async handle(message, { log, count }) {
    const done = await runScheduled({ ...dependencies, log }, message);
    if (done.action === 'remind') {
      count('AgenciesExpected', done.expected);
      count('AgenciesReported', done.reported);
      if (done.nearDeadline) count('AgenciesMissing', done.missing);
    }
    if (done.action === 'forward') count('TransmissionsHeld', done.held);
  },
});
