import { receiveAnswer } from '../../shared/answers/receive-answer.ts';
import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { s3Event } from '../../shared/aws/s3-event.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'MONTHS_TABLE', 'WORK_BUCKET', 'OUTBOX_BUCKET']);
const clock = () => new Date();
const documents = documentsClient();

const dependencies = {
  // What the FBI finds is recorded without content of reports.
  ledger: ledgerOf(environment, documents, clock),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
  objects: createObjects(objectsClient()),
  workBucket: environment.WORK_BUCKET,
  outboxBucket: environment.OUTBOX_BUCKET,
  clock,
};

/** One message names one or several files of the FBI's; it is done when all of them are. */
export const handler = queueHandler({
  name: 'receive-answer',
  message: s3Event,
  async handle(uploads, { log, count }) {
    for (const upload of uploads) {
      const recorded = await receiveAnswer({ ...dependencies, log }, upload);
      if (!recorded) continue;
      count('AnswersReceived', 1);
      count('FederalErrors', recorded.errors);
      count('FederalWarnings', recorded.warnings);
      count('ReportsRefused', recorded.refused);
      count('EditGaps', recorded.gaps);
    }
  },
});
