import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { requestHandler } from '../../shared/aws/request-handler.ts';
import { readHistoryRequest } from '../../shared/history/messages.ts';
import { showHistory } from '../../shared/history/show-history.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'FEDERAL_KEY_ARN']);
const clock = () => new Date();

const dependencies = {
  // State halves stay closed: what they say is for named readers with a reason.
  ledger: ledgerOf(environment, documentsClient(), clock),
  clock,
};

/** One request is for one number of an agency. */
export const handler = requestHandler({
  name: 'read-history',
  request: readHistoryRequest,
  async handle(request, { log }) {
    const history = await showHistory(dependencies, request);
    log.info('A history was read', { entries: history.length });
    return { history };
  },
});
