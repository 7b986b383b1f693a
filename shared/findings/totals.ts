import { compareText } from '../compare.ts';
import type { Count, FindingTotals, FoundFinding } from './found.ts';

/** Adds findings up, one after the other. */
export class Totals {
  readonly #all = empty('');
  readonly #reports = new Set<string>();
  readonly #byCode = new Map<string, Count>();
  readonly #byAgency = new Map<string, Count>();

  add({ submission, finding: { code, ori, report, severity } }: FoundFinding): void {
    this.#reports.add(`${submission} ${ori} ${report}`);
    for (const count of [this.#all, countIn(this.#byCode, code), countIn(this.#byAgency, ori)]) {
      if (severity === 'error') count.errors += 1;
      else count.warnings += 1;
    }
  }

  /** What they add up to so far. */
  sum(): FindingTotals {
    const { errors, warnings } = this.#all;
    const frequency = (count: Count) => count.errors + count.warnings;
    return {
      errors,
      warnings,
      reports: this.#reports.size,
      byCode: [...this.#byCode.values()].sort(
        (one, other) => frequency(other) - frequency(one) || compareText(one.name, other.name),
      ),
      byAgency: [...this.#byAgency.values()].sort((one, other) => compareText(one.name, other.name)),
    };
  }
}

function empty(name: string): Count {
  return { name, errors: 0, warnings: 0 };
}

function countIn(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? empty(name);
  counts.set(name, count);
  return count;
}
