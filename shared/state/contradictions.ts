import { codeListOf } from '../nibrs/codes/index.ts';
import type { FieldLayout } from '../nibrs/flatfile/layout.ts';
import type { Format, StateElement, StateSegment } from './declaration.ts';
import { kinds, mappableLevels } from './described.ts';
import { type Declared, when } from './fault.ts';
import { federalField } from './federal-values.ts';
import { largestOf, notDeterminedOf } from './format.ts';
import { areGrouped, columnsOf, computeLayouts, endOf, type StateSegmentLayout } from './layout.ts';
import { obligationFaults } from './obligation-faults.ts';

/** What no single part of a declaration can see: each a sentence that says what to change. */
export function contradictions(profile: Declared): string[] {
  return [
    ...repeatedIn(
      'element',
      profile.elements.map((each) => each.id),
    ),
    ...repeatedIn(
      'segment level',
      profile.segments.map((each) => each.level),
    ),
    ...historyFaults(profile),
    ...profile.elements.flatMap((element) =>
      [
        ...identity(element, profile),
        ...formatFaults(element.format),
        ...protection(element),
        ...carrierFaults(element, profile),
        ...obligationFaults(element, profile),
        ...mappingFaults(element),
      ].map((fault) => `${element.id}: ${fault}`),
    ),
    ...computeLayouts(profile).flatMap((layout) =>
      layoutFaults(layout).map((fault) => `segment ${layout.segment.level}: ${fault}`),
    ),
  ];
}

function repeatedIn(what: string, names: readonly string[]): string[] {
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `${name}: declared twice as ${what}; give one of them another name`);
}

function historyFaults({ version, history }: Declared): string[] {
  const [newest] = history;
  const later = history.find(({ date }, index) => date > (history[index - 1]?.date ?? date));
  return [
    ...repeatedIn(
      'version',
      history.map((each) => each.version),
    ),
    ...when(
      newest?.version !== version,
      `history: begins with version ${newest?.version}, and the profile is version ${version}; say first what that one changed`,
    ),
    ...when(
      later !== undefined,
      `history: version ${later?.version} is of a later day than the one before it; put the newest first`,
    ),
  ];
}

function identity({ id }: StateElement, { state }: Declared): string[] {
  return when(!id.startsWith(`${state}-`), `an element's id begins with the state's code, ${state}-`);
}

function formatFaults(format: Format): string[] {
  switch (format.kind) {
    case 'codes': {
      const widths = new Set(Object.keys(format.codes).map((code) => code.length));
      const { notDetermined } = format;
      return [
        ...when(widths.size !== 1, 'codes must exist and be of one width; lengthen the short ones'),
        ...when(
          notDetermined !== undefined && !Object.hasOwn(format.codes, notDetermined),
          'its code for "not determined" is not on its list; add it there',
        ),
      ];
    }
    case 'decimal':
      return when(format.minimum >= format.maximum, 'its range is empty; the maximum must be greater than the minimum');
    case 'whole':
      return [
        ...when(format.minimum > largestOf(format), 'its range is empty; the maximum must not be below the minimum'),
        ...when(
          String(largestOf(format)).length > format.digits,
          `its maximum has more than ${format.digits} digits; raise digits`,
        ),
        ...when(format.impliedDecimals > format.digits, 'it has more decimals than digits; lower impliedDecimals'),
      ];
    default:
      return [];
  }
}

function protection({ describes, prohibited, sensitivity, format, publicRelease }: StateElement): string[] {
  const persons = describes === 'pair' ? ['victim', 'offender'] : [describes];
  const restricted = sensitivity === 'restricted';
  return [
    ...prohibited
      .filter((person) => persons.includes(person))
      .map((person) => `it describes the ${person} and prohibits that; take one of the two away`),
    ...when(
      restricted && format.kind === 'codes' && notDeterminedOf(format) === undefined,
      'a restricted element needs a code for "not determined"; add one and name it notDetermined',
    ),
    ...when(
      sensitivity !== 'public' && publicRelease.kind === 'as is',
      `${sensitivity} values are not published one by one; release counts, or never`,
    ),
  ];
}

function carrierFaults({ carriers, mapping, describes }: StateElement, { segments }: Declared): string[] {
  const placement = carriers.segment;
  const segment = segments.find(({ level }) => level === placement?.level);
  const isCarried = Object.values(carriers).some((carrier) => carrier !== undefined);
  return [
    ...when(!isCarried && !mapping, 'nothing carries it; give carriers, or a mapping'),
    ...when(isCarried && mapping !== undefined, 'it stands in a field of the FBI; take its other carriers away'),
    ...when(
      placement !== undefined && !segment,
      `its segment ${placement?.level} is not declared; add it under segments`,
    ),
    ...when(
      segment !== undefined && segment.describes !== describes,
      `it describes the ${describes}, and segment ${segment?.level} the ${segment?.describes}; give it another segment`,
    ),
    ...when(
      placement?.every !== undefined && (placement.times === undefined || placement.at === undefined),
      'it has every; say also how many places there are (times) and where the first one is (at)',
    ),
    ...when(
      segment !== undefined && (segment.length !== undefined) !== (placement?.at !== undefined),
      'a segment with a length needs a position (at) for all its elements, one without a length for none',
    ),
  ];
}

function mappingFaults({ mapping, describes, format }: StateElement): string[] {
  if (!mapping) return [];
  const { element, codes } = mapping;
  const levels = mappableLevels(describes).filter((level) => federalField(level, element));
  const list = codeListOf[element];
  if (levels.length === 0 || !list) {
    return [`is mapped to element ${element}, which is no coded field of the FBI's segment of the ${describes}`];
  }
  if (kinds[describes].keys.some((key) => key.element === element)) {
    return [`is mapped to element ${element}, by which one ${describes} is told from another; name another element`];
  }
  const own = format.kind === 'codes' ? Object.keys(format.codes) : [];
  const width = Math.min(...levels.map((level) => federalField(level, element)?.length ?? 0));
  return [
    ...when(format.kind !== 'codes', 'is mapped, so its format is a list of codes'),
    ...own.flatMap((code) => [
      ...when(!Object.hasOwn(codes, code), `its code ${code} is mapped to none of the FBI's; add it to the mapping`),
      ...when(code.length > width, `its code ${code} is longer than the FBI's field, ${width}`),
    ]),
    ...Object.entries(codes).flatMap(([code, federal]) => [
      ...when(!own.includes(code), `maps ${code}, which is none of its codes; add it to them, or take it away`),
      ...when(!list.has(federal), `maps ${code} to ${federal}, which is no code of the FBI's element ${element}`),
      ...when(code === federal, `maps ${code} to itself; what means the same to both needs no entry`),
    ]),
  ];
}

/** Fields that overlap, or stand beyond the end. */
function layoutFaults({ segment, length, head, subject, fields }: StateSegmentLayout): string[] {
  const taken = new Map<number, string>();
  const faults = new Set<string>();
  if (fields.length === 0) faults.add('has no element; declare one for it, or take it away');
  for (const field of [...head, ...subject, ...fields]) {
    if (field.stride < field.length)
      faults.add(`${field.name} repeats every ${field.stride} and is ${field.length} wide`);
    if (endOf(field) - 1 > length) faults.add(`${field.name} ends at ${endOf(field) - 1}, beyond the length ${length}`);
    for (const column of columnsOf(field)) {
      const other = taken.get(column);
      if (other !== undefined && other !== field.name) faults.add(`${field.name} overlaps ${other}; move one of them`);
      taken.set(column, field.name);
    }
  }
  if (length > 9999) faults.add('is longer than 9999; divide it');
  return [...faults, ...groupFaults(fields, segment)];
}

/** Members of a group are written side by side, so a lone element with gaps is a mistake in the numbers. */
function groupFaults(fields: readonly FieldLayout[], { level }: StateSegment): string[] {
  return fields
    .filter((field) => field.count > 1 && field.stride > field.length)
    .filter((field) => !fields.some((other) => other !== field && areGrouped(field, other)))
    .map(({ name }) => `${name} repeats with gaps that no other element of segment ${level} fills; leave out every`);
}
