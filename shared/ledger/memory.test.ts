import { randomBytes } from 'node:crypto';
import { describeLedger } from './contract.ts';
import { createMemoryLedger } from './memory.ts';
import { RawKeyring } from './protection/keyring.ts';

describeLedger('memory', () => {
  const federal = randomBytes(32);
  const store = { streams: new Map(), keys: new Map() };
  return {
    ledger: createMemoryLedger({ keyring: new RawKeyring({ federal, state: randomBytes(32) }), store }),
    federalOnly: createMemoryLedger({ keyring: new RawKeyring({ federal }), store }),
  };
});
