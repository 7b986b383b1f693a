import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { rebuildFile, rebuildToFile } from '../../shared/extract/rebuild-file.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'FEDERAL_KEY_ARN']);
const clock = () => new Date();
const documents = documentsClient();

const dependencies = {
  // No key for state halves: what the FBI got has nothing of them.
  ledger: ledgerOf(environment, documents, clock),
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
};

/** One message asks for one file to be made again. */
export const handler = queueHandler({
  name: 'rebuild-file',
  message: rebuildFile,
  async handle(message, { log }) {
    await rebuildToFile({ ...dependencies, log }, message);
  },
});
