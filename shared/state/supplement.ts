import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import type { Cell } from '../read-csv.ts';
import { carriedElements } from './carrier.ts';
import type { StateProfile } from './declaration.ts';
import type { StateField } from './layout.ts';
import { perProfile } from './per-profile.ts';

/**
 * The supplement: a CSV by which an agency sends elements that its system cannot put into state segments. Its first line
 * names the columns; each other line is a row about one person or thing of one report.
 */

/** The columns that say of whom or what a row is. All of them must be there. */
export const keyColumns = ['ori', 'report', 'sequence'] as const;
export type KeyColumn = (typeof keyColumns)[number];

/** A column for an element, or for one place of an element that repeats. */
export interface SupplementColumn {
  /** The element's id, with the place behind a point where it repeats: `TX-20.1`. */
  readonly name: string;
  readonly field: StateField;
  /** From 1. */
  readonly occurrence: number;
}

/** The columns for elements that the profile takes in a supplement, in the order of the declaration; none for one that takes none. */
export const supplementColumns: (profile: StateProfile) => readonly SupplementColumn[] = perProfile((profile) => {
  const fields = new Map(
    carriedElements(profile).flatMap((carried) => carried.fields.map((field) => [field.name, field])),
  );
  return profile.elements.flatMap(({ id, carriers }) => {
    const field = fields.get(id);
    if (!field || !carriers.supplement) return [];
    return Array.from({ length: field.count }, (_, index) => {
      const name = field.count === 1 ? id : `${id}.${index + 1}`;
      return { name, field, occurrence: index + 1 };
    });
  });
});

/** A row, its cells in the order of the file's columns. */
export interface SupplementRow {
  record: SourceRecord;
  cells: readonly Cell[];
}

/** The rows that stand together under one number of an agency, as they came. */
export interface SourceSupplement {
  /** ORI and number are '' where they are not of their form. */
  report: { kind: 'supplement'; ori: string; number: string };
  /** The records of the rows. Their text has dots where the values stand, for they are shown beside findings. */
  records: SourceRecord[];
  rows: SupplementRow[];
}
