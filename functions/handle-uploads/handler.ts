import { uploadAnswers } from '../../shared/api/answers/uploads.ts';
import { membersOf } from '../../shared/api/members.ts';
import { apiHandler } from '../../shared/aws/api-handler.ts';
import { documentsClient, objectsClient } from '../../shared/aws/clients.ts';
import { linksTo } from '../../shared/aws/downloads.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { ledgerOf } from '../../shared/aws/ledger.ts';
import { createObjects } from '../../shared/aws/objects.ts';
import { signedUploads } from '../../shared/aws/signed-uploads.ts';
import { findProfile } from '../../shared/state/index.ts';

const environment = readEnvironment(['LEDGER_TABLE', 'KEYS_TABLE', 'INBOX_BUCKET', 'STATE_PROFILE', 'SUBMITTER']);
const clock = () => new Date();
const ledger = ledgerOf(environment, documentsClient(), clock);
const inbox = objectsClient();

/** Requests about uploaded files: the only ones that the inbox is open for. */
export const handler = apiHandler({
  name: 'handle-uploads',
  answers: uploadAnswers({
    ledger,
    uploads: signedUploads(inbox, environment.INBOX_BUCKET, clock),
    objects: createObjects(inbox),
    linkTo: linksTo(inbox, clock),
    inboxBucket: environment.INBOX_BUCKET,
    submitter: environment.SUBMITTER,
    profile: findProfile(environment.STATE_PROFILE),
    clock,
  }),
  memberOf: membersOf(ledger, clock),
});
