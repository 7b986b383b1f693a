import { uploadAnswers } from '../../shared/api/answers/uploads.ts';
import { callersOf } from '../../shared/api/callers.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'INBOX_BUCKET', 'STATE_PROFILE', 'SUBMITTER']);
const clock = () => new Date();
const ledger = ledgerOf(environment, documentsClient(), clock);

/** Requests about uploaded files: the only ones that the inbox is open for. */
export const handler = apiHandler({
  name: 'handle-uploads',
  answers: uploadAnswers(),
  callerOf: callersOf(ledger, clock),
});
