import type { Finding } from '../nibrs/finding.ts';
import { conditionOf } from '../state/condition.ts';
import type { Format, StateProfile } from '../state/declaration.ts';
import { keysOf, kinds, sequenceOf, subjectsOf } from '../state/described.ts';
import { federalField } from '../state/federal-values.ts';
import type { StateValue } from '../state/index.ts';
import { type StateSegmentLayout, stateLayouts } from '../state/layout.ts';

import { codeOf, misfitRule, type RuleName } from '../state/rules.ts';
import { stateValueOf } from '../state/value.ts';
import { placed } from '../state/write-state-segment.ts';
import { choices, exampleOf, federalPlaces, permitted, withValueAt } from './good-samples.ts';
import { fileOf, findingsIn, linesOf, type Sample } from './sample.ts';

/** A report with one mistake. */
export interface BadSample {
  /** What the validator says of it, under any number. */
  readonly code: string;
  /** The element that the mistake is in, or the segment's level. */
  readonly about: string;
  /** Its lines, under a number of its own. */
  lines(number: string): string[];
}

/** Stands for the number of a sample until it has one. */
const anyNumber = 'ANY-NUMBER';

/**
 * For each rule of the profile, and each element and segment that can break it, a report that does, and has nothing else
 * wrong with it. They are found by trying: a good sample is changed, and kept where the validator finds just this.
 */
export async function badSamples(profile: StateProfile, good: readonly Sample[]): Promise<BadSample[]> {
  const found = new Map<string, BadSample>();
  for (const sample of good) {
    for (const candidate of candidates(profile, sample)) {
      const key = `${candidate.code} ${candidate.about}`;
      if (found.has(key)) continue;
      const [finding, ...others] = await findingsIn(profile, fileOf(candidate.lines(anyNumber)));
      if (finding && others.length === 0 && isOf(finding, candidate)) {
        found.set(key, { ...candidate, code: finding.code });
      }
    }
  }
  const order = [...profile.segments.map(({ level }) => level), ...profile.elements.map(({ id }) => id)];
  return [...found.values()].sort((one, other) => order.indexOf(one.about) - order.indexOf(other.about));
}

interface Candidate extends BadSample {
  /** The element that the finding must name. */
  readonly element?: string | undefined;
}

function isOf({ code, element }: Finding, candidate: Candidate): boolean {
  const isCode = candidate.code === anyCode || code === candidate.code;
  return isCode && (candidate.element === undefined || element === candidate.element);
}

/** The number of the FBI's edit on a code list, which differs from element to element. */
const anyCode = '';

function* candidates(profile: StateProfile, sample: Sample): Generator<Candidate> {
  for (const layout of stateLayouts(profile)) {
    yield* wrongValues(profile, sample, layout);
    yield* missingValues(profile, sample, layout);
    yield* prohibitedValues(profile, sample, layout);
    yield* wrongLines(profile, sample, layout);
    yield* withoutSubject(profile, sample, layout);
  }
  yield* unknownFederalCodes(profile, sample);
}

function* wrongValues(profile: StateProfile, { report, values }: Sample, { fields }: StateSegmentLayout) {
  for (const [index, value] of values.entries()) {
    const format = fields.find(({ element }) => element === value.element)?.declared.format;
    if (!format) continue;
    const wrong = { ...value, value: wrongValue(format, value.value) };
    yield ofElement(profile, misfitRule(format), value.element, { report, values: values.with(index, wrong) });
  }
}

/** A mistake that happens: a code which is none, a number without its point, a day which no month has. */
export function wrongValue(format: Format, value: string): string {
  switch (format.kind) {
    case 'codes': {
      const other = [...'QZ98'].map((sign) => sign.repeat(value.length));
      return other.find((code) => !Object.hasOwn(format.codes, code)) ?? '?'.repeat(value.length);
    }
    case 'decimal':
      return value.replace('.', ' ');
    case 'whole':
      return value.replace(/^0|^./, ' ');
    case 'date':
      return `${value.slice(0, 6)}32`;
    case 'text':
      return ` ${value.slice(1)}`;
  }
}

function* missingValues(profile: StateProfile, { report, values }: Sample, { fields }: StateSegmentLayout) {
  for (const value of values) {
    if (!fields.some(({ element }) => element === value.element)) continue;
    const others = permitted(
      profile,
      report,
      values.filter((other) => other !== value),
    );
    yield ofElement(profile, 'missing', value.element, { report, values: others });
  }
}

function* prohibitedValues(profile: StateProfile, sample: Sample, layout: StateSegmentLayout) {
  for (const { report, values } of [sample, ...withoutCondition(profile, sample, layout)]) {
    for (const { sequence } of subjectsOf(report, layout.segment.describes)) {
      for (const field of layout.fields) {
        if (values.some((value) => value.element === field.element && value.sequence === sequence)) continue;
        for (const choice of choices) {
          const added = stateValueOf(field, sequence, 1, exampleOf(profile, field.declared, choice));
          yield ofElement(profile, 'prohibited', field.element, { report, values: [...values, added] });
        }
      }
    }
  }
}

/** The sample without an element on which others depend, and without what then may not be reported. */
function withoutCondition(profile: StateProfile, { report, values }: Sample, { fields }: StateSegmentLayout): Sample[] {
  const conditions = new Set(fields.flatMap(({ declared }) => conditionOf(declared)?.element ?? []));
  return [...conditions].map((condition) => ({
    report,
    values: permitted(
      profile,
      report,
      values.filter(({ element }) => element !== condition),
    ),
  }));
}

function ofElement(profile: StateProfile, rule: RuleName, element: string, sample: Sample): Candidate {
  return { code: codeOf(profile, rule), about: element, element, lines: (number) => linesOf(profile, sample, number) };
}

/** Mistakes in a segment as a whole, made in the first line that the sample has of it. */
function* wrongLines(profile: StateProfile, sample: Sample, layout: StateSegmentLayout): Generator<Candidate> {
  const { segment, length, subject } = layout;
  const ofLine = (rule: RuleName, change: (lines: string[], index: number, number: string) => string[]): Candidate => ({
    code: codeOf(profile, rule),
    about: segment.level,
    lines: (number) => {
      const lines = linesOf(profile, sample, number);
      return change(lines, indexOf(lines), number);
    },
  });
  const indexOf = (lines: readonly string[]) => lines.findIndex((line) => line[4] === segment.level);
  if (indexOf(linesOf(profile, sample, anyNumber)) < 0) return;
  const lineAt = (lines: readonly string[], index: number) => lines[index] ?? '';

  yield ofLine('duplicate', (lines, index) => lines.toSpliced(index, 0, lineAt(lines, index)));
  yield ofLine('wrongLength', (lines, index) => {
    const stated = String(length + 1).padStart(4, '0');
    return lines.with(index, `${stated}${lineAt(lines, index).slice(4)} `);
  });
  yield ofLine('noReport', (lines, index, number) => {
    return [...lines, lineAt(lines, index).replace(number, number.replace(/^.../, 'ODD'))];
  });
  const [key] = subject;
  if (!key) return;
  yield ofLine('malformedKey', (lines, index) => {
    return lines.with(index, placed(lineAt(lines, index), key, '?'.repeat(key.length)));
  });
}

/** A segment of somebody or something that the report does not have. */
function* withoutSubject(profile: StateProfile, sample: Sample, layout: StateSegmentLayout): Generator<Candidate> {
  const { segment, fields } = layout;
  const { levels } = kinds[segment.describes];
  const isOwn = ({ element }: StateValue) => fields.some((field) => field.element === element);
  const own = sample.values.filter(isOwn);
  const absent = { report: sample.report, values: sample.values.filter((value) => !isOwn(value)) };
  const sequence = own[0]?.sequence;
  if (sequence === undefined) return;
  const first = own.filter((value) => value.sequence === sequence);
  for (const other of otherSequences(layout, sequence)) {
    const values = [...absent.values, ...first.map((value) => ({ ...value, sequence: other }))];
    yield ofSegment(profile, 'noSuchSubject', layout, { ...absent, values });
  }
  const segments = sample.report.segments.filter(({ level }) => !levels.includes(level));
  if (segments.length > 0) {
    yield ofSegment(profile, 'mayNotBeDescribed', layout, { ...sample, report: { ...sample.report, segments } });
  }
}

function ofSegment(profile: StateProfile, rule: RuleName, layout: StateSegmentLayout, sample: Sample): Candidate {
  const about = layout.segment.level;
  return { code: codeOf(profile, rule), about, lines: (number) => linesOf(profile, sample, number) };
}

/** Numbers and codes of the same form with another last one: `09` in place of `01`. */
function otherSequences({ segment }: StateSegmentLayout, sequence: string): string[] {
  const keys = keysOf(sequence);
  const last = kinds[segment.describes].keys.at(-1);
  const others = ['009', '09', '26B', '77', '9'].filter((key) => last?.length === key.length && last.isWellFormed(key));
  return others.flatMap((key) => sequenceOf([...keys.slice(0, -1), key]) ?? []);
}

/** In a field of the FBI's, a code that neither the state nor the FBI has. */
function* unknownFederalCodes(profile: StateProfile, { report, values }: Sample): Generator<Candidate> {
  for (const { id, mapping, describes } of profile.elements) {
    if (!mapping) continue;
    for (const at of federalPlaces(report, describes, mapping.element)) {
      if (at.place > 0) continue;
      const unknown = 'Q'.repeat(federalField(at.segment.level, mapping.element)?.length ?? 0);
      const sample = { report: withValueAt(report, at, mapping.element, unknown), values };
      const lines = (number: string) => linesOf(profile, sample, number);
      yield { code: anyCode, about: id, element: mapping.element, lines };
    }
  }
}
