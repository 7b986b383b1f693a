import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const edits = 'shared/nibrs/edits';

/** One small change to the edits. */
export interface Mutant {
  readonly id: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The kind of change. */
  readonly kind: string;
  readonly replacement: string;
}

export interface MutatedEdits {
  /** A script that sets the global `mutated` to the edits; which mutant is in force is said as Stryker's runtime wants it. */
  readonly script: string;
  readonly mutants: readonly Mutant[];
  /** The files as they are, by their path below the edits. */
  readonly sources: ReadonlyMap<string, string>;
}

const silent = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no };
const logger = { ...silent, isFatalEnabled: no, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

function no(): boolean {
  return false;
}

/** The edits with all mutants in them, each behind a switch, as one script. */
export async function mutateEdits(): Promise<MutatedEdits> {
  const names = globSync(`${edits}/**/*.ts`, { cwd: root }).filter((name) => !name.endsWith('.test.ts'));
  const sources = names.map((name) => {
    const path = join(root, name);
    return { name: path, content: readFileSync(path, 'utf8'), mutate: true };
  });
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { files, mutants } = await new Instrumenter(logger).instrument(sources, options);
  const inEdits = (path: string) => path.slice(join(root, edits).length + 1);
  return {
    sources: new Map(sources.map(({ name, content }) => [inEdits(name), content])),
    script: await bundle(new Map(files.map(({ name, content }) => [name, content]))),
    mutants: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: inEdits(fileName),
      line: location.start.line + 1,
      kind: mutatorName,
      replacement: replacement ?? '',
    })),
  };
}

async function bundle(contents: ReadonlyMap<string, string>): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { edits, validateReport } from './${edits}/index.ts';`, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'mutated',
    platform: 'node',
    target: 'node24',
    plugins: [
      {
        name: 'mutants',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\/nibrs\/edits\/.*\.ts$/ }, ({ path }) => ({ contents: contents.get(path), loader: 'ts' }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
