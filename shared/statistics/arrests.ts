import { UsageError } from '../errors.ts';
import type { OffenseCategory } from '../nibrs/codes/index.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { StateElement } from '../state/index.ts';
import { type SuppressionRule, standardRule } from './suppress.ts';

/**
 * What is counted of one arrest. There is no place for a number, a day or anything else that is a person's own.
 * Segments that count the same arrestee again (element 44 is M) are left out by whoever makes these.
 */
export interface CountedArrest {
  ori: string;
  /** Month of submission. */
  period: Period;
  category: OffenseCategory;
  /** Code of the declared element; `undefined` when none was reported. */
  status: string | undefined;
}

/** Of what is written: whether the months are not final yet. A draft says that it is one, and is not for publication. */
export interface Finality {
  draft: boolean;
}

export const final: Finality = { draft: false };

export const draftNote = 'Draft, not for publication.';

/** The element by which arrests are counted. */
export interface Statuses {
  title: string;
  /** Code → meaning, without the one for "not determined". */
  determined: Readonly<Record<string, string>>;
  /** The code for "not determined". */
  notDetermined: string;
  /** Which counts may be published. */
  rule: SuppressionRule;
}

/**
 * What a declared element gives to count by. Throws `UsageError` unless it is a code list about arrestees, of which the
 * declaration releases counts.
 */
export function statusesOf({ id, title, describes, format, publicRelease }: StateElement): Statuses {
  if (describes !== 'arrestee' || format.kind !== 'codes' || format.notDetermined === undefined) {
    throw new UsageError(
      `Arrests cannot be counted by ${id}: that takes a code list about arrestees which has a code for "not determined".`,
    );
  }
  if (publicRelease.kind !== 'counts') {
    throw new UsageError(
      `Counts by ${id} are not for publication: its declaration has no "counts" in "publicRelease".`,
    );
  }
  const { [format.notDetermined]: _, ...determined } = format.codes;
  const { smallestCell } = publicRelease;
  const rule = { ...standardRule, threshold: smallestCell, width: smallestCell };
  return { title, determined, notDetermined: format.notDetermined, rule };
}

/** Whether `statusesOf` gives something to count by. */
export function isCountable({ describes, format, publicRelease }: StateElement): boolean {
  const hasStatuses = describes === 'arrestee' && format.kind === 'codes' && format.notDetermined !== undefined;
  return hasStatuses && publicRelease.kind === 'counts';
}
