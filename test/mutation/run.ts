import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { parts } from './parts.ts';

/**
 * Changes the edits in thousands of small ways and counts how many changes the tests notice.
 * Usage: node test/mutation/run.ts [--static] [PART ...]; all parts when none is named. With --static also what is
 * made once when a file is loaded, such as lists of codes and texts: most of the changes, and nearly all of the hours.
 * Survivors are listed in test-results/mutation/PART.json (the schema of mutation-testing-elements).
 */

const threshold = 85;
const directory = 'shared/nibrs/edits';
const output = 'test-results/mutation';

const { values, positionals: names } = parseArgs({ options: { static: { type: 'boolean' } }, allowPositionals: true });
let [noticed, all] = [0, 0];
mkdirSync(output, { recursive: true });

for (const [name, { files }] of Object.entries(parts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.env.NIBRS_MUTATED_PART = name;
  const fileName = `${output}/${name}.json`;
  await new Stryker({
    configFile: 'test/mutation/stryker.config.json',
    mutate: [...files.map(inDirectory), `!${directory}/**/*.test.ts`],
    ignoreStatic: !values.static,
    jsonReporter: { fileName },
  }).runMutationTest();
  const score = scoreOf(fileName);
  noticed += score.noticed;
  all += score.all;
  print(name, score);
}
print('all', { noticed, all });
if (noticed * 100 < all * threshold) process.exitCode = 1;

function inDirectory(pattern: string): string {
  return pattern.startsWith('!') ? `!${directory}/${pattern.slice(1)}` : `${directory}/${pattern}`;
}

interface Score {
  noticed: number;
  all: number;
}

/** Mutants that do not even load are no mutants. */
function scoreOf(fileName: string): Score {
  const report: { files: Record<string, { mutants: { status: string }[] }> } = JSON.parse(
    readFileSync(fileName, 'utf8'),
  );
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  return { noticed: killed, all: killed + count('Survived', 'NoCoverage') };
}

function print(name: string, { noticed: killed, all: total }: Score): void {
  const percent = total === 0 ? '–' : ((100 * killed) / total).toFixed(1);
  console.log(`${name.padEnd(16)}${String(killed).padStart(6)} of ${String(total).padStart(5)} noticed  ${percent} %`);
}
