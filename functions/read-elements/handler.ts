import { readElements } from '../../shared/access/messages.ts';
import { showElements } from '../../shared/access/show-elements.ts';
import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { requestHandler } from '../../shared/aws/request-handler.ts';
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
  // The federal half tells whom the report has: what a supplement says of anybody else does not count.
  ledger: ledgerOf(environment, documentsClient(), clock),
  profile: findProfile(environment.STATE_PROFILE),
  clock,
};

/** One request is one person's for one report. */
export const handler = requestHandler({
  name: 'read-elements',
  request: readElements,
  async handle(request, { log, id, count }) {
    const shown = await showElements(dependencies, request, id);
    count('ElementsRead', shown.elements.length);
    log.info('State elements were read', { elements: shown.elements.length, expired: shown.expired });
    return shown;
  },
});
