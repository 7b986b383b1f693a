import { conditionOf } from '../../shared/state/condition.ts';
import type { StateElement, StateProfile } from '../../shared/state/declaration.ts';
import { notDeterminedOf } from '../../shared/state/format.ts';
import type { StateValue } from '../../shared/state/index.ts';
import type { Draw } from '../generate/draw.ts';
import type { GeneratedReport } from '../generate/reports.ts';
import { drawValue } from '../generate/state-values.ts';
import type { WrongValues } from './wrong-values.ts';

/** A text that stands nowhere by chance, and of which no part is a code of any list. */
export function drawMarker(draw: Draw, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(draw.integer(0x61, 0x7a))).join('');
}

/** What stands where nothing of the kind may: markers, all of which are kept in `markers`. */
export function drawWrongValues(draw: Draw, sign: string): WrongValues & { markers: string[] } {
  const markers: string[] = [];
  const kept = (value: string): string => {
    markers.push(value);
    return value;
  };
  return {
    markers,
    marker: () => kept(drawMarker(draw, 12)),
    digits: () => kept(String(draw.integer(1e11, 9e11))),
    misfit: (length) => sign.repeat(length),
  };
}

/** True for a value that is found by its own looks. One of few codes, or of few digits, stands anywhere by chance. */
export function isMarker(value: string): boolean {
  return value.length >= 12 || (value.length >= 8 && !/^\d+$/.test(value));
}

/** The report with a marker as every value that is a text; the numbers of a report are markers already. */
export function withMarkers(draw: Draw, profile: StateProfile, generated: GeneratedReport): GeneratedReport {
  return withValues(profile, generated, (value, { format }) =>
    format.kind === 'text' ? drawMarker(draw, format.length) : value,
  );
}

/**
 * The report with another value in place of each that an agency could have reported as well without any edit noticing.
 * A code in a field of the FBI's becomes another code for the same of the FBI's, or that one itself.
 */
export function withOtherValues(draw: Draw, profile: StateProfile, generated: GeneratedReport): GeneratedReport {
  return withValues(profile, generated, (value, element) => {
    const { format, mapping } = element;
    if (mapping) return draw.pick([undefined, ...othersLike(value, (code) => mapping.codes[code], mapping.codes)]);
    if (format.kind === 'text') return drawMarker(draw, format.length);
    if (format.kind !== 'codes') return drawValue(draw, format, true, '202601');
    const [first = value, ...others] = othersLike(value, (code) => judgedBy(profile, element, code), format.codes);
    return draw.pick([first, ...others]);
  });
}

type Change = (value: string, element: StateElement) => string | undefined;

function withValues(profile: StateProfile, { report, state }: GeneratedReport, change: Change): GeneratedReport {
  if (!state) return { report };
  const elements = new Map(profile.elements.map((element) => [element.id, element]));
  const values = state.values.flatMap((one): StateValue[] => {
    const element = elements.get(one.element);
    const value = element && change(one.value, element);
    return value === undefined ? [] : [{ ...one, value }];
  });
  return values.length === 0 ? { report } : { report, state: { ...state, values } };
}

/** The other codes of which the same is said. */
function othersLike(value: string, said: (code: string) => string | undefined, codes: object): string[] {
  return Object.keys(codes).filter((code) => code !== value && said(code) === said(value));
}

/** What an obligation may tell of a code: which conditions list it, and whether it may be said in spite of one. */
function judgedBy(profile: StateProfile, element: StateElement, code: string): string {
  const conditions = profile.elements.map(conditionOf).filter((condition) => condition?.element === element.id);
  const isAlwaysValid =
    code === notDeterminedOf(element.format) && JSON.stringify(element.obligation).includes('prohibited');
  return JSON.stringify([isAlwaysValid, conditions.map((condition) => condition?.is?.includes(code))]);
}
