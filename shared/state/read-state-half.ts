import type { Finding } from '../nibrs/finding.ts';
import { valueAt } from '../nibrs/flatfile/columns.ts';
import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import { readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceRecord, SourceReport } from '../nibrs/flatfile/record.ts';
import type { SubmittedReport } from '../nibrs/model/index.ts';
import type { Described, StateProfile } from './declaration.ts';
import { kinds, sequenceOf, subjectsOf } from './described.ts';
import { joinStateHalf } from './join.ts';
import { occurrenceOf, type StateSegmentLayout, stateLayouts } from './layout.ts';
import { toFederalCodes } from './mapping.ts';
import { asGiven, checkObligations, type GivenValue, lacksOf, periodIn } from './obligations.ts';
import { type Place, type RuleName, stateFinding } from './rules.ts';
import type { StateHalf } from './state-half.ts';
import { brokenRule, stateValueOf } from './value.ts';

export interface ReadStateHalf {
  /** Absent when the report has no state-only value. */
  half?: StateHalf | undefined;
  findings: Finding[];
  /** The report with the FBI's codes in place of the state's: what the edits are to see, and what is filed. */
  source: SourceReport;
}

/**
 * Reads what a report has of the state's: its state segments, and the state's codes in fields of the FBI's. Gives the
 * state half, what is wrong with it, and the report without it. A value that is refused is in neither: not in the half,
 * and not in the finding. The state segments of a deletion are read over, as the FBI reads over everything but the key of
 * one.
 */
export function readStateHalf(profile: StateProfile, sent: SourceReport): ReadStateHalf {
  const { source, values: mapped } = toFederalCodes(profile, sent);
  if (source.report.action === 'D') return { findings: [], source };
  const { given, findings } = readSegments(profile, source);
  // One mistake is told once: a value that was refused is not missing as well.
  const owed = findings.length === 0 ? checkObligations(profile, source.report, given) : { findings: [], given };
  const values = [...mapped, ...owed.given.map(({ value }) => value)];
  const half = values.length > 0 ? { profile: profile.state, version: profile.version, values } : undefined;
  return { half, findings: [...findings, ...owed.findings], source };
}

/**
 * What a report still lacks when it is joined with the supplements on file, oldest first; for a report of which
 * `readStateHalf` finds nothing wrong but what it lacks.
 */
export function lacksWith(profile: StateProfile, source: SourceReport, supplements: readonly StateHalf[]): Finding[] {
  const { report } = source;
  const { given } = readSegments(profile, source);
  const placed = new Map(given.map((one) => [one.value, one]));
  const own = given.map(({ value }) => value);
  const joined = joinStateHalf(
    profile,
    report,
    own,
    supplements.map(({ values }) => values),
  );
  const all = joined.flatMap((value) => placed.get(value) ?? asGiven(profile, report, [value]));
  return lacksOf(profile, report, all);
}

function readSegments(profile: StateProfile, { report, stateRecords }: SourceReport) {
  const findings: Finding[] = [];
  const given: GivenValue[] = [];
  const described = new Set<string>();
  if (stateRecords.length === 0) return { findings, given };
  const sequencesOf = sequencesIn(report);
  const layouts = new Map(stateLayouts(profile).map((layout) => [layout.segment.level, layout]));
  for (const record of stateRecords) {
    const layout = layouts.get(readHead(record.text).level);
    if (!layout) continue;
    const place = placeOf(layout, record);
    const refused = refusalOf(layout, place, report, sequencesOf(layout), described);
    if (refused) {
      findings.push(stateFinding(profile, refused.rule, { ...place, field: refused.field }));
      continue;
    }
    described.add(keyOf(place));
    readValues(profile, report, layout, { ...place, record }, { findings, given });
  }
  return { findings, given };
}

/** Who and what a report has, looked up once for each kind: an incident can have thousands of pairs. */
function sequencesIn(report: SubmittedReport): (layout: StateSegmentLayout) => ReadonlySet<string | undefined> {
  const known = new Map<Described, ReadonlySet<string | undefined>>();
  return ({ segment: { describes } }) => {
    const sequences = known.get(describes) ?? new Set(subjectsOf(report, describes).map(({ sequence }) => sequence));
    known.set(describes, sequences);
    return sequences;
  };
}

/** A number that is not one is left out: with columns shifted, a value could stand in its place. */
function placeOf(layout: StateSegmentLayout, record: SourceRecord): Place {
  const { ori, number } = readHead(record.text);
  const { segment } = layout;
  const keys = layout.subject.map((field) => textOf(record, field) ?? '');
  const isWellFormed = kinds[segment.describes].keys.every((key, index) => key.isWellFormed(keys[index] ?? ''));
  return { ori, number, segment, record, sequence: isWellFormed ? sequenceOf(keys) : undefined };
}

interface Refusal {
  rule: RuleName;
  field?: FieldLayout | undefined;
}

/** Why a segment as a whole cannot be taken. */
function refusalOf(
  layout: StateSegmentLayout,
  place: Place,
  report: SubmittedReport,
  sequences: ReadonlySet<string | undefined>,
  described: ReadonlySet<string>,
): Refusal | undefined {
  if (report.segments.length === 0 || report.kind === 'zero') return { rule: 'noReport' };
  if (sequences.size === 0 && layout.subject.length === 0) return { rule: 'noReport' };
  if (sequences.size === 0 && isProtected(layout)) return { rule: 'mayNotBeDescribed' };
  if (!hasLength(place.record?.text ?? '', layout.length)) return { rule: 'wrongLength' };
  const [key] = layout.subject;
  if (key && place.sequence === undefined) return { rule: 'malformedKey', field: malformedKey(layout, place) };
  if (!sequences.has(place.sequence)) return { rule: 'noSuchSubject', field: key };
  return described.has(keyOf(place)) ? { rule: 'duplicate' } : undefined;
}

/** True when there are persons whom an element of the segment may never describe. */
function isProtected({ fields }: StateSegmentLayout): boolean {
  return fields.some(({ declared }) => declared.prohibited.length > 0);
}

function malformedKey({ segment, subject }: StateSegmentLayout, { record }: Place): FieldLayout | undefined {
  const { keys } = kinds[segment.describes];
  return subject.find((field, index) => !keys[index]?.isWellFormed((record && textOf(record, field)) ?? ''));
}

/** The stated length is right and nothing stands beyond it; what a shorter line lacks is blank. */
function hasLength(text: string, length: number): boolean {
  return text.startsWith(String(length).padStart(4, '0')) && text.trimEnd().length <= length;
}

function keyOf({ segment, sequence }: Place): string {
  return `${segment.level}${sequence ?? ''}`;
}

function readValues(
  profile: StateProfile,
  report: SubmittedReport,
  { fields }: StateSegmentLayout,
  place: Place & { record: SourceRecord },
  into: { findings: Finding[]; given: GivenValue[] },
): void {
  for (const repeated of fields) {
    for (let occurrence = 1; occurrence <= repeated.count; occurrence += 1) {
      const text = textOf(place.record, repeated, (occurrence - 1) * repeated.stride);
      if (text === undefined) continue;
      const field = occurrenceOf(repeated, occurrence);
      const at = { ...place, field };
      const rule = brokenRule(profile, periodIn(report), field.declared, text);
      if (rule) into.findings.push(stateFinding(profile, rule, at));
      else into.given.push({ value: stateValueOf(field, place.sequence, occurrence, text), place: at });
    }
  }
}

function textOf({ text }: SourceRecord, { start, length }: FieldLayout, shift = 0): string | undefined {
  return valueAt(text, start + shift, start + shift + length - 1);
}
