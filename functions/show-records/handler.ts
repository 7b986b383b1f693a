import { agencyAnswers } from '../../shared/api/answers/agencies.ts';
import { findingAnswers } from '../../shared/api/answers/findings.ts';
import { monthAnswers } from '../../shared/api/answers/months.ts';
import { operationAnswers } from '../../shared/api/answers/operations.ts';
import { reportAnswers } from '../../shared/api/answers/reports.ts';
import { submissionAnswers } from '../../shared/api/answers/submissions.ts';
import { transmissionAnswers } from '../../shared/api/answers/transmissions.ts';
import { callersOf } from '../../shared/api/callers.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'MONTHS_TABLE',
  'WORK_BUCKET',
  'OUTBOX_BUCKET',
  'READ_HISTORY_FUNCTION',
  'REPORTING_DUE_DAY',
  'STATE_PROFILE',
]);
const clock = () => new Date();
const ledger = ledgerOf(environment, documentsClient(), clock);

/** Requests that only look. It can open neither half of any report, and changes nothing. */
export const handler = apiHandler({
  name: 'show-records',
  answers: {
    ...submissionAnswers(),
    ...findingAnswers(),
    ...monthAnswers(),
    ...agencyAnswers(),
    ...reportAnswers(),
    ...transmissionAnswers(),
    ...operationAnswers(),
  },
  callerOf: callersOf(ledger, clock),
});
