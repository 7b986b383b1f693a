import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoLedger } from '../ledger/dynamodb.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Clock } from '../ports.ts';
import { keysClient } from './clients.ts';
import { KmsKeyring } from './kms-keyring.ts';

/** What a function is told of the ledger. A key that its environment does not name it cannot use. */
interface LedgerEnvironment {
  LEDGER_TABLE: string;
  KEYS_TABLE: string;
  FEDERAL_KEY_ARN?: string;
  STATE_KEY_ARN?: string;
}

/**
 * The ledger as a function may use it: it opens and writes the halves of reports whose key is in its environment, and of a
 * half without one neither.
 */
export function ledgerOf(environment: LedgerEnvironment, documents: DynamoDBDocumentClient, clock: Clock): Ledger {
  return createDynamoLedger({
    documents,
    ledgerTable: environment.LEDGER_TABLE,
    keysTable: environment.KEYS_TABLE,
    keyring: new KmsKeyring(keysClient(), { federal: environment.FEDERAL_KEY_ARN, state: environment.STATE_KEY_ARN }),
    clock,
  });
}
