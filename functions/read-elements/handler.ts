import { readElements } from '../../shared/access/messages.ts';
import { showElements } from '../../shared/access/show-elements.ts';
import { documentsClient, keysClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { KmsKeyring } from '../../shared/aws/kms-keyring.ts';
import { requestHandler } from '../../shared/aws/request-handler.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'FEDERAL_KEY_ARN',
  'STATE_KEY_ARN',
  'STATE_PROFILE',
]);
const clock = () => new Date();

const dependencies = {
  ledger: createDynamoLedger({
    documents: documentsClient(),
    ledgerTable: environment.LEDGER_TABLE,
    keysTable: environment.KEYS_TABLE,
    // The federal half tells whom the report has: what a supplement says of anybody else does not count.
    keyring: new KmsKeyring(keysClient(), { federal: environment.FEDERAL_KEY_ARN, state: environment.STATE_KEY_ARN }),
    clock,
  }),
  profile: findProfile(environment.STATE_PROFILE),
  clock,
};

/** One request is one person's for one report. */
export const handler = requestHandler({
  name: 'read-elements',
  request: readElements,
  async handle(request, { log, id }) {
    const shown = await showElements(dependencies, request, id);
    log.info('State elements were read', { elements: shown.elements.length, expired: shown.expired });
    return shown;
  },
});
