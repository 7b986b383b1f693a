import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { forwardSealed } from '../../shared/forward/forward.ts';
import { forwardTransmission } from '../../shared/forward/messages.ts';
import { createOutboxForwarder } from '../../shared/forward/outbox.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'OUTBOX_BUCKET']);
const clock = () => new Date();

const dependencies = {
  // A transmission's events have no content of reports.
  ledger: ledgerOf(environment, documentsClient(), clock),
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
  async handle(message, { log, count }) {
    const forwarded = await forwardSealed({ ...dependencies, log }, message);
    if (forwarded) count('TransmissionsForwarded', 1);
  },
});
