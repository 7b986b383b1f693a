import type { SourceReport } from '../flatfile/record.ts';
import type { Segment } from '../model/index.ts';
import type { CheckedEdit, EditContext, HitDetails, Run, Target } from './edit.ts';
import { elementsOf } from './element.ts';

/** A place that broke a rule. */
export interface Hit extends HitDetails {
  readonly edit: CheckedEdit;
  readonly target: Target;
  readonly element: string;
}

/**
 * So many hits of one edit are kept of a report. An incident of hundreds of victims stays below; a file that repeats one
 * number without end would otherwise draw millions.
 */
const MAX_HITS_OF_EDIT = 1000;

/** One report under check: hands subjects to edits and keeps their hits. */
export class Inspection implements Run {
  readonly source: SourceReport;
  readonly context: EditContext;
  readonly #hits: Hit[] = [];
  /** Hits of each edit; most reports have none. */
  #counts: Map<CheckedEdit, number> | undefined;
  #edit: CheckedEdit | undefined;
  text = '';

  constructor(source: SourceReport, context: EditContext) {
    this.source = source;
    this.context = context;
  }

  apply(edits: readonly CheckedEdit[], subject: object): void {
    for (const edit of edits) {
      if (edit.since !== undefined && this.context.period < edit.since) continue;
      this.#edit = edit;
      // Edits are kept by what they look at, so the subject is the one that `check` takes.
      edit.check(subject as never, this);
    }
  }

  hit(target: Target, element: string, details?: HitDetails): void {
    const edit = this.#edit;
    if (edit === undefined) return;
    this.#counts ??= new Map();
    const count = this.#counts.get(edit) ?? 0;
    if (count === MAX_HITS_OF_EDIT) return;
    this.#counts.set(edit, count + 1);
    this.#hits.push({ edit, target, element, ...details });
  }

  /** The hits without those that another one makes superfluous. */
  hits(): Hit[] {
    if (this.#hits.length < 2) return this.#hits;
    const byTarget = Map.groupBy(this.#hits, ({ target }) => target);
    const precise = this.#hits.filter((hit) => !byTarget.get(hit.target)?.some((other) => saysMore(other, hit)));
    const toldElsewhere = new Set<string>();
    return precise.filter((hit) => {
      const value = valueAt(hit);
      const known = toldElsewhere.has(`${hit.edit.code} ${hit.element} ${value}`);
      for (const code of hit.edit.suppressesElsewhere ?? []) toldElsewhere.add(`${code} ${hit.element} ${value}`);
      return !known;
    });
  }
}

function saysMore(other: Hit, hit: Hit): boolean {
  if (other.element !== hit.element || (other.occurrence ?? 0) !== (hit.occurrence ?? 0)) return false;
  return other.edit.suppresses?.includes(hit.edit.code) ?? false;
}

function valueAt({ target, element, occurrence = 0 }: Hit): string | undefined {
  return isSegment(target) ? elementsOf(target.level)(element).value(target, occurrence) : undefined;
}

function isSegment(target: Target): target is Segment {
  return 'segmentLength' in target;
}
