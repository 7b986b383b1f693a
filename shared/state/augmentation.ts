import type { Finding } from '../nibrs/finding.ts';
import { field } from '../nibrs/flatfile/layout.ts';
import type { Period, SubmittedReport } from '../nibrs/model/index.ts';
import type { Carrier } from './carrier.ts';
import type { Described, StateElement, StateProfile } from './declaration.ts';
import { widthOf } from './format.ts';
import { stateFinding } from './rules.ts';
import type { StateValue } from './state-half.ts';
import { brokenRule, stateValueOf } from './value.ts';

/**
 * What the state has to say of one person or thing in NIBRS XML: an element of the state's own namespace, which stands in
 * the augmentation point of the NIEM object described, with an element in it for each value. `elements.xsd` of the
 * published specification declares them under these names.
 */
export interface Augmentation {
  name: string;
  /** A repeated element stands once for each of its values; which of its places was left blank is not kept. */
  elements: readonly { name: string; text: string }[];
}

/** The name of the augmentation of a kind of person or thing: `ArresteeAugmentation`. */
export function augmentationName(described: Described): string {
  return `${described.charAt(0).toUpperCase()}${described.slice(1)}Augmentation`;
}

/** The elements of a kind that the profile takes in NIBRS XML, in the order in which they stand there. */
export function augmentedElements({ elements }: StateProfile, described: Described): readonly StateElement[] {
  return elements.filter(({ describes, carriers }) => describes === described && carriers.augmentation === true);
}

/** The augmentation with these values of one subject; undefined when none of them goes into one. */
export function toAugmentation(
  profile: StateProfile,
  described: Described,
  values: readonly StateValue[],
): Augmentation | undefined {
  const elements = augmentedElements(profile, described).flatMap(({ id }) =>
    values
      .filter(({ element }) => element === id)
      .toSorted((one, other) => (one.occurrence ?? 1) - (other.occurrence ?? 1))
      .map(({ value }) => ({ name: id, text: value })),
  );
  return elements.length === 0 ? undefined : { name: augmentationName(described), elements };
}

/** Whose augmentation was read. */
export interface AugmentedSubject extends Pick<SubmittedReport, 'ori' | 'number'> {
  described: Described;
  sequence: string | undefined;
  /** Month of submission. */
  period: Period;
}

/**
 * The values of an augmentation, and what is wrong with the others. An element that the profile does not take there is
 * not the state's to judge, and is read over.
 */
export function fromAugmentation(
  profile: StateProfile,
  subject: AugmentedSubject,
  { elements }: Augmentation,
): { values: StateValue[]; findings: Finding[] } {
  const { described, sequence, ori, number, period } = subject;
  const segment: Carrier = { level: 'augmentation', title: augmentationName(described), describes: described };
  const values: StateValue[] = [];
  const findings: Finding[] = [];
  for (const declared of augmentedElements(profile, described)) {
    const { id, title, format, carriers } = declared;
    const places = carriers.segment?.times ?? 1;
    const place = { ori, number, segment, sequence, field: field(id, id, title, 1, widthOf(format)) };
    const texts = elements.filter(({ name }) => name === id).map(({ text }) => text);
    if (texts.length > places) findings.push(stateFinding(profile, 'tooMany', place));
    for (const [index, text] of texts.slice(0, places).entries()) {
      const rule = brokenRule(profile, period, declared, text);
      if (rule) findings.push(stateFinding(profile, rule, place));
      else values.push(stateValueOf({ ...place.field, count: places, declared }, sequence, index + 1, text));
    }
  }
  return { values, findings };
}
