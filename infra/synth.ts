import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { withBundledFunctions } from './functions.ts';
import { addNibrsLedger } from './nibrs-ledger.ts';

const root = join(import.meta.dirname, '..');

/**
 * Writes the CloudFormation templates and the bundled functions of a stage into `outdir`, without the CDK command,
 * a network or an AWS account. Throws `UsageError` when there is no such stage. `validate` has the CDK check the templates
 * against CloudFormation's rules, which takes seconds.
 */
export function synthesize({ outdir, stage, validate }: { outdir: string; stage: string; validate: boolean }): void {
  withBundledFunctions((codeOf) => {
    const app = new App({
      outdir,
      context: cdk.context,
      analyticsReporting: false,
      builtinCloudFormationValidation: validate,
    });
    addNibrsLedger(app, stage, codeOf);
    app.synth();
  });
}

if (import.meta.main) {
  const [stage = 'dev', outdir = join(root, 'cdk.out')] = process.argv.slice(2);
  synthesize({ outdir, stage, validate: true });
  console.log(`Templates of stage ${stage} are in ${outdir}`);
}
