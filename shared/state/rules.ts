import type { Finding } from '../nibrs/finding.ts';
import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { type Carrier, supplementLevel } from './carrier.ts';
import { conditionWords } from './condition-words.ts';
import type { Format, StateElement, StateProfile } from './declaration.ts';
import { kinds, subjectName } from './described.ts';
import { describeFormat, describeMisfit, notDeterminedOf } from './format.ts';
import { stateLayouts } from './layout.ts';

/** Where a state element, or all that one segment or row carries, was found wanting. */
export interface Place {
  ori: string;
  /** Incident or arrest transaction number. */
  number: string;
  /** The state segment, or what else carries the element. */
  segment: Carrier;
  /** Absent when it is the segment that is missing. */
  record?: SourceRecord | undefined;
  /** Who or what is described. */
  sequence?: string | undefined;
  /** The element's field; absent when the whole segment is at fault. */
  field?: FieldLayout | undefined;
  /** In a row of a supplement, first and last column of the cell; in a segment the field tells them. */
  cell?: readonly [number, number] | undefined;
  /** The cell that tells who or what the row describes. */
  keyCell?: readonly [number, number] | undefined;
}

interface Rule {
  /** The state's code and this number make the finding's code: `MO01`. */
  number: string;
  /** What it says of any place, for counts of findings. */
  says: string;
  message: (place: Place, profile: StateProfile) => string;
  hint: (place: Place, profile: StateProfile) => string;
}

const titleOf = ({ field }: Place) => field?.label ?? 'The element';
const subjectOf = ({ segment, sequence }: Place) => subjectName(segment.describes, sequence);
const isPerson = ({ describes }: Carrier) => !['incident', 'offense', 'property'].includes(describes);
const isRow = ({ segment }: Place) => segment.level === supplementLevel;
const carrierOf = (place: Place) => (isRow(place) ? 'row' : 'segment');
const carrierName = (place: Place) => (isRow(place) ? 'row' : `${place.segment.title} segment`);

/**
 * The rules that every profile has, from its declaration. No message and no finding holds the value: a state-only value
 * never leaves the state half, not even a wrong one.
 */
const rules = {
  unknownCode: { number: '01', says: 'A state element is not one of its codes.', message: misfit, hint: formatHint },
  noSuchSubject: {
    number: '02',
    says: 'A state segment or row describes somebody or something that is not in its report.',
    message: (place) =>
      place.segment.describes === 'incident'
        ? `This ${carrierOf(place)} describes an incident, and the report of this number is none.`
        : `The report has no ${subjectOf(place)}, ${isPerson(place.segment) ? 'whom' : 'which'} this ${carrierOf(place)} describes.`,
    hint: (place) =>
      place.segment.describes === 'incident'
        ? `Check the number, or leave the ${carrierOf(place)} out.`
        : `Give the ${keyNames(place.segment)} of one that stands in the same report, or leave the ${carrierOf(place)} out.`,
  },
  malformed: { number: '03', says: 'A state element is not of the form asked for.', message: misfit, hint: formatHint },
  malformedKey: {
    number: '03',
    says: 'A state element is not of the form asked for.',
    message: (place) => `${titleOf(place)} is not of the form asked for.`,
    hint: (place) =>
      isRow(place)
        ? cellHint(place)
        : `Write it as in the FBI's segment of the same report, in ${place.field?.length} characters.`,
  },
  duplicate: {
    number: '04',
    says: 'State elements of the same person or thing stand more often than they may.',
    message: (place) => `There is more than one ${carrierName(place)} for ${subjectOf(place)}.`,
    hint: (place) => `Send one such ${carrierOf(place)}, with all its elements.`,
  },
  tooMany: {
    number: '04',
    says: 'State elements of the same person or thing stand more often than they may.',
    message: (place) => `${titleOf(place)} stands more often than ${subjectOf(place)} can have it.`,
    hint: () => "Send it as often as the state's specification has places for it.",
  },
  missing: {
    number: '05',
    says: 'A state element is missing.',
    message: (place) => `${titleOf(place)} is missing for ${subjectOf(place)}.`,
    hint: (place, profile) => {
      const element = elementAt(place, profile);
      const undetermined = element && notDeterminedOf(element.format);
      const hint = undetermined
        ? `Report it; where it is not determined, report ${undetermined}.`
        : formatHint(place, profile);
      return element?.carriers.supplement ? `${hint} ${waysOf(element)}` : hint;
    },
  },
  noReport: {
    number: '06',
    says: 'A state segment does not follow a report that it can belong to.',
    message: (place) => `This ${place.segment.title} segment does not follow a report that it can belong to.`,
    hint: ({ segment }) =>
      segment.describes === 'arrestee'
        ? 'Send it right after the segments of its report, with the same ORI and incident or arrest transaction number.'
        : 'Send it right after the segments of its Group A incident, with the same ORI and incident number.',
  },
  mayNotBeDescribed: {
    number: '07',
    says: 'A state segment describes a person who may not be described.',
    message: ({ segment }) =>
      `The report has no ${segment.describes}: the person whom this segment describes may not be described.`,
    hint: ({ segment }, profile) =>
      `Leave the segment out. These elements may never describe ${spellPersons(prohibitedIn(segment, profile))}.`,
  },
  wrongLength: {
    number: '08',
    says: 'A state segment or row does not have its length.',
    message: (place) =>
      isRow(place)
        ? 'The row does not have as many cells as the first line of the file names columns.'
        : `The ${place.segment.title} segment does not have the length which the state profile declares.`,
    hint: (place) =>
      isRow(place)
        ? 'Put a comma behind every cell but the last, a blank one too, and quotes around a cell that holds a comma.'
        : "Write the segment as the state's specification lays it out, its length in positions 1 to 4.",
  },
  prohibited: {
    number: '09',
    says: 'A state element stands where it may not be reported.',
    message: (place) => `${titleOf(place)} may not be reported for ${subjectOf(place)}.`,
    hint: (place, profile) => `Leave it blank. ${whenAllowed(elementAt(place, profile), profile)}`,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The code of a rule's findings: `MO01`. */
export function codeOf({ state }: StateProfile, name: RuleName): string {
  return `${state}${rules[name].number}`;
}

/** What a state's code says of any place; undefined for one that is not the state's. */
export function ruleWords({ state }: StateProfile, code: string): string | undefined {
  return Object.values(rules).find(({ number }) => code === `${state}${number}`)?.says;
}

/** The rule that a value breaks which is not of its format. */
export function misfitRule({ kind }: Format): RuleName {
  return kind === 'codes' ? 'unknownCode' : 'malformed';
}

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
    code: codeOf(profile, name),
    severity,
    record: record?.number,
    segment: place.segment.level,
    ori: place.ori,
    report: place.number,
    sequence: place.sequence,
    element: field?.element ?? 'segment',
    elementName: field?.label ?? place.segment.title,
    columns: columnsIn(place),
    message: rule.message(place, profile),
    hint: rule.hint(place, profile),
  };
}

function columnsIn(place: Place): Finding['columns'] {
  const { record, field, cell } = place;
  if (!record || isRow(place)) return cell;
  return field && [field.start, field.start + field.length - 1];
}

function misfit(place: Place, profile: StateProfile): string {
  const element = elementAt(place, profile);
  return `${titleOf(place)} ${element ? describeMisfit(element.format) : 'is not of the form asked for'}.`;
}

function formatHint(place: Place, profile: StateProfile): string {
  const element = elementAt(place, profile);
  return element ? describeFormat(element.format) : '';
}

/** Which reports may have an element that this one may not. */
function whenAllowed(element: StateElement | undefined, profile: StateProfile): string {
  if (element?.obligation.kind !== 'conditional') return 'The state does not collect it.';
  const { obligation } = element;
  const words = conditionWords(obligation.when, element, profile, obligation.duty === 'prohibited');
  return `It is reported only where ${words}.`;
}

/** By which ways the element can still come. */
function waysOf({ carriers: { segment } }: StateElement): string {
  const inSegment = segment ? `in state segment ${segment.level}, or ` : '';
  return `It may come ${inSegment}in a supplement.`;
}

/** What the cells hold that say whose values a row has. */
function cellHint({ field, segment }: Place): string {
  if (field?.element === 'ori') return "Write the agency's ORI: nine capital letters and digits.";
  if (field?.element === 'report') {
    return 'Write the incident or arrest transaction number as the report has it: up to 12 capital letters, digits and hyphens.';
  }
  const { keys } = kinds[segment.describes];
  if (keys.length === 0) return 'Leave it blank where the row describes the incident itself.';
  const lengths = keys.map(({ length }) => length).join(' and ');
  const slash = keys.length > 1 ? ', with a slash between them' : '';
  return `Write the ${keyNames(segment)} as the report has it, in ${lengths} characters${slash}. A spreadsheet drops leading zeros unless the column is text.`;
}

function keyNames({ describes }: Carrier): string {
  return kinds[describes].keys.map(({ label, element }) => `${lowered(label)} (element ${element})`).join(' and ');
}

/** Element labels begin like sentences; an abbreviation stays as it is. */
function lowered(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function prohibitedIn(segment: Carrier, profile: StateProfile): string[] {
  const layout = stateLayouts(profile).find((each) => each.segment === segment);
  return [...new Set(layout?.fields.flatMap(({ declared }) => declared.prohibited))];
}

/** `a victim, a witness or an offender` */
function spellPersons(persons: readonly string[]): string {
  const named = persons.map((person) => (/^[ao]/.test(person) ? `an ${person}` : `a ${person}`));
  return named.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function elementAt({ field }: Place, profile: StateProfile): StateElement | undefined {
  return profile.elements.find(({ id }) => id === field?.element);
}
