import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Build {
  /** What is built, a folder of `.nibrs`. */
  what: string;
  /** What tells it from others that are built from the same sources. */
  variant: string;
  /** Patterns of the files that it is built from; tests among them do not count. */
  sources: readonly string[];
}

/** Where something is, or will be, once it is built from the sources as they are now. */
export function directoryOf({ what, variant, sources }: Build): string {
  return join(root, '.nibrs', what, `${variant}-${hashOf(sources)}`);
}

/**
 * Has `build` fill `directory`, unless that was done before; what older sources were built into is removed. Gives
 * `directory`. In one step, so that nobody ever finds half of it; whoever comes second uses what the first one built.
 */
export function buildOnce(directory: string, build: (unfinished: string) => void): string {
  if (existsSync(directory)) return directory;
  const unfinished = join(dirname(directory), `unfinished-${randomUUID()}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    build(unfinished);
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  removeOld(dirname(directory), basename(directory));
  return directory;
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root, exclude: (name) => name.endsWith('.test.ts') }).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

const dayMillis = 24 * 60 * 60 * 1000;

/** What is from today may still be in use by another process. */
function removeOld(cache: string, current: string): void {
  for (const name of readdirSync(cache)) {
    const directory = join(cache, name);
    const { mtimeMs } = statSync(directory, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
    if (name !== current && Date.now() - mtimeMs > dayMillis) rmSync(directory, { recursive: true, force: true });
  }
}
