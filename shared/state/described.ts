import { offenses, propertyDescriptions, propertyLosses } from '../nibrs/codes/index.ts';
import type { Level, Segment, SubmittedReport } from '../nibrs/model/index.ts';
import type { Described } from './declaration.ts';

/** One incident, person or thing of a report that an element describes. */
export interface Subject {
  /** What tells it from others of its kind, its numbers with a slash between them; absent for the incident itself. */
  sequence: string | undefined;
  /** The segments of the FBI that speak of it; for a property those with nothing but this property. */
  segments: readonly Segment[];
}

/** A number, or code, by which the FBI tells the members of one kind apart. */
interface KeyField {
  readonly element: string;
  readonly name: string;
  readonly label: string;
  readonly length: number;
  /** What may be written. A text of another form may be a value that has slipped here, and is not repeated. */
  isWellFormed(value: string): boolean;
}

interface Kind {
  /** The levels of the FBI that describe one. */
  readonly levels: readonly Level[];
  readonly keys: readonly KeyField[];
  /** What a person calls one of them, given its numbers. */
  name(...keys: readonly string[]): string;
}

const digits = (element: string, name: string, label: string, length: number): KeyField => ({
  element,
  name,
  label,
  length,
  isWellFormed: (value) => value.length === length && /^\d+$/.test(value),
});
const victim = digits('23', 'victimSequenceNumber', 'Victim sequence number', 3);
const offender = digits('36', 'offenderSequenceNumber', 'Offender sequence number', 2);
const arrestee = digits('40', 'arresteeSequenceNumber', 'Arrestee sequence number', 2);
const offense: KeyField = {
  element: '6',
  name: 'offenseCode',
  label: 'UCR offense code',
  length: 3,
  isWellFormed: (value) => offenses.has(value),
};
const propertyLoss: KeyField = {
  element: '14',
  name: 'typePropertyLoss',
  label: 'Type property loss',
  length: 1,
  isWellFormed: (value) => propertyLosses.has(value),
};
const propertyDescription: KeyField = {
  element: '15',
  name: 'propertyDescription',
  label: 'Property description',
  length: 2,
  isWellFormed: (value) => propertyDescriptions.has(value),
};

/** What can be described, and how one is told from another. */
export const kinds: Readonly<Record<Described, Kind>> = {
  incident: { levels: ['1', '2', '3', '4', '5', '6'], keys: [], name: () => 'the incident' },
  offense: { levels: ['2'], keys: [offense], name: (code) => `offense ${code}` },
  property: {
    levels: ['3'],
    keys: [propertyLoss, propertyDescription],
    name: (loss, description) => `property ${description} of loss type ${loss}`,
  },
  victim: { levels: ['4'], keys: [victim], name: (number) => `victim ${number}` },
  offender: { levels: ['5'], keys: [offender], name: (number) => `offender ${number}` },
  pair: {
    levels: ['4', '5'],
    keys: [victim, offender],
    name: (one, other) => `victim ${one} with offender ${other}`,
  },
  arrestee: { levels: ['6', '7'], keys: [arrestee], name: (number) => `arrestee ${number}` },
};

/**
 * The levels on which a field of the FBI can hold a state's code: those where one segment is one subject.
 */
export function mappableLevels(described: Described): readonly Level[] {
  if (described === 'incident') return ['1'];
  return described === 'pair' || described === 'property' ? [] : kinds[described].levels;
}

/** What a person calls the subject of this sequence. */
export function subjectName(described: Described, sequence: string | undefined): string {
  return kinds[described].name(...keysOf(sequence));
}

/** The numbers of a sequence, as they stand in the key fields. */
export function keysOf(sequence: string | undefined): string[] {
  return sequence === undefined ? [] : sequence.split('/');
}

/** The sequence of these numbers. */
export function sequenceOf(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : keys.join('/');
}

/** True when these are the numbers of one of the kind, by their form. */
export function isWellFormed(described: Described, sequence: string | undefined): boolean {
  const { keys } = kinds[described];
  const written = keysOf(sequence);
  return written.length === keys.length && keys.every((key, index) => key.isWellFormed(written[index] ?? ''));
}

/** True when a text can tell one of any kind from others; a blank one stands for the incident. */
export function isSequence(text: string): boolean {
  return (Object.keys(kinds) as Described[]).some((described) => isWellFormed(described, text || undefined));
}

/** What a report has of the kind that an element describes, each once. A zero report has nothing. */
export function subjectsOf(report: SubmittedReport, described: Described): Subject[] {
  const subjects = new Map<string | undefined, Subject>();
  for (const subject of everySubject(report, described)) {
    if (!subjects.has(subject.sequence)) subjects.set(subject.sequence, subject);
  }
  return [...subjects.values()];
}

function everySubject({ kind, segments }: SubmittedReport, described: Described): Subject[] {
  switch (described) {
    case 'incident':
      return kind === 'incident' && segments.length > 0 ? [{ sequence: undefined, segments }] : [];
    case 'pair':
      return segments.flatMap((one) =>
        one.level === '4' ? segments.flatMap((other) => (other.level === '5' ? [pairOf(one, other)] : [])) : [],
      );
    case 'property':
      return segments.flatMap(propertiesOf);
    default:
      return segments
        .filter(({ level }) => kinds[described].levels.includes(level))
        .map((segment) => ({ sequence: numberOf(segment), segments: [segment] }));
  }
}

function pairOf(one: Segment, other: Segment): Subject {
  return { sequence: sequenceOf([numberOf(one), numberOf(other)]), segments: [one, other] };
}

function propertiesOf(segment: Segment): Subject[] {
  if (segment.level !== '3') return [];
  return segment.properties.map((property) => ({
    sequence: sequenceOf([segment.typePropertyLoss ?? '', property.description ?? '']),
    segments: [{ ...segment, properties: [property] }],
  }));
}

/** The number or code of a person or offense among those of its report. */
export function numberOf(segment: Segment): string {
  switch (segment.level) {
    case '2':
      return segment.offenseCode ?? '';
    case '4':
      return segment.victimSequenceNumber ?? '';
    case '5':
      return segment.offenderSequenceNumber ?? '';
    case '6':
    case '7':
      return segment.arresteeSequenceNumber ?? '';
    default:
      return '';
  }
}
