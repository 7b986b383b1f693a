import { agencyAnswers } from '../../shared/api/answers/agencies.ts';
import { callerAnswers } from '../../shared/api/answers/caller.ts';
import { findingAnswers } from '../../shared/api/answers/findings.ts';
import { monthAnswers } from '../../shared/api/answers/months.ts';
import { operationAnswers } from '../../shared/api/answers/operations.ts';
import { reportAnswers } from '../../shared/api/answers/reports.ts';
import { submissionAnswers } from '../../shared/api/answers/submissions.ts';
import { transmissionAnswers } from '../../shared/api/answers/transmissions.ts';
import { membersOf } from '../../shared/api/members.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient, functionsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { linksTo } from '../../shared/aws/downloads.ts';
import { readEnvironment, readJson } from '../../shared/aws/environment.ts';
import { invokeFunction } from '../../shared/aws/invoke.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createWorkQueues } from '../../shared/aws/work-queues.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { readHistoryReply } from '../../shared/history/messages.ts';
import { createDynamoFailures } from '../../shared/operations/failures-dynamodb.ts';
import { namedQueues } from '../../shared/operations/work-queues.ts';
import { calendar } from '../../shared/schedule/calendar.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'OUTBOX_BUCKET',
  'FAILURES_TABLE',
  'QUEUES',
  'CALENDAR',
  'READ_HISTORY_FUNCTION',
  'REPORTING_DUE_DAY',
  'STATE_PROFILE',
]);
const clock = () => new Date();
const documents = documentsClient();
const s3 = objectsClient();
const lambda = functionsClient();
const ledger = ledgerOf(environment, documents, clock);
const months = createDynamoMonths(documents, environment.MONTHS_TABLE);
const federal = createDynamoFederalCopy(documents, environment.MONTHS_TABLE);
const objects = createObjects(s3);
const workBucket = environment.WORK_BUCKET;
const profile = findProfile(environment.STATE_PROFILE);
const due = { dueDay: Number(environment.REPORTING_DUE_DAY) };

/** Requests that only look. It can open neither half of any report, and changes nothing. */
export const handler = apiHandler({
  name: 'show-records',
  answers: {
    ...submissionAnswers({ ledger, clock }),
    ...findingAnswers({ ledger, objects, workBucket, profile, clock }),
    ...monthAnswers({ ledger, months, federal, due, profile, clock }),
    ...agencyAnswers({ ledger, months, federal, due, profile, clock }),
    ...reportAnswers({
      ledger,
      readHistory: (asked) => invokeFunction(lambda, environment.READ_HISTORY_FUNCTION, asked, readHistoryReply),
      clock,
    }),
    ...transmissionAnswers({
      ledger,
      months,
      federal,
      objects,
      workBucket,
      outboxBucket: environment.OUTBOX_BUCKET,
      linkTo: linksTo(s3, clock),
      clock,
    }),
    ...operationAnswers({
      queues: createWorkQueues(queuesClient(), readJson('QUEUES', environment.QUEUES, namedQueues)),
      failures: createDynamoFailures(documents, environment.FAILURES_TABLE),
      calendar: readJson('CALENDAR', environment.CALENDAR, calendar),
      objects,
      workBucket,
      clock,
    }),
    ...callerAnswers({ ledger }),
  },
  memberOf: membersOf(ledger, clock),
});
