import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { forwardSealed } from '../../shared/forward/forward.ts';
import { forwardTransmission } from '../../shared/forward/messages.ts';
import { createOutboxForwarder } from '../../shared/forward/outbox.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import { RawKeyring } from '../../shared/ledger/protection/keyring.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'OUTBOX_BUCKET']);
const clock = () => new Date();

const dependencies = {
  ledger: createDynamoLedger({
    documents: documentsClient(),
    ledgerTable: environment.LEDGER_TABLE,
    keysTable: environment.KEYS_TABLE,
    // A transmission's events have no content of reports.
    keyring: new RawKeyring({}),
    clock,
  }),
  forwarder: createOutboxForwarder({
    objects: createObjects(objectsClient()),
    outboxBucket: environment.OUTBOX_BUCKET,
    clock,
  }),
  clock,
};

/** One message asks for one sealed transmission to be handed over. */
export const handler = queueHandler({
  name: 'forward-transmission',
  message: forwardTransmission,
  async handle(message, { log }) {
    await forwardSealed({ ...dependencies, log }, message);
  },
});
