import { existsSync } from 'node:fs';
import { buildOnce, directoryOf } from '../infra/built-once.ts';
import { portalSources } from '../infra/portal.ts';

/** What a template and the functions' code are made from. */
const sources = [
  '{events,functions,infra,shared}/**/*.{ts,json}',
  'cdk.json',
  'package-lock.json',
  'tsconfig.json',
  ...portalSources,
];

/**
 * The directory of the synthesized templates and bundled functions of this source code. Synthesizing takes seconds, so
 * it is done only when a source has changed since.
 */
export async function synthesizedTemplates(stage: string): Promise<string> {
  const directory = directoryOf({ what: 'cdk.out', variant: stage, sources });
  if (existsSync(directory)) return directory;
  const { synthesize } = await import('../infra/synth.ts');
  return buildOnce(directory, (outdir) => synthesize({ outdir, stage, validate: false }));
}
