import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { sealTransmission } from '../../shared/extract/messages.ts';
import { sealFile } from '../../shared/extract/seal.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'OUTBOX_BUCKET']);
const clock = () => new Date();
const documents = documentsClient();

const dependencies = {
  // A transmission's events have no content of reports.
  ledger: ledgerOf(environment, documents, clock),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
  outboxBucket: environment.OUTBOX_BUCKET,
  clock,
};

/** One message says that all parts of a transmission are there. */
export const handler = queueHandler({
  name: 'seal-transmission',
  message: sealTransmission,
  async handle(message, { log, count }) {
    const outcome = await sealFile({ ...dependencies, log }, message);
    if (outcome === 'sealed') count('TransmissionsSealed', 1);
    if (outcome === 'refused') count('TransmissionsRefused', 1);
  },
});
