import { documentsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { createDynamoSegments } from '../../shared/ledger/dynamodb/segments.ts';
import { type RebuildProjections, rebuildProjections } from '../../shared/rebuild/messages.ts';
import { createSealedParts } from '../../shared/rebuild/sealed-parts.ts';
import { rebuildStep } from '../../shared/rebuild/segments.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'PROJECTIONS_QUEUE_URL',
]);
const clock = () => new Date();
const documents = documentsClient();
// Projections follow from what events have in the clear: no report is opened.
const ledger = ledgerOf(environment, documents, clock);

const dependencies = {
  ledger,
  ledgerSegments: createDynamoSegments(documents, environment.LEDGER_TABLE),
  sealedParts: createSealedParts(ledger, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
  projections: createQueue<RebuildProjections>(queuesClient(), environment.PROJECTIONS_QUEUE_URL),
  clock,
};

/** One message is for everything, for a segment of the ledger, or for an agency. */
export const handler = queueHandler({
  name: 'rebuild-projections',
  message: rebuildProjections,
  async handle(message, { log }) {
    await rebuildStep({ ...dependencies, log }, message);
  },
});
