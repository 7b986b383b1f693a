import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalCloud } from '../local/index.ts';
import * as generated from './file.ts';
import { measure, report } from './measure.ts';

/**
 * A state's month from upload to sealed file, whole processes with their start, beside checking the same file only.
 * Usage: node bench/pipeline.ts [FILE PERIOD]; without a file, one is made up.
 */

const rounds = 3;
const nibrs = fileURLToPath(new URL('../bin/nibrs.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'nibrs-bench-'));

const [given, period = generated.period] = process.argv.slice(2);
const file = given ?? join(directory, 'state.txt');
if (given === undefined) writeFileSync(file, generated.stateFile());
const segments = readFileSync(file, 'latin1')
  .split('\n')
  .filter((line) => line.trim() !== '').length;

try {
  report('The local cloud', [await measure('start and stop', 'starts', rounds, startAndStop)]);
  report(`${basename(file)}, ${segments.toLocaleString('en-US')} segments, whole process`, [
    await measure('baseline: nibrs validate', 'segments', rounds, () => run('validate', file)),
    await measure('nibrs run, empty ledger', 'segments', rounds, () => {
      const out = mkdtempSync(join(directory, 'out-'));
      return run('run', '--in', file, '--period', period, '--out', out);
    }),
  ]);
} finally {
  rmSync(directory, { recursive: true });
}

async function startAndStop(): Promise<number> {
  const cloud = await startLocalCloud({ parameters: { StateProfile: 'NONE', Submitter: 'VTUCR0001' } });
  await cloud.stop();
  return 1;
}

function run(...args: string[]): number {
  const { status, stderr } = spawnSync(process.execPath, [nibrs, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  // Findings in the file are no fault of the benchmark; an unusable file or a failed system is.
  if (status === null || status > 1) throw new Error(`nibrs ${args[0]} ended with ${status}: ${stderr}`);
  return segments;
}
