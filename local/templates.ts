import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What a template and the functions' code are made from. */
const sources = ['{events,functions,infra,shared}/**/*.{ts,json}', 'cdk.json', 'package-lock.json', 'tsconfig.json'];

/**
 * The directory of the synthesized templates and bundled functions of this source code. Synthesizing takes seconds, so
 * it is done only when a source has changed since.
 */
export async function synthesizedTemplates(stage: string): Promise<string> {
  const cache = join(root, '.nibrs', 'cdk.out');
  const directory = join(cache, `${stage}-${hashOfSources()}`);
  if (existsSync(directory)) return directory;

  const { synthesize } = await import('../infra/synth.ts');
  const unfinished = join(cache, `unfinished-${randomUUID()}`);
  mkdirSync(cache, { recursive: true });
  synthesize({ outdir: unfinished, stage, validate: false });
  publish(unfinished, directory);
  removeOld(cache);
  return directory;
}

function hashOfSources(): string {
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

/** In one step, so that nobody ever finds half of it; whoever comes second uses what the first one made. */
function publish(unfinished: string, directory: string): void {
  try {
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
}

const dayMillis = 24 * 60 * 60 * 1000;

/** Removes what older source code was made into; what is from today may still be in use by another process. */
function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const directory = join(cache, name);
    const { mtimeMs } = statSync(directory, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
    if (Date.now() - mtimeMs > dayMillis) rmSync(directory, { recursive: true, force: true });
  }
}
