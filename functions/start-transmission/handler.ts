import { documentsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { type BuildPart, type SealTransmission, startTransmission } from '../../shared/extract/messages.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { startPeriod } from '../../shared/extract/start.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'PARTS_QUEUE_URL',
  'SEALS_QUEUE_URL',
  'SUBMITTER',
]);
const clock = () => new Date();
const documents = documentsClient();
const queues = queuesClient();

const dependencies = {
  // A transmission's events have no content of reports.
  ledger: ledgerOf(environment, documents, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  parts: createQueue<BuildPart>(queues, environment.PARTS_QUEUE_URL),
  seals: createQueue<SealTransmission>(queues, environment.SEALS_QUEUE_URL),
  submitter: environment.SUBMITTER,
  clock,
};

/** One message asks for the transmission of one period. */
export const handler = queueHandler({
  name: 'start-transmission',
  message: startTransmission,
  async handle(request, { log }) {
    await startPeriod({ ...dependencies, log }, request);
  },
});
