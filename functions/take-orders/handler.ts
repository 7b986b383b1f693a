import { readReply } from '../../shared/access/messages.ts';
import { operationOrders } from '../../shared/api/answers/operation-orders.ts';
import { registrationAnswers } from '../../shared/api/answers/register-agencies.ts';
import { reportOrders } from '../../shared/api/answers/report-orders.ts';
import { settlingAnswers } from '../../shared/api/answers/settle-warning.ts';
import { transmissionOrders } from '../../shared/api/answers/transmission-orders.ts';
import { membersOf } from '../../shared/api/members.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient, functionsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment, readJson } from '../../shared/aws/environment.ts';
import { invokeFunction } from '../../shared/aws/invoke.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { createWorkQueues } from '../../shared/aws/work-queues.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { namedQueues } from '../../shared/operations/work-queues.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'TRANSMISSIONS_QUEUE_URL',
  'FORWARDS_QUEUE_URL',
  'REBUILDS_QUEUE_URL',
  'STATISTICS_QUEUE_URL',
  'EXPUNGEMENTS_QUEUE_URL',
  'QUEUES',
  'READ_ELEMENTS_FUNCTION',
  'STATE_PROFILE',
]);
const clock = () => new Date();
const documents = documentsClient();
const sqs = queuesClient();
const lambda = functionsClient();
const ledger = ledgerOf(environment, documents, clock);
const profile = findProfile(environment.STATE_PROFILE);

/** What people decide: recorded in the ledger in their name, or asked of the function whose work it is. */
export const handler = apiHandler({
  name: 'take-orders',
  answers: {
    ...settlingAnswers({ ledger, objects: createObjects(objectsClient()), workBucket: environment.WORK_BUCKET, clock }),
    ...registrationAnswers({ ledger, profile, clock }),
    ...reportOrders({
      ledger,
      expungements: createQueue(sqs, environment.EXPUNGEMENTS_QUEUE_URL),
      readElements: (request) => invokeFunction(lambda, environment.READ_ELEMENTS_FUNCTION, request, readReply),
    }),
    ...transmissionOrders({
      ledger,
      months: createDynamoMonths(documents, environment.MONTHS_TABLE),
      federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
      transmissions: createQueue(sqs, environment.TRANSMISSIONS_QUEUE_URL),
      forwards: createQueue(sqs, environment.FORWARDS_QUEUE_URL),
      rebuilds: createQueue(sqs, environment.REBUILDS_QUEUE_URL),
      clock,
    }),
    ...operationOrders({
      queues: createWorkQueues(sqs, readJson('QUEUES', environment.QUEUES, namedQueues)),
      statistics: createQueue(sqs, environment.STATISTICS_QUEUE_URL),
      profile,
    }),
  },
  memberOf: membersOf(ledger, clock),
});
