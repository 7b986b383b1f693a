import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from './synth.ts';

/**
 * Has cfn-lint read the templates of every stage, in a region of AWS and in one of GovCloud. It is a Python program of its
 * own (`pipx install cfn-lint`), so it is no part of the tests; where it is not installed this says so and fails nothing.
 */
const regions = ['us-east-1', 'us-gov-west-1'];
/**
 * W3005 is an order that a reference says as well: the CDK writes it down with every policy of a function's role. W6001 is an
 * output which repeats those of other stacks: the list of all queues, for commands.
 */
const ignored = ['W3005', 'W6001'];

if (spawnSync('cfn-lint', ['--version']).error) {
  console.log('cfn-lint is not installed: pipx install cfn-lint (https://github.com/aws-cloudformation/cfn-lint)');
  process.exit();
}
const directory = mkdtempSync(join(tmpdir(), 'nibrs-lint-'));
try {
  for (const stage of ['dev', 'staging', 'prod']) {
    synthesize({ outdir: join(directory, stage), stage, validate: false });
  }
  const templates = globSync(join(directory, '*', '*.template.json'));
  const { status } = spawnSync(
    'cfn-lint',
    ['--regions', ...regions, '--ignore-checks', ...ignored, '--template', ...templates],
    { stdio: 'inherit' },
  );
  if (status === 0) console.log(`cfn-lint finds nothing in ${templates.length} templates`);
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
