import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
export type Resource = z.infer<typeof resource>;

const template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const stackProperties = z.object({ templateFile: z.string() });
const assetProperties = z.object({ file: z.string() });
const assetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })).default({}),
});

/** A stack as it would be deployed: its CloudFormation template. */
export type Stack = z.infer<typeof template> & { name: string };

/** What the CDK wrote: the templates, and the directories of the functions' code by their hash. */
export interface Assembly {
  stacks: Stack[];
  assets: Map<string, string>;
}

/** Reads a directory that the CDK synthesized into. Throws `ConfigurationError` when it is not one. */
export function readAssembly(directory: string): Assembly {
  const assembly: Assembly = { stacks: [], assets: new Map() };
  for (const [name, { type, properties }] of Object.entries(readJson(directory, 'manifest.json', manifest).artifacts)) {
    if (type === 'aws:cloudformation:stack') {
      const { templateFile } = stackProperties.parse(properties);
      assembly.stacks.push({ name, ...readJson(directory, templateFile, template) });
    } else if (type === 'cdk:asset-manifest') {
      const { files } = readJson(directory, assetProperties.parse(properties).file, assetManifest);
      for (const [hash, { source }] of Object.entries(files)) assembly.assets.set(hash, join(directory, source.path));
    }
  }
  return assembly;
}

function readJson<T>(directory: string, file: string, schema: z.ZodType<T>): T {
  const path = join(directory, file);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new ConfigurationError(`${path} is not what the CDK writes; run npm run synth again`, { cause });
  }
}
