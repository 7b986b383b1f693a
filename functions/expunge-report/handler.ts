import { documentsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { expungeNumber } from '../../shared/expunge/expunge.ts';
import { expungeReport } from '../../shared/expunge/messages.ts';
import type { MonthNotice } from '../../shared/extract/messages.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'INBOX_BUCKET', 'WORK_BUCKET', 'MONTHS_QUEUE_URL']);
const clock = () => new Date();

const dependencies = {
  // It cannot open what it destroys the keys of.
  ledger: ledgerOf(environment, documentsClient(), clock),
  objects: createObjects(objectsClient()),
  months: createQueue<MonthNotice>(queuesClient(), environment.MONTHS_QUEUE_URL),
  inboxBucket: environment.INBOX_BUCKET,
  workBucket: environment.WORK_BUCKET,
  clock,
};

/** One message has what is on file under one number expunged. */
export const handler = queueHandler({
  name: 'expunge-report',
  message: expungeReport,
  async handle(message, { log, count }) {
    await expungeNumber({ ...dependencies, log }, message);
    count('NumbersExpunged', 1);
  },
});
