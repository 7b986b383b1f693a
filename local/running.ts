import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../shared/errors.ts';
import { createClients, destroyClients, type LocalClients } from './clients.ts';
import { type DeadLetter, inspectDeadLetters, recordedFailures } from './dead-letters.ts';
import { isLocked } from './engines/lock.ts';

const running = z.object({
  addresses: z.object({ objectsAndQueues: z.url(), dynamodb: z.url(), kms: z.url(), lambda: z.url() }),
  outputs: z.record(z.string(), z.string()),
  deadLetterQueues: z.array(z.string()),
  gateway: z.object({ url: z.url() }),
  identity: z.object({ url: z.url() }),
});
type Running = z.infer<typeof running>;

/** A local cloud that another process runs: all but what only its owner can know. `stop` ends the connections to it. */
export interface AttachedCloud {
  /** Outputs of all stacks, by name. */
  outputs: Record<string, string>;
  /** Where the API and the portal are. */
  gateway: Running['gateway'];
  /** Where people sign in. */
  identity: Running['identity'];
  clients(): LocalClients;
  /** What functions could not handle. */
  deadLetters(): Promise<DeadLetter[]>;
  stop(): Promise<void>;
}

/** Removes what a local cloud that died has left, so that nobody is sent to its addresses. For the owner of the directory. */
export function forgetCloud(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Tells other processes of this user where the local cloud over `dataDir` is. For the owner of the directory. */
export function announceCloud(dataDir: string, cloud: Running): void {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(cloud), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * The local cloud that another process runs over `dataDir`; undefined when none does, whatever one that died may have
 * left there. Throws `UsageError` while one is starting or stopping.
 */
export function attachLocalCloud(dataDir: string): AttachedCloud | undefined {
  if (!isLocked(dataDir)) return undefined;
  const file = fileIn(dataDir);
  if (!existsSync(file)) {
    throw new UsageError(`The local cloud over ${dataDir} is just starting or stopping: try again in a moment`);
  }
  const { addresses, outputs, deadLetterQueues, gateway, identity } = running.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const clients = createClients(addresses);
  return {
    outputs,
    gateway,
    identity,
    clients: () => clients,
    deadLetters: () =>
      inspectDeadLetters(addresses.objectsAndQueues, deadLetterQueues, {
        recorded: recordedFailures(clients, outputs),
        dataDir,
      }),
    stop: async () => destroyClients(clients),
  };
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'running.json');
}
