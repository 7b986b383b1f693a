import { countArrests } from '../../shared/access/messages.ts';
import { publishCounts } from '../../shared/access/publish-counts.ts';
import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'FEDERAL_KEY_ARN',
  'STATE_KEY_ARN',
  'STATE_PROFILE',
]);
const clock = () => new Date();
const documents = documentsClient();

const dependencies = {
  ledger: ledgerOf(environment, documents, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
  profile: findProfile(environment.STATE_PROFILE),
  clock,
};

/** One message asks for the arrests of some months by one element. */
export const handler = queueHandler({
  name: 'count-arrests',
  message: countArrests,
  async handle(request, { log }) {
    await publishCounts({ ...dependencies, log }, request);
  },
});
