import type { ElementDeclaration, StateProfile } from '../../shared/state/declaration.ts';
import { declareProfile } from '../../shared/state/declare-profile.ts';

const common = {
  definition: 'Made up, for tests.',
  obligation: { kind: 'optional' },
  legalAuthority: 'Tests',
  sensitivity: 'public',
} as const;

const letters = { kind: 'codes', codes: { A: 'first', B: 'second', X: 'not determined' }, notDetermined: 'X' } as const;

const onOffense: ElementDeclaration[] = [
  {
    ...common,
    id: 'ZZ-1',
    title: 'State statute',
    describes: 'offense',
    format: { kind: 'text', length: 14 },
    obligation: { kind: 'mandatory', missing: 'warning' },
    retention: { months: 60 },
    publicRelease: { kind: 'as is' },
    carriers: { segment: { level: 'C' }, supplement: true, augmentation: true },
  },
  {
    ...common,
    id: 'ZZ-2',
    title: 'Level of the offense',
    describes: 'offense',
    format: letters,
    obligation: { kind: 'mandatory' },
    effective: '2027-01',
    carriers: { segment: { level: 'C' } },
  },
  {
    ...common,
    id: 'ZZ-3',
    title: 'Given up',
    describes: 'offense',
    format: { kind: 'date' },
    obligation: { kind: 'prohibited' },
    carriers: { segment: { level: 'C' } },
  },
];

const onProperty: ElementDeclaration[] = [
  {
    ...common,
    id: 'ZZ-4',
    title: 'Serial numbers',
    describes: 'property',
    format: { kind: 'text', length: 6 },
    obligation: { kind: 'conditional', when: { element: '14', is: ['7'] }, duty: 'optional', otherwise: 'prohibited' },
    carriers: { segment: { level: 'D', times: 3 }, supplement: true },
  },
];

/** A published layout: positions given, a group, a gap, and the key behind the first element. */
const onPair: ElementDeclaration[] = [
  {
    ...common,
    id: 'ZZ-5',
    title: 'Day they met',
    describes: 'pair',
    format: { kind: 'date' },
    obligation: { kind: 'conditional', when: 'segment sent', duty: 'mandatory', missing: 'warning' },
    carriers: { segment: { level: '9', at: 38 } },
  },
  {
    ...common,
    id: 'ZZ-6',
    title: 'Threat',
    describes: 'pair',
    format: letters,
    carriers: { segment: { level: '9', at: 61, times: 4, every: 4 } },
  },
  {
    ...common,
    id: 'ZZ-7',
    title: 'Number of threats',
    describes: 'pair',
    format: { kind: 'whole', digits: 3, minimum: 5, maximum: 120, impliedDecimals: 1 },
    obligation: {
      kind: 'conditional',
      when: { element: 'ZZ-6', is: ['A'] },
      duty: 'mandatory',
      otherwise: 'prohibited',
    },
    carriers: { segment: { level: '9', at: 62, times: 4, every: 4 } },
  },
];

const onPersons: ElementDeclaration[] = [
  {
    ...common,
    id: 'ZZ-8',
    title: 'Status',
    describes: 'arrestee',
    prohibited: ['victim', 'witness', 'offender'],
    format: letters,
    sensitivity: 'restricted',
    publicRelease: { kind: 'counts', smallestCell: 10 },
    carriers: { segment: { level: 'A' } },
  },
  {
    ...common,
    id: 'ZZ-9',
    title: 'Remark',
    describes: 'arrestee',
    format: letters,
    obligation: { kind: 'conditional', when: { element: 'ZZ-8' }, duty: 'prohibited', otherwise: 'optional' },
    carriers: { segment: { level: 'A' } },
  },
  {
    ...common,
    id: 'ZZ-10',
    title: 'Height of the offender',
    describes: 'offender',
    format: { kind: 'decimal', minimum: 0.5, maximum: 2.5, decimals: 2 },
    sensitivity: 'personal',
    carriers: { segment: { level: 'E' }, supplement: true },
  },
  {
    ...common,
    id: 'ZZ-11',
    title: 'Need of the victim',
    describes: 'victim',
    format: letters,
    obligation: { kind: 'conditional', when: { element: 'ZZ-12' }, duty: 'mandatory' },
    carriers: { segment: { level: 'F' }, supplement: true },
  },
  {
    ...common,
    id: 'ZZ-12',
    title: 'Help was called',
    describes: 'incident',
    format: { kind: 'whole', digits: 4 },
    carriers: { segment: { level: 'B' }, supplement: true },
  },
  {
    ...common,
    id: 'ZZ-17',
    title: 'Heard by a judge',
    describes: 'arrestee',
    format: letters,
    carriers: { supplement: true },
  },
];

/** In fields of the FBI's: alone, repeated, and in a group. */
const mapped: ElementDeclaration[] = [
  {
    ...common,
    id: 'ZZ-13',
    title: 'Race of the arrestee',
    describes: 'arrestee',
    format: { kind: 'codes', codes: { C: 'Chinese', J: 'Japanese' } },
    mapping: { element: '49', codes: { C: 'A', J: 'A' } },
  },
  {
    ...common,
    id: 'ZZ-14',
    title: 'Bias of the offense',
    describes: 'offense',
    format: { kind: 'codes', codes: { '70': 'against a profession', '71': 'against the homeless' } },
    mapping: { element: '8A', codes: { '70': '88', '71': '99' } },
  },
  {
    ...common,
    id: 'ZZ-15',
    title: 'Relationship of the victim',
    describes: 'victim',
    format: { kind: 'codes', codes: { LL: 'landlord or tenant' } },
    mapping: { element: '35', codes: { LL: 'OK' } },
  },
  {
    ...common,
    id: 'ZZ-16',
    title: 'Exceptional clearance',
    describes: 'incident',
    format: { kind: 'codes', codes: { Z: 'none, and under review' } },
    mapping: { element: '4', codes: { Z: 'N' } },
  },
];

/** A state that does not exist and uses everything that a declaration can say. */
export const everyFeature: StateProfile = declareProfile({
  state: 'ZZ',
  title: 'Every feature',
  version: '2',
  history: [
    { version: '2', date: '2026-03-01', changes: ['ZZ-3 is given up.', 'ZZ-2 is mandatory from January 2027 on.'] },
    { version: '1', date: '2025-11-30', changes: ['First version.'] },
  ],
  effective: '2026-01',
  elements: [...onOffense, ...onProperty, ...onPair, ...onPersons, ...mapped],
  segments: [
    { level: 'A', title: 'Test arrestee', describes: 'arrestee' },
    { level: 'B', title: 'Test incident', describes: 'incident' },
    { level: 'C', title: 'Test offense', describes: 'offense' },
    { level: 'D', title: 'Test property', describes: 'property' },
    { level: 'E', title: 'Test offender', describes: 'offender' },
    { level: 'F', title: 'Test victim', describes: 'victim' },
    { level: '9', title: 'Test pair', describes: 'pair', length: 80, subjectAt: 50 },
  ],
});
