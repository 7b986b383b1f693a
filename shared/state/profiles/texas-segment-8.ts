import type { ElementDeclaration } from '../declaration.ts';
import { fbiCodes } from '../fbi-codes.ts';

const common = {
  describes: 'incident',
  legalAuthority: 'Texas-centric NIBRS specification 2023 (revised September 2025), segment 8',
  sensitivity: 'public',
  publicRelease: { kind: 'counts', smallestCell: 5 },
} as const;

/** Kin and partners, and "otherwise known", for which the indicator must say one or the other. */
const familyOrDating = 'SE CS PA SB CH GP GC IL SP SC SS OF BG XS XR OK'.split(' ');
const liquidOrWeight = fbiCodes('22', { without: ['DU', 'NP', 'XX'] });
const oneToNine = {
  '1': 'one',
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine or more',
} as const;

/** Drugs number 4 to 17 of an incident, side by side. */
const drugs = { level: '8', times: 14, every: 15 } as const;
/** One precursor chemical for each measure, side by side. */
const precursors = { level: '8', times: 6, every: 9 } as const;

export const drugsAndViolence: readonly ElementDeclaration[] = [
  {
    ...common,
    id: 'TX-8P38',
    title: 'Incident date of segment 8',
    definition: 'The date of the incident, as on level 1.',
    format: { kind: 'date' },
    obligation: { kind: 'conditional', when: 'segment sent', duty: 'mandatory' },
    carriers: { segment: { level: '8', at: 38 } },
  },
  {
    ...common,
    id: 'TX-T2',
    title: 'Family violence indicator',
    definition: 'Whether the offense was family or dating violence.',
    format: { kind: 'codes', codes: { Y: 'yes', N: 'no' } },
    // The state asks where a crime against a person, or robbery, is between such people; others seldom name a relationship.
    obligation: { kind: 'conditional', when: { element: '35', is: familyOrDating }, duty: 'mandatory' },
    sensitivity: 'personal',
    carriers: { segment: { level: '8', at: 46 } },
  },
  {
    ...common,
    id: 'TX-20',
    title: 'Drug type, number 4 to 17',
    definition: 'The drugs beyond the third. Level 3 then has two of the first three and X, more than three types.',
    format: { kind: 'codes', codes: fbiCodes('20', { without: ['X'] }) },
    obligation: { kind: 'conditional', when: { element: '20', is: ['X'] }, duty: 'mandatory' },
    carriers: { segment: { ...drugs, at: 47 } },
  },
  {
    ...common,
    id: 'TX-21',
    title: 'Drug quantity, number 4 to 17',
    definition: 'How much of the drug, in thousandths of its measure.',
    format: { kind: 'whole', digits: 12, minimum: 1, impliedDecimals: 3 },
    obligation: { kind: 'conditional', when: { element: 'TX-20' }, duty: 'mandatory', otherwise: 'prohibited' },
    carriers: { segment: { ...drugs, at: 48 } },
  },
  {
    ...common,
    id: 'TX-22',
    title: 'Drug measurement, number 4 to 17',
    definition: 'In what the quantity is measured.',
    format: { kind: 'codes', codes: fbiCodes('22') },
    obligation: { kind: 'conditional', when: { element: 'TX-20' }, duty: 'mandatory', otherwise: 'prohibited' },
    carriers: { segment: { ...drugs, at: 60 } },
  },
  {
    ...common,
    id: 'TX-T4',
    title: 'Kind of marijuana field',
    definition: 'Where the marijuana plants grew.',
    format: { kind: 'codes', codes: { '1': 'garden', '2': 'wild field', '3': 'cultivated field', '4': 'greenhouse' } },
    obligation: { kind: 'conditional', when: { element: 'TX-T5' }, duty: 'mandatory' },
    carriers: { segment: { level: '8', at: 257 } },
  },
  {
    ...common,
    id: 'TX-T5',
    title: 'Number of marijuana fields',
    definition: 'How many such fields, gardens or greenhouses.',
    format: { kind: 'codes', codes: oneToNine },
    obligation: { kind: 'conditional', when: { element: 'TX-T4' }, duty: 'mandatory' },
    carriers: { segment: { level: '8', at: 258 } },
  },
  ...[
    'methamphetamine',
    'amphetamine',
    'phenyl-2-propanone',
    'phencyclidine (PCP)',
    'crack cocaine',
    'another drug',
  ].map(
    (product, index): ElementDeclaration => ({
      ...common,
      id: `TX-8P${259 + index}`,
      title: `Laboratories that made ${product}`,
      definition: `How many clandestine laboratories that made ${product} were seized (T6, T7).`,
      format: { kind: 'codes', codes: oneToNine },
      obligation: { kind: 'optional' },
      carriers: { segment: { level: '8', at: 259 + index } },
    }),
  ),
  {
    ...common,
    id: 'TX-T8',
    title: 'Precursor quantity',
    definition: 'How much of precursor chemicals was seized, added up for each measure.',
    format: { kind: 'whole', digits: 7, minimum: 1 },
    obligation: { kind: 'conditional', when: { element: 'TX-T9' }, duty: 'mandatory' },
    carriers: { segment: { ...precursors, at: 265 } },
  },
  {
    ...common,
    id: 'TX-T9',
    title: 'Precursor measurement',
    definition: 'In what the precursor chemicals are measured.',
    format: { kind: 'codes', codes: liquidOrWeight },
    obligation: { kind: 'conditional', when: { element: 'TX-T8' }, duty: 'mandatory' },
    carriers: { segment: { ...precursors, at: 272 } },
  },
];
