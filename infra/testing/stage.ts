import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../../cdk.json' with { type: 'json' };
import { addNibrsLedger } from '../nibrs-ledger.ts';

/** A resource of the synthesized templates, with its references written as names: `{storage/Ledger}`. */
export interface Resource {
  /** The stack's last word and the logical id without its hash: `storage/Ledger`. */
  id: string;
  logicalId: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: properties differ by resource type; tests say what they expect
  properties: any;
  deletionPolicy: string | undefined;
  updateReplacePolicy: string | undefined;
}

interface Template {
  Resources: Record<
    string,
    { Type: string; Properties?: unknown; DeletionPolicy?: string; UpdateReplacePolicy?: string }
  >;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
}

/** The tree of constructs of a stage, with functions whose code does nothing. */
export function appOf(stage: string, outdir?: string): App {
  const app = new App({
    ...(outdir && { outdir }),
    context: cdk.context,
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  addNibrsLedger(app, stage, () => Code.fromInline('exports.handler = async () => {}'));
  return app;
}

/** All resources of a stage's templates. Throws when two would have the same name. */
export function resourcesOf(stage: string): Resource[] {
  const outdir = mkdtempSync(join(tmpdir(), 'nibrs-stage-'));
  try {
    const { stacks } = appOf(stage, outdir).synth();
    const templates = stacks.map(({ stackName, template }) => ({
      stack: stackName.replace(`nibrs-${stage}-`, ''),
      template: template as Template,
    }));
    const naming = namingOf(templates);
    const resources = templates.flatMap(({ stack, template }) =>
      Object.entries(template.Resources).map(([logicalId, resource]) => ({
        id: nameOf(stack, logicalId),
        logicalId,
        type: resource.Type,
        properties: naming(resource.Properties ?? {}, stack),
        deletionPolicy: resource.DeletionPolicy,
        updateReplacePolicy: resource.UpdateReplacePolicy,
      })),
    );
    const names = new Set(resources.map(({ id }) => id));
    if (names.size !== resources.length) throw new Error('Two resources have the same name without their hashes');
    return resources.sort((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function nameOf(stack: string, logicalId: string): string {
  return `${stack}/${logicalId.replace(/[0-9A-F]{8}$/, '')}`;
}

/** Replaces references, over stacks too, by names, and joins what is joined. An intrinsic it does not know stays as it is. */
function namingOf(templates: { stack: string; template: Template }[]) {
  const exported = new Map<string, { value: unknown; stack: string }>();
  for (const { stack, template } of templates) {
    for (const { Value, Export } of Object.values(template.Outputs ?? {})) {
      if (Export) exported.set(Export.Name, { value: Value, stack });
    }
  }
  const pseudo = (name: string) => `<${name}>`;

  return function naming(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((item) => naming(item, stack));
    if (typeof value !== 'object' || value === null) return value;
    const [[key = '', argument] = []] = Object.entries(value);
    switch (Object.keys(value).length === 1 && key) {
      case 'Ref':
        return String(argument).startsWith('AWS::') ? pseudo(String(argument)) : `{${nameOf(stack, String(argument))}}`;
      case 'Fn::GetAtt': {
        const [logicalId = '', attribute = ''] = argument as string[];
        return `{${nameOf(stack, logicalId)}${attribute === 'Arn' ? '' : `.${attribute}`}}`;
      }
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => naming(part, stack)).join(separator);
      }
      case 'Fn::ImportValue': {
        const source = exported.get(String(argument));
        if (!source) throw new Error(`No stack exports ${argument}`);
        return naming(source.value, source.stack);
      }
    }
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, naming(item, stack)]));
  };
}
