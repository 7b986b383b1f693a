import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { builtPortal } from './portal.ts';

/** The functions, by the names of their folders. */
export const functionNames = [
  'receive-submission',
  'process-reports',
  'project-month',
  'start-transmission',
  'build-part',
  'seal-transmission',
  'rebuild-file',
  'rebuild-projections',
  'forward-transmission',
  'receive-answer',
  'run-schedule',
  'read-elements',
  'read-history',
  'count-arrests',
  'expunge-report',
  'handle-uploads',
  'show-records',
  'take-orders',
  'serve-portal',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Where the code of a function comes from. */
export type CodeOf = (name: FunctionName) => Code;

/** Where `functions/` is. */
const root = join(import.meta.dirname, '..');

/** CommonJS packages inside an ES module bundle call `require`, which such a module does not have. */
const requireForCommonJs =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles all functions, each into one file with its own exact version of the SDK, and gives them to `use` as assets, the
 * portal beside the one that serves it; the bundles are gone when it returns. All are bundled in one go, which parses what
 * they share only once.
 */
export function withBundledFunctions<Result>(use: (codeOf: CodeOf) => Result): Result {
  const bundles = mkdtempSync(join(tmpdir(), 'nibrs-functions-'));
  try {
    buildSync({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(functionNames.map((name) => [`${name}/index`, `functions/${name}/handler.ts`])),
      outdir: bundles,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      sourcemap: true,
      sourcesContent: false,
      banner: { js: requireForCommonJs },
      logLevel: 'error',
    });
    cpSync(builtPortal(), join(bundles, 'serve-portal', 'portal'), { recursive: true });
    return use((name) => bundledCode(join(bundles, name)));
  } finally {
    rmSync(bundles, { recursive: true, force: true });
  }
}

/** Without its source maps, which name their sources relative to wherever the bundle was made. */
function bundledCode(directory: string): Code {
  const hash = createHash('sha256');
  for (const file of globSync('**/*.*', { cwd: directory, exclude: (name) => name.endsWith('.map') }).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(directory, file)));
  }
  return Code.fromAsset(directory, { assetHash: hash.digest('hex') });
}
