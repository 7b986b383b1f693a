import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../shared/errors.ts';

/**
 * Takes a directory for this process alone, until the returned function is called or the process ends, however it ends:
 * the lock is one that the operating system takes back. Throws `UsageError` when another process has it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'lock.db'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new UsageError(`Another local cloud is using ${directory}: stop it first, or name another directory`, {
      cause,
    });
  }
  return () => database.close();
}
