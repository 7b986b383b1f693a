import { validateReport } from '../../shared/nibrs/edits/validate.ts';
import { readReport } from '../../shared/nibrs/flatfile/read-report.ts';
import { writeSegment } from '../../shared/nibrs/flatfile/write-segment.ts';
import type { Segment, SubmittedReport } from '../../shared/nibrs/model/index.ts';
import type { Described, Format, StateElement, StateProfile } from '../../shared/state/declaration.ts';
import { kinds, numberOf, type Subject, subjectsOf } from '../../shared/state/described.ts';
import { federalField, federalValues, withFederalValues } from '../../shared/state/federal-values.ts';
import { largestOf } from '../../shared/state/format.ts';
import type { StateValue } from '../../shared/state/index.ts';
import { type StateField, type StateSegmentLayout, stateLayouts } from '../../shared/state/layout.ts';
import { checkObligations, type GivenValue } from '../../shared/state/obligations.ts';
import { twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import type { GeneratedReport } from './reports.ts';

/**
 * The report with a state half that suits it, whatever the profile: elements of everyone whom the profile describes, as
 * its obligations want them. Where the profile has something to say about a value of the FBI's, the report may get it.
 */
export function withStateHalf(draw: Draw, profile: StateProfile, report: SubmittedReport): GeneratedReport {
  const asked = withFederalValuesAsked(draw, profile, report);
  const values = [...drawMapped(draw, profile, asked), ...drawCarried(draw, profile, asked)];
  if (values.length === 0) return { report: asked };
  return { report: asked, state: { profile: profile.state, version: profile.version, values } };
}

interface Asked {
  describes: Described;
  element: string;
  values: readonly string[];
}

/** Values of the FBI's elements by which a profile asks for more, or which stand for codes of the state. */
function federalValuesAsked({ elements }: StateProfile): Asked[] {
  return elements.flatMap(({ describes, mapping, obligation }) => {
    if (mapping) return [{ describes, element: mapping.element, values: Object.values(mapping.codes) }];
    if (obligation.kind !== 'conditional' || obligation.when === 'segment sent') return [];
    const { element, is } = obligation.when;
    return is && !element.includes('-') ? [{ describes, element, values: is }] : [];
  });
}

/** Puts such values into the report, each where the FBI's edits then still find nothing. */
function withFederalValuesAsked(draw: Draw, profile: StateProfile, report: SubmittedReport): SubmittedReport {
  let changed = report;
  for (const { describes, element, values } of federalValuesAsked(profile)) {
    for (const [index, segment] of changed.segments.entries()) {
      const before = kinds[describes].levels.includes(segment.level) ? federalValues(segment, element) : [];
      const place = before.findIndex((value) => value !== undefined);
      const [first = '', ...others] = values;
      if (place < 0 || !draw.chance(0.5)) continue;
      const after = before.with(place, draw.pick([first, ...others]));
      const trial = { ...changed, segments: changed.segments.with(index, withFederalValues(segment, element, after)) };
      if (isValid(trial)) changed = trial;
    }
  }
  return changed;
}

function isValid({ segments }: SubmittedReport): boolean {
  const [first] = segments;
  const context = { period: `${first?.submissionYear}-${first?.submissionMonth}`, today: '20991231' };
  return validateReport(readReport(segments.map(writeSegment)), context).length === 0;
}

/** The state's codes behind some of the values that the FBI gets for them. */
function drawMapped(draw: Draw, { elements }: StateProfile, { segments }: SubmittedReport): StateValue[] {
  return elements.flatMap((element) =>
    segments
      .filter(({ level }) => kinds[element.describes].levels.includes(level))
      .flatMap((segment) => mappedOf(draw, element, segment)),
  );
}

function mappedOf(draw: Draw, { id, mapping }: StateElement, segment: Segment): StateValue[] {
  if (!mapping) return [];
  const repeats = (federalField(segment.level, mapping.element)?.count ?? 1) > 1;
  const sequence = numberOf(segment);
  return federalValues(segment, mapping.element).flatMap((value, index) => {
    const [first, ...others] = Object.keys(mapping.codes).filter((code) => mapping.codes[code] === value);
    if (first === undefined || !draw.chance(0.7)) return [];
    const place = { ...(sequence === '' ? {} : { sequence }), ...(repeats ? { occurrence: index + 1 } : {}) };
    return [{ element: id, ...place, value: draw.pick([first, ...others]) }];
  });
}

/** Values in state segments: drawn for all elements, then without those that the others forbid. */
function drawCarried(draw: Draw, profile: StateProfile, report: SubmittedReport): StateValue[] {
  let given: readonly GivenValue[] = stateLayouts(profile).flatMap((layout) =>
    subjectsOf(report, layout.segment.describes).flatMap((subject) => drawSubject(draw, layout, report, subject)),
  );
  for (let before = -1; before !== given.length; ) {
    before = given.length;
    given = checkObligations(profile, report, given).given;
  }
  return given.map(({ value }) => value);
}

function drawSubject(
  draw: Draw,
  { segment, fields }: StateSegmentLayout,
  { ori, number, segments }: SubmittedReport,
  { sequence }: Subject,
): GivenValue[] {
  // Where nothing was determined, nothing was determined in any way.
  const determined = draw.chance(0.6);
  const month = `${segments[0]?.submissionYear}${segments[0]?.submissionMonth}`;
  const filled = new Map<string, number>();
  return fields.flatMap((field) =>
    Array.from({ length: placesFilled(draw, field, filled) }, (_, index) => ({
      value: {
        element: field.element,
        ...(sequence === undefined ? {} : { sequence }),
        ...(field.count > 1 ? { occurrence: index + 1 } : {}),
        value: drawValue(draw, field.declared.format, determined, month),
      },
      place: { ori, number, segment, sequence, field },
    })),
  );
}

/** How many places of an element are filled: as many as of the others in its group. */
function placesFilled(draw: Draw, { count, stride, declared }: StateField, filled: Map<string, number>): number {
  const { kind } = declared.obligation;
  if (kind === 'prohibited' || (kind === 'optional' && !draw.chance(0.7))) return 0;
  if (count === 1) return 1;
  const group = `${count} ${stride}`;
  const places = filled.get(group) ?? draw.integer(1, count);
  filled.set(group, places);
  return places;
}

/** A value of a format; a date lies in `month`, YYYYMM. */
export function drawValue(draw: Draw, format: Format, determined: boolean, month: string): string {
  switch (format.kind) {
    case 'codes':
      return drawCode(draw, format, determined);
    case 'decimal': {
      const scale = 10 ** format.decimals;
      const number = draw.integer(Math.ceil(format.minimum * scale), Math.floor(format.maximum * scale));
      return (number / scale).toFixed(format.decimals);
    }
    case 'whole':
      return String(draw.integer(format.minimum, largestOf(format))).padStart(format.digits, '0');
    case 'date':
      return month + twoDigits(draw.integer(1, 28));
    case 'text':
      return Array.from({ length: draw.integer(1, format.length) }, () => draw.pick(['A', 'b', '7', '-', 'é'])).join(
        '',
      );
  }
}

function drawCode(draw: Draw, format: Extract<Format, { kind: 'codes' }>, determined: boolean): string {
  const { codes, notDetermined } = format;
  if (!determined && notDetermined !== undefined) return notDetermined;
  const [first = '', ...others] = Object.keys(codes).filter((code) => code !== notDetermined);
  return draw.pick([first, ...others]);
}
