import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { type EditsUnderTest, faultInEntry, faultShownBy } from '../edit-cases/check.ts';
import { editCases } from '../edit-cases/index.ts';
import { type Mutant, mutateEdits } from './mutants.ts';

/** Tries a share of the mutants, in a thread of its own, and tells what became of each. */

export type Fate = 'noticed' | 'survived' | 'not reached';

export interface Verdict {
  mutant: Mutant;
  fate: Fate;
}

/** Each `step`th mutant from the `first`. */
export interface Share {
  first: number;
  step: number;
}

/** Milliseconds after which a mutant counts as noticed: it does not end. */
const patience = 10_000;

/** What the instrumented code looks at: which mutant is in force, and where it notes which ones it came by. */
interface Runtime {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

declare global {
  var __stryker__: Runtime;
  var mutated: EditsUnderTest;
  var attempt: () => boolean;
}

const { script, mutants, sources } = await mutateEdits();
const tryIt = new Script('attempt()');
const orders = new Map<string, readonly number[]>();

globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } };
new Script(script).runInThisContext();
const atLoad = new Set(Object.keys(globalThis.__stryker__.mutantCoverage.static));
const reachedBy = casesByMutant();

/** From here on nothing is noted any more, which is twice as fast. */
const load = new Script(script.replaceAll(/function stryCov_\w+\(\) \{/g, '$& return;'), {
  filename: 'mutated-edits.js',
});
load.runInThisContext();
const unchanged = globalThis.mutated;

const { first, step }: Share = workerData;
for (let index = first; index < mutants.length; index += step) {
  const mutant = mutants[index];
  if (mutant) parentPort?.postMessage({ mutant, fate: fateOf(mutant) } satisfies Verdict);
}

/** Which cases come by which mutant, when none is in force. */
function casesByMutant(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const runtime = globalThis.__stryker__;
  editCases.forEach((each, index) => {
    runtime.currentTestId = String(index + 1);
    const fault = faultShownBy(each, globalThis.mutated);
    if (fault !== undefined) throw new Error(`The edits fail without a mutant: ${fault}`);
    for (const id of Object.keys(runtime.mutantCoverage.perTest[runtime.currentTestId] ?? {})) {
      const cases = found.get(id);
      if (cases) cases.push(index);
      else found.set(id, [index]);
    }
    runtime.mutantCoverage.perTest = {};
  });
  runtime.currentTestId = undefined;
  return found;
}

function fateOf(mutant: Mutant): Fate {
  const isAtLoad = atLoad.has(mutant.id);
  const cases = reachedBy.get(mutant.id) ?? [];
  if (!isAtLoad && cases.length === 0) return 'not reached';
  globalThis.__stryker__.activeMutant = mutant.id;
  globalThis.attempt = () => (isAtLoad ? isNoticedFromLoad(mutant) : isNoticed(unchanged, cases));
  try {
    return tryIt.runInThisContext({ timeout: patience }) ? 'noticed' : 'survived';
  } catch {
    return 'noticed'; // It throws, or does not end.
  } finally {
    globalThis.__stryker__.activeMutant = undefined;
  }
}

/** What is made at load is made anew with the mutant, and may matter to any case. */
function isNoticedFromLoad({ file }: Mutant): boolean {
  load.runInThisContext();
  const changed = globalThis.mutated;
  return changed.edits.some((edit) => faultInEntry(edit) !== undefined) || isNoticed(changed, likelyFirst(file));
}

/** All cases, those first whose number stands in the file. */
function likelyFirst(file: string): readonly number[] {
  const known = orders.get(file);
  if (known) return known;
  const source = sources.get(file) ?? '';
  const order = [...editCases.keys()].sort((a, b) => Number(isNamed(b, source)) - Number(isNamed(a, source)));
  orders.set(file, order);
  return order;
}

function isNamed(index: number, source: string): boolean {
  return source.includes(`'${editCases[index]?.code}'`);
}

function isNoticed(edits: EditsUnderTest, cases: readonly number[]): boolean {
  for (const index of cases) {
    const each = editCases[index];
    if (each && faultShownBy(each, edits) !== undefined) return true;
  }
  return false;
}
