import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Addresses } from './addresses.ts';
import { startDynoxide } from './dynoxide.ts';
import { type Fauxqs, startObjectsAndQueues } from './fauxqs.ts';
import { type Kms, startKms } from './kms.ts';
import { type Lambda, startLambda } from './lambda.ts';

/** What stands in for AWS. */
export interface Engines {
  fauxqs: Fauxqs;
  kms: Kms;
  lambda: Lambda;
  addresses: Addresses;
  stop(): Promise<void>;
}

/** Starts all engines: in memory, or with everything they hold kept in `dataDir`. */
export async function startEngines(dataDir: string | undefined): Promise<Engines> {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const within = (name: string) => (dataDir ? join(dataDir, name) : undefined);
  const dbPath = within('dynamodb.db');

  // First, since it is the one that may not be there.
  const dynamo = await startDynoxide(dbPath ? { dbPath } : {});
  const kms = await startKms({ file: within('kms.json') });
  const lambda = await startLambda();
  const fauxqs = await startObjectsAndQueues({ dataDir });
  return {
    fauxqs,
    kms,
    lambda,
    addresses: {
      objectsAndQueues: fauxqs.endpoint,
      dynamodb: dynamo.endpoint,
      kms: kms.endpoint,
      lambda: lambda.endpoint,
    },
    stop: async () => {
      await Promise.all([fauxqs.stop(), kms.stop(), lambda.stop(), dynamo.stop()]);
    },
  };
}
