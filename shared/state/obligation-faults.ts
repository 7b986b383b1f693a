import { codeListOf } from '../nibrs/codes/index.ts';
import { conditionOf, isFederalElement } from './condition.ts';
import type { StateElement } from './declaration.ts';
import { kinds } from './described.ts';
import { type Declared, when } from './fault.ts';
import { federalField } from './federal-values.ts';

/** What contradicts the rest of a declaration in what an element's obligation depends on. */
export function obligationFaults(declared: StateElement, profile: Declared): string[] {
  const { id, obligation, describes, mapping } = declared;
  if (mapping) {
    return when(obligation.kind !== 'optional', 'the FBI says whether its field must be filled; make it optional');
  }
  const condition = conditionOf(declared);
  if (!condition) return segmentSentFaults(declared, profile);
  const { element, is } = condition;
  if (isFederalElement(element)) {
    const isThere = kinds[describes].levels.some((level) => federalField(level, element));
    const unknown = is?.find((value) => codeListOf[element] && !codeListOf[element].has(value));
    return [
      ...when(
        !isThere,
        `depends on element ${element}, which the FBI's segments of the ${describes} do not have; name another`,
      ),
      ...when(unknown !== undefined, `depends on value ${unknown}, which is no code of the FBI's element ${element}`),
    ];
  }
  const other = profile.elements.find((each) => each.id === element);
  if (!other || element === id) {
    return [`depends on ${element}, which is ${other ? 'itself' : 'not declared'}; name another element`];
  }
  const codes = other.format.kind === 'codes' ? other.format.codes : undefined;
  const unknown = is?.find((value) => codes && !Object.hasOwn(codes, value));
  return [
    ...when(
      other.describes !== describes && other.describes !== 'incident',
      `depends on ${element}, which describes the ${other.describes}; name one that describes the ${describes} or the incident`,
    ),
    ...when(
      other.carriers.segment === undefined && !other.carriers.supplement,
      `depends on ${element}, which neither a state segment nor a supplement carries; name one that one of them does`,
    ),
    ...when(
      is !== undefined && other.sensitivity === 'restricted',
      `depends on the value of ${element}, which is restricted, so that its findings would tell it; leave out is`,
    ),
    ...when(unknown !== undefined, `depends on value ${unknown}, which is no code of ${element}`),
    ...laterFaults(declared, [other]),
  ];
}

/** Faults of an obligation that depends on the rest of the element's segment. */
function segmentSentFaults(declared: StateElement, { elements }: Declared): string[] {
  const { id, obligation, carriers } = declared;
  if (obligation.kind !== 'conditional') return [];
  const level = carriers.segment?.level;
  const rest = elements.filter((other) => other.id !== id && other.carriers.segment?.level === level);
  return [
    ...when(level === undefined, 'depends on the rest of its segment, and it stands in none; name an element'),
    ...laterFaults(declared, level === undefined ? [] : rest),
  ];
}

/**
 * What comes in a supplement may come after the report, and a report that was accepted must not become wrong by it. So
 * only a lack which is told, and no error, may depend on such an element.
 */
function laterFaults({ obligation, carriers }: StateElement, others: readonly StateElement[]): string[] {
  const later = others.find((other) => other.carriers.supplement);
  if (!later || obligation.kind !== 'conditional') return [];
  const forbids = [obligation.duty, obligation.otherwise].includes('prohibited');
  return [
    ...when(
      !carriers.supplement,
      `depends on ${later.id}, which may come later in a supplement; take it in a supplement too`,
    ),
    ...when(
      forbids,
      `is prohibited or not by ${later.id}, which may come later in a supplement; make it optional where it is prohibited`,
    ),
  ];
}
