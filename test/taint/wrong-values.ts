import { writeSegment } from '../../shared/nibrs/flatfile/write-segment.ts';
import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import type { StateElement, StateProfile } from '../../shared/state/declaration.ts';
import { keysOf, subjectsOf } from '../../shared/state/described.ts';
import { type StateSegmentLayout, stateLayouts } from '../../shared/state/layout.ts';

/** What stands where no value of this kind may stand. */
export interface WrongValues {
  /** A marker of twelve letters. */
  marker(): string;
  /** A marker of twelve digits. */
  digits(): string;
  /** So many characters that no format takes. */
  misfit(length: number): string;
}

/** A report's lines with a wrong value; undefined where the report has no place for the mistake. */
type Mistake = (report: SubmittedReport, wrong: WrongValues) => string[] | undefined;

/**
 * Incidents with one mistake each, as lines: a wrong value in every element, in every key, before, behind and instead of
 * state segments, and in segments of persons who may not be described. Every report is used once at most.
 */
export function wrongReports(
  profile: StateProfile,
  reports: readonly SubmittedReport[],
  wrong: WrongValues,
): string[][] {
  const left = [...reports];
  return mistakesOf(profile).map((mistake) => {
    for (const [index, report] of left.entries()) {
      const lines = mistake(report, wrong);
      if (!lines) continue;
      left.splice(index, 1);
      return lines;
    }
    throw new RangeError('No report has a place for the mistake. Generate more.');
  });
}

function mistakesOf(profile: StateProfile): Mistake[] {
  return [...stateLayouts(profile).flatMap(inSegment), unknownLevel, noSegment, victimTooLong];
}

function inSegment(layout: StateSegmentLayout): Mistake[] {
  return [
    ...ofValues(layout),
    ...ofKeys(layout),
    ...ofLength(layout),
    // A deletion, whose state segments nobody reads.
    (report, { marker }) => {
      const lines = [...federal(report).slice(0, 1), lineOf(layout, report, []) + marker()];
      return lines.map((line) => overwrite(line, 6, 'D'));
    },
    // Alone, before its report.
    (report, { marker }) => [lineOf(layout, report, []) + marker(), ...federal(report)],
    ...(layout.segment.describes === 'arrestee' ? [ofVictim(layout)] : []),
  ];
}

/** A report with a segment, right but for this change, behind its own. */
function changed(layout: StateSegmentLayout, change: (line: string, wrong: WrongValues) => string | string[]): Mistake {
  return (report, wrong) => {
    const [subject] = subjectsOf(report, layout.segment.describes);
    return subject && federal(report).concat(change(lineOf(layout, report, keysOf(subject.sequence)), wrong));
  };
}

/** In each element what is not of its format, narrow and wide, and in those that may be prohibited what is. */
function ofValues(layout: StateSegmentLayout): Mistake[] {
  // A text may be anything, so none is wrong.
  const formatted = layout.fields.filter(({ declared }) => declared.format.kind !== 'text');
  const prohibited = layout.fields.filter(({ length, declared }) => length === 12 && mayBeProhibited(declared));
  return [
    ...formatted.map(({ start, length }) =>
      changed(layout, (line, { misfit }) => overwrite(line, start, misfit(length))),
    ),
    ...formatted.map(({ start }) => changed(layout, (line, { marker }) => overwrite(line, start, marker()))),
    ...prohibited.map(({ start, declared }) =>
      changed(layout, (line, { marker, digits }) =>
        overwrite(line, start, declared.format.kind === 'text' ? marker() : digits()),
      ),
    ),
  ];
}

/** In place of the number of whom or what the segment describes, and behind the number of one that is not there. */
function ofKeys(layout: StateSegmentLayout): Mistake[] {
  const { subject } = layout;
  const [key] = subject;
  if (!key) return [];
  const nobody = '9'.repeat(subject.reduce((sum, { length }) => sum + length, 0));
  return [
    changed(layout, (line, { marker }) => overwrite(line, key.start, marker())),
    changed(layout, (line, { marker }) => overwrite(line, key.start, nobody + marker())),
    changed(layout, (line, { misfit }) => overwrite(line, key.start, nobody + misfit(1))),
  ];
}

/** Beyond the end of the segment, whatever length it states, and in a second one. */
function ofLength(layout: StateSegmentLayout): Mistake[] {
  const { length, fields } = layout;
  return [
    changed(layout, (line, { marker }) => line + marker()),
    changed(layout, (line, { marker }) => overwrite(line, 1, String(length + 12).padStart(4, '0')) + marker()),
    changed(layout, (line, { misfit }) => [line, overwrite(line, fields[0]?.start ?? length, misfit(1))]),
  ];
}

/** True where the element is owed by nobody unless another one asks for it. */
function mayBeProhibited({ obligation }: StateElement): boolean {
  return obligation.kind === 'conditional' && obligation.otherwise === 'prohibited';
}

/** A segment about a victim, in a report that has nobody whom the segment may describe. */
function ofVictim(layout: StateSegmentLayout): Mistake {
  return (report, { marker }) => {
    const [victim] = subjectsOf(report, 'victim');
    if (!victim || subjectsOf(report, 'arrestee').length > 0) return undefined;
    return [...federal(report), lineOf(layout, report, keysOf(victim.sequence)) + marker()];
  };
}

/** In a segment that neither the FBI nor the state has. */
function unknownLevel(report: SubmittedReport, { marker }: WrongValues): string[] {
  const [first = ''] = federal(report);
  return [...federal(report), `0049Z${first.slice(5, 37)}${marker()}`];
}

/** What a broken line may have left: nothing but a value. */
function noSegment(report: SubmittedReport, { marker }: WrongValues): string[] {
  return [...federal(report), marker(), marker() + marker() + marker() + marker()];
}

/** Behind the last column of a victim's segment. */
function victimTooLong(report: SubmittedReport, { marker }: WrongValues): string[] {
  return federal(report).map((line) => (line.charAt(4) === '4' ? line + marker() : line));
}

function federal({ segments }: SubmittedReport): string[] {
  return segments.map(writeSegment);
}

/** A segment without values. */
function lineOf(layout: StateSegmentLayout, report: SubmittedReport, keys: readonly string[]): string {
  const [first = ''] = federal(report);
  const head = String(layout.length).padStart(4, '0') + layout.segment.level + first.slice(5, 37);
  const line = head.padEnd(layout.length);
  return layout.subject.reduce((text, { start }, index) => overwrite(text, start, keys[index] ?? ''), line);
}

function overwrite(line: string, position: number, text: string): string {
  return line.slice(0, position - 1) + text + line.slice(position - 1 + text.length);
}
