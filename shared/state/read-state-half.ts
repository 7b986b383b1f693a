import type { Finding } from '../nibrs/finding.ts';
import { valueAt } from '../nibrs/flatfile/columns.ts';
import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import { readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import type { SubmittedReport } from '../nibrs/model/index.ts';
import { elementOf, type Format, type StateProfile } from './declaration.ts';
import { subjectsOf } from './described.ts';
import { type StateSegmentLayout, stateLayouts } from './layout.ts';
import { missingElements } from './missing-elements.ts';
import { type Place, type RuleName, stateFinding } from './rules.ts';
import type { StateHalf, StateValue } from './state-half.ts';

/**
 * Reads the state segments of a report. Gives the state half, absent when the report has no state-only value, and what
 * is wrong with it. A value that is refused is in neither: not in the half, and not in the finding. The state segments
 * of a deletion are read over, as the FBI reads over everything but the key of one.
 */
export function readStateHalf(
  profile: StateProfile,
  source: SourceReport,
): { half?: StateHalf | undefined; findings: Finding[] } {
  if (source.report.action === 'D') return { findings: [] };
  const layouts = new Map(stateLayouts(profile).map((layout) => [layout.segment.level, layout]));
  const findings: Finding[] = [];
  const values: StateValue[] = [];
  const described = new Set<string>();

  for (const record of source.stateRecords) {
    const layout = layouts.get(readHead(record.text).level);
    if (!layout) continue;
    const place = placeOf(layout, record);
    const refused = refusalOf(layout, place, source.report, described);
    if (refused) {
      findings.push(stateFinding(profile, refused.rule, { ...place, field: refused.field }));
      continue;
    }
    described.add(keyOf(place));
    const read = readValues(profile, layout, place, record);
    findings.push(...read.findings);
    values.push(...read.values);
  }
  // One mistake is told once: a value that was refused is not missing as well.
  if (findings.length === 0) findings.push(...missingElements(profile, source.report, values));
  return { half: values.length > 0 ? halfOf(profile, values) : undefined, findings };
}

function halfOf(profile: StateProfile, values: StateValue[]): StateHalf {
  return { profile: profile.state, version: profile.version, values };
}

/** A number that is not one is left out: with columns shifted, a value could stand in its place. */
function placeOf(layout: StateSegmentLayout, record: SourceRecord): Place {
  const { ori, number } = readHead(record.text);
  const sequence = layout.sequence && textOf(record, layout.sequence);
  return {
    ori,
    number,
    segment: layout.segment,
    record,
    sequence: /^\d\d$/.test(sequence ?? '') ? sequence : undefined,
  };
}

interface Refusal {
  rule: RuleName;
  field?: FieldLayout;
}

/** Why a segment as a whole cannot be taken. */
function refusalOf(
  layout: StateSegmentLayout,
  place: Place,
  report: SubmittedReport,
  described: ReadonlySet<string>,
): Refusal | undefined {
  const subjects = subjectsOf(report, layout.segment.describes);
  if (report.segments.length === 0 || report.kind === 'zero') return { rule: 'noReport' };
  if (subjects.length === 0) return { rule: layout.sequence ? 'mayNotBeDescribed' : 'noReport' };
  if (!hasLength(place.record?.text ?? '', layout.length)) return { rule: 'wrongLength' };
  if (layout.sequence && place.sequence === undefined) return { rule: 'malformedNumber', field: layout.sequence };
  if (layout.sequence && !subjects.includes(place.sequence)) return { rule: 'noSuchArrestee', field: layout.sequence };
  return described.has(keyOf(place)) ? { rule: 'duplicate' } : undefined;
}

/** The stated length is right and nothing stands beyond it; what a shorter line lacks is blank. */
function hasLength(text: string, length: number): boolean {
  return text.startsWith(String(length).padStart(4, '0')) && text.trimEnd().length <= length;
}

function keyOf({ segment, sequence }: Place): string {
  return `${segment.level}${sequence ?? ''}`;
}

function readValues(profile: StateProfile, layout: StateSegmentLayout, place: Place, record: SourceRecord) {
  const findings: Finding[] = [];
  const values: StateValue[] = [];
  for (const field of layout.fields) {
    const value = textOf(record, field);
    if (value === undefined) continue;
    const broken = brokenRule(elementOf(profile, field.element).format, value);
    if (broken) findings.push(stateFinding(profile, broken, { ...place, field }));
    else values.push(stateValueOf(field.element, place.sequence, value));
  }
  return { findings, values };
}

function stateValueOf(element: string, sequence: string | undefined, value: string): StateValue {
  return sequence === undefined ? { element, value } : { element, sequence, value };
}

function brokenRule(format: Format, value: string): RuleName | undefined {
  if (format.kind === 'codes') return Object.hasOwn(format.codes, value) ? undefined : 'unknownCode';
  const { minimum, maximum, decimals } = format;
  const match = /^-?\d+\.(\d+)$/.exec(value);
  const fits = match?.[1] !== undefined && match[1].length <= decimals;
  return fits && Number(value) >= minimum && Number(value) <= maximum ? undefined : 'malformedNumber';
}

function textOf(record: SourceRecord, { start, length }: FieldLayout): string | undefined {
  return valueAt(record.text, start, start + length - 1);
}
