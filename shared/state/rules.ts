import type { Finding } from '../nibrs/finding.ts';
import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { elementOf, type Format, type StateElement, type StateProfile, type StateSegment } from './declaration.ts';

/** Where a state element, or a whole state segment, was found wanting. */
export interface Place {
  ori: string;
  /** Incident or arrest transaction number. */
  number: string;
  segment: StateSegment;
  /** Absent when it is the segment that is missing. */
  record?: SourceRecord | undefined;
  /** Number of the person described. */
  sequence?: string | undefined;
  /** The element's field; absent when the whole segment is at fault. */
  field?: FieldLayout | undefined;
}

interface Rule {
  /** The state's code and this number make the finding's code: `MO01`. */
  number: string;
  message: (place: Place) => string;
  hint: (place: Place, profile: StateProfile) => string;
}

const titleOf = ({ field }: Place) => field?.label ?? 'The element';
const personOf = ({ sequence }: Place) => (sequence === undefined ? 'the incident' : `arrestee ${sequence}`);

/**
 * The rules that every profile has, from its declaration. No message and no finding holds the value: a state-only value
 * never leaves the state half, not even a wrong one.
 */
export const rules = {
  unknownCode: {
    number: '01',
    message: (place) => `${titleOf(place)} is not one of its codes.`,
    hint: (place, profile) => describeFormat(elementAt(place, profile).format),
  },
  noSuchArrestee: {
    number: '02',
    message: (place) => `The report has no ${personOf(place)}, whom this segment describes.`,
    hint: () =>
      'Give the arrestee sequence number (element 40) of an arrestee in the same report, or leave the segment out.',
  },
  malformedNumber: {
    number: '03',
    message: (place) => `${titleOf(place)} is not a number of the form and range asked for.`,
    hint: (place, profile) =>
      place.field?.element === '40' ? 'Write two digits, 01 to 99.' : describeFormat(elementAt(place, profile).format),
  },
  duplicate: {
    number: '04',
    message: (place) => `There is more than one ${place.segment.title} segment for ${personOf(place)}.`,
    hint: () => 'Send one such segment, with all its elements.',
  },
  missing: {
    number: '05',
    message: (place) => `${titleOf(place)} is missing for ${personOf(place)}.`,
    hint: (place, profile) => {
      const { format } = elementAt(place, profile);
      const undetermined = format.kind === 'codes' && format.notDetermined;
      return undetermined ? `Report it; where it is not determined, report ${undetermined}.` : describeFormat(format);
    },
  },
  noReport: {
    number: '06',
    message: (place) => `This ${place.segment.title} segment does not follow a report that it can belong to.`,
    hint: ({ segment }) =>
      segment.describes === 'incident'
        ? 'Send it right after the segments of its Group A incident, with the same ORI and incident number.'
        : 'Send it right after the segments of its report, with the same ORI and incident or arrest transaction number.',
  },
  mayNotBeDescribed: {
    number: '07',
    message: () => 'The report has no arrestee: the person whom this segment describes may not be described.',
    hint: () =>
      'Leave the segment out. These elements are collected of persons arrested only, never of victims or witnesses.',
  },
  wrongLength: {
    number: '08',
    message: (place) => `The ${place.segment.title} segment does not have the length which the state profile declares.`,
    hint: () => "Write the segment as the state's specification lays it out, its length in positions 1 to 4.",
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** A finding of a rule at a place. `severity` is error but where the declaration says that a lack is only told. */
export function stateFinding(
  profile: StateProfile,
  name: RuleName,
  place: Place,
  severity: Finding['severity'] = 'error',
): Finding {
  const rule: Rule = rules[name];
  const { record, field } = place;
  return {
    code: `${profile.state}${rule.number}`,
    severity,
    record: record?.number,
    segment: place.segment.level,
    ori: place.ori,
    report: place.number,
    sequence: place.sequence,
    element: field?.element ?? 'segment',
    elementName: field?.label ?? place.segment.title,
    columns: record && field ? [field.start, field.start + field.length - 1] : undefined,
    message: rule.message(place),
    hint: rule.hint(place, profile),
  };
}

/** What may be written, in words: the codes with their meanings, or the range of a number. */
export function describeFormat(format: Format): string {
  if (format.kind === 'decimal') {
    const { minimum, maximum, decimals } = format;
    return `Write a decimal number from ${minimum} to ${maximum} with a point and at most ${decimals} digits after it.`;
  }
  const codes = Object.entries(format.codes).map(([code, meaning]) => `${code} (${meaning})`);
  return `Use ${codes.join(', ')}.`;
}

function elementAt({ field }: Place, profile: StateProfile): StateElement {
  return elementOf(profile, field?.element ?? '');
}
