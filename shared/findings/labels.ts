import { printable } from '../intake/shown-record.ts';
import { spell } from '../nibrs/edits/message.ts';
import type { Finding } from '../nibrs/finding.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import type { Level } from '../nibrs/model/index.ts';
import { supplementLevel } from '../state/carrier.ts';

/**
 * The order in which a clerk works through a report's findings: errors before warnings, then from record to record, what
 * concerns no single record first, and from left to right.
 */
export function bySeriousness(one: Finding, other: Finding): number {
  return (
    Number(one.severity === 'warning') - Number(other.severity === 'warning') ||
    (one.record ?? 0) - (other.record ?? 0) ||
    (one.columns?.[0] ?? 0) - (other.columns?.[0] ?? 0)
  );
}

/** A report's findings in the order of `bySeriousness`. */
export function mostSeriousFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(bySeriousness);
}

/**
 * Element number and name. The FBI has no number for the header's elements, and one for both the date and the hour of
 * the incident, which are told apart by what this project puts behind it (`3-hour`).
 */
export function elementLabel({ element, elementName }: Pick<Finding, 'element' | 'elementName'>): string {
  return /\d/.test(element) ? `${element.replace(/-[a-z]+$/, '')} ${elementName}` : elementName;
}

/** Segment with its number or code, and record: `victim segment 002, record 14`. */
export function placeLabel({ record, segment, sequence }: Finding): string {
  const parts = [
    segment === 'file' ? 'whole file' : `${segmentName(segment)} ${sequenceLabel(segment, sequence)}`.trim(),
    record === undefined ? undefined : `record ${record}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function segmentName(level: string): string {
  if (level === supplementLevel) return 'supplement row';
  return level in layouts ? `${layouts[level as Level].name} segment` : `level ${printable(level)} segment`;
}

/** The elements that tell segments apart by a code and not by a number. */
const codedSequences: Readonly<Record<string, string>> = { 2: '6', 3: '14' };

function sequenceLabel(level: string, sequence = ''): string {
  const element = codedSequences[level];
  return printable(element && sequence !== '' ? spell(element, sequence) : sequence).trim();
}

/** First and last column of the place in its record. */
export function columnsLabel([first, last]: readonly [number, number]): string {
  return first === last ? `column ${first}` : `columns ${first}–${last}`;
}
