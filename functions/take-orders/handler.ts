import { operationOrders } from '../../shared/api/answers/operation-orders.ts';
import { registrationAnswers } from '../../shared/api/answers/register-agencies.ts';
import { reportOrders } from '../../shared/api/answers/report-orders.ts';
import { settlingAnswers } from '../../shared/api/answers/settle-warning.ts';
import { transmissionOrders } from '../../shared/api/answers/transmission-orders.ts';
import { callersOf } from '../../shared/api/callers.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'WORK_BUCKET',
  'TRANSMISSIONS_QUEUE_URL',
  'FORWARDS_QUEUE_URL',
  'REBUILDS_QUEUE_URL',
  'STATISTICS_QUEUE_URL',
  'EXPUNGEMENTS_QUEUE_URL',
  'READ_ELEMENTS_FUNCTION',
]);
const clock = () => new Date();
const ledger = ledgerOf(environment, documentsClient(), clock);

/** What people decide: recorded in the ledger in their name, or asked of the function whose work it is. */
export const handler = apiHandler({
  name: 'take-orders',
  answers: {
    ...settlingAnswers(),
    ...registrationAnswers(),
    ...reportOrders(),
    ...transmissionOrders(),
    ...operationOrders(),
  },
  callerOf: callersOf(ledger, clock),
});
