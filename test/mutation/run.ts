import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Share, Verdict } from './try.ts';

/**
 * Changes the edits in thousands of small ways, one at a time, and counts the changes that the cases of
 * `test/edit-cases` notice. The changes are made by Stryker's instrumenter; they are tried in threads of this process,
 * because starting a test runner for each would take hours. Ends with 1 below the score that is wanted.
 * Usage: node test/mutation/run.ts. Survivors are listed in test-results/mutation.tsv.
 */

const wantedScore = 85;

const verdicts: Verdict[] = [];
const threads = availableParallelism();
await Promise.all(Array.from({ length: threads }, (_, first) => tryShare({ first, step: threads })));

const folders = Map.groupBy(verdicts, ({ mutant: { file } }) =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : 'engine',
);
for (const [folder, ofFolder] of [...folders].sort()) print(folder, ofFolder);
if (print('all', verdicts) < wantedScore) process.exitCode = 1;
listSurvivors();

function tryShare(share: Share): Promise<void> {
  const worker = new Worker(new URL('./try.ts', import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => {
    worker.on('message', (verdict: Verdict) => {
      verdicts.push(verdict);
      if (verdicts.length % 500 === 0) console.log(`${verdicts.length} tried …`);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function print(name: string, some: readonly Verdict[]): number {
  const noticed = some.filter(({ fate }) => fate === 'noticed').length;
  const score = (100 * noticed) / some.length;
  console.log(
    `${name.padEnd(16)}${String(noticed).padStart(6)} of ${String(some.length).padStart(5)}  ${score.toFixed(1)} %`,
  );
  return score;
}

function listSurvivors(): void {
  const rows = verdicts
    .filter(({ fate }) => fate !== 'noticed')
    .map(({ fate, mutant: { file, line, kind, replacement } }) =>
      [`${file}:${line}`, fate, kind, replacement.replaceAll(/\s+/g, ' ')].join('\t'),
    );
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/mutation.tsv', `${rows.sort().join('\n')}\n`);
}
