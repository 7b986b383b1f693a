import { documentsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { buildAgencyPart } from '../../shared/extract/build-part.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { buildPart, type SealTransmission } from '../../shared/extract/messages.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'SEALS_QUEUE_URL',
  'FEDERAL_KEY_ARN',
]);
const clock = () => new Date();
const documents = documentsClient();

const dependencies = {
  // No key for state halves: what writes the FBI's file cannot open one.
  ledger: ledgerOf(environment, documents, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  seals: createQueue<SealTransmission>(queuesClient(), environment.SEALS_QUEUE_URL),
  workBucket: environment.WORK_BUCKET,
  clock,
};

/** One message asks for one agency's part of a transmission. */
export const handler = queueHandler({
  name: 'build-part',
  message: buildPart,
  async handle(message, { log }) {
    await buildAgencyPart({ ...dependencies, log }, message);
  },
});
