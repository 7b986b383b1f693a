import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** Makes one file of the validator, for programs that take it as a library. `npm run library` runs it. */
export async function buildLibrary(directory: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: join(import.meta.dirname, '..'),
    entryPoints: { 'nibrs-validator': 'shared/validator.ts' },
    outdir: directory,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    metafile: true,
    legalComments: 'inline',
    logLevel: 'error',
  });
  // It is an ES module whatever package it is put into; its types lie beside it, where `tsconfig.library.json` puts them.
  await writeFile(
    join(directory, 'package.json'),
    `${JSON.stringify({ type: 'module', engines: { node: '>=22' } })}\n`,
  );
  await writeFile(join(directory, 'nibrs-validator.d.ts'), "export * from './types/shared/validator.ts';\n");
  return metafile;
}

if (import.meta.main) {
  const { outputs } = await buildLibrary(join(import.meta.dirname, '..', 'dist'));
  for (const [path, { bytes }] of Object.entries(outputs))
    console.log(`${path}  ${bytes.toLocaleString('en-US')} bytes`);
}
