import { documentsClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import { s3Event } from '../../shared/aws/s3-event.ts';
import type { ReportsChunk } from '../../shared/intake/messages.ts';
import { receiveFile } from '../../shared/intake/receive.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'REPORTS_QUEUE_URL', 'STATE_PROFILE']);
const clock = () => new Date();

const dependencies = {
  objects: createObjects(objectsClient()),
  // A submission's events have no content of reports.
  ledger: ledgerOf(environment, documentsClient(), clock),
  chunks: createQueue<ReportsChunk>(queuesClient(), environment.REPORTS_QUEUE_URL),
  profile: findProfile(environment.STATE_PROFILE),
  clock,
};

/** One message names one or several uploaded files; it is done when all of them are. */
export const handler = queueHandler({
  name: 'receive-submission',
  message: s3Event,
  async handle(uploads, { log, count }) {
    for (const upload of uploads) {
      for (const outcome of await receiveFile({ ...dependencies, log }, upload)) {
        count(outcome === 'refused' ? 'FilesRefused' : 'FilesReceived', 1);
      }
    }
  },
});
