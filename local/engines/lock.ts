import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../shared/errors.ts';

/**
 * Takes a directory for this process alone, until the returned function is called or the process ends, however it ends:
 * the lock is one that the operating system takes back. Throws `UsageError` when another process has it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  // Long enough for somebody who only looks whether it is taken.
  const database = new DatabaseSync(fileIn(directory), { timeout: 200 });
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

/** Whether a process has the directory at this moment. */
export function isLocked(directory: string): boolean {
  if (!existsSync(fileIn(directory))) return false;
  const database = new DatabaseSync(fileIn(directory));
  try {
    database.exec('BEGIN EXCLUSIVE');
    return false;
  } catch {
    return true;
  } finally {
    database.close();
  }
}

function fileIn(directory: string): string {
  return join(directory, 'lock.db');
}
