import { documentsClient, keysClient, objectsClient, queuesClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { createFingerprint } from '../../shared/aws/fingerprint.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { createQueue } from '../../shared/aws/queue.ts';
import type { MonthNotice } from '../../shared/extract/messages.ts';
import { reportsChunk } from '../../shared/intake/messages.ts';
import { processChunk } from '../../shared/intake/process.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment([
  'LEDGER_TABLE',
  'KEYS_TABLE',
  'WORK_BUCKET',
  'MONTHS_QUEUE_URL',
  'FEDERAL_KEY_ARN',
  'STATE_KEY_ARN',
  'FINGERPRINT_KEY_ARN',
  'STATE_PROFILE',
]);
const clock = () => new Date();

const dependencies = {
  objects: createObjects(objectsClient()),
  ledger: ledgerOf(environment, documentsClient(), clock),
  months: createQueue<MonthNotice>(queuesClient(), environment.MONTHS_QUEUE_URL),
  workBucket: environment.WORK_BUCKET,
  profile: findProfile(environment.STATE_PROFILE),
  fingerprint: await createFingerprint(keysClient(), environment.FINGERPRINT_KEY_ARN),
  clock,
};

/** One message is one agency's reports in one file, or a share of them. */
export const handler = queueHandler({
  name: 'process-reports',
  message: reportsChunk,
  async handle(chunk, { log, count }) {
    const tally = await processChunk({ ...dependencies, log }, chunk);
    if (!tally) return;
    count('ReportsAccepted', tally.accepted);
    count('ReportsRejected', tally.rejected);
    count('RecordsRead', tally.records);
  },
});
