import { federalOffenseFacts } from './federal-offense-facts.ts';

type Codes = readonly [string, ...string[]];

/**
 * What is needed to report an offense without a finding: a choice out of what the FBI allows (specification 2025.0,
 * edits 077–081, 205, 219–222, 256, 265, 390), kept clear of what only draws a warning.
 */
export interface OffenseFacts {
  against: 'person' | 'property' | 'society';
  locations: Codes;
  /** Element 7 may be A. */
  attemptable?: boolean;
  /** Element 12 must be one of these. */
  activities?: Codes;
  /** Element 12 may tell of a gang. */
  gangs?: boolean;
  /** Element 13 must be one of these. */
  weapons?: Codes;
  /** Element 8, when it is not N. */
  using?: string;
  /** Element 2A is Y or N. */
  cargo?: boolean;
  /** Element 14 when completed, with the descriptions (element 15) that suit it. Attempted is always 1, none. */
  loss?: { type: string; descriptions: Codes };
  /** Element 14 when completed may also be 8, unknown. */
  lossMayBeUnknown?: boolean;
  /** Element 31. */
  circumstances?: Codes;
  /** Element 33 is asked for. */
  injuries?: boolean;
  /** Element 25, where not anybody. */
  victims?: Codes;
  /** Element 26 of a victim, from and to. */
  victimAge?: readonly [number, number];
  /** Element 35 must be a family relationship (warning 1401). */
  kin?: boolean;
  /** Somebody's age, sex and race must be known (edit 559). */
  knownOffender?: boolean;
  /** Nobody is arrested for it (edit 670). */
  noArrest?: boolean;
}

const outdoors = ['13', '18', '50', '10'] as const;
const homes = ['20', '13'] as const;
const shops = ['07', '08', '12', '24'] as const;
const offices = ['02', '05', '20', '58'] as const;

const stolen = (...descriptions: Codes) => ({ type: '7', descriptions }) as const;

/** Offense code → facts, for what any agency may report. */
const localOffenseFacts: Readonly<Record<string, OffenseFacts>> = {
  '09A': {
    against: 'person',
    locations: homes,
    gangs: true,
    weapons: ['12', '13', '20', '30'],
    circumstances: ['01', '03', '09', '10'],
    injuries: true,
  },
  '09B': {
    against: 'person',
    locations: homes,
    gangs: true,
    weapons: ['12', '13', '14'],
    circumstances: ['30', '31', '33', '34'],
    injuries: true,
  },
  '09C': {
    against: 'person',
    locations: homes,
    weapons: ['12', '13'],
    circumstances: ['20', '21'],
    injuries: true,
    knownOffender: true,
    noArrest: true,
  },
  100: {
    against: 'person',
    locations: homes,
    attemptable: true,
    gangs: true,
    weapons: ['12', '40', '99'],
    loss: { type: '1', descriptions: ['77'] },
    injuries: true,
  },
  '11A': { against: 'person', locations: ['20', '14'], weapons: ['40', '99'], injuries: true, attemptable: true },
  '11B': { against: 'person', locations: ['20', '14'], weapons: ['40', '99'], injuries: true, attemptable: true },
  '11C': { against: 'person', locations: ['20', '14'], weapons: ['30', '40'], injuries: true },
  '11D': { against: 'person', locations: ['20', '03'], weapons: ['40', '99'], injuries: true },
  120: {
    against: 'property',
    locations: ['07', '13', '18'],
    attemptable: true,
    gangs: true,
    weapons: ['12', '20', '40'],
    cargo: true,
    loss: stolen('20', '25', '75'),
    injuries: true,
    victims: ['I'],
  },
  '13A': {
    against: 'person',
    locations: homes,
    gangs: true,
    weapons: ['12', '20', '30', '35'],
    using: 'A',
    circumstances: ['01', '06', '09', '10'],
    injuries: true,
  },
  '13B': { against: 'person', locations: homes, gangs: true, weapons: ['40', '90'], using: 'A', injuries: true },
  '13C': { against: 'person', locations: ['20', '53', '58'], gangs: true },
  200: {
    against: 'property',
    locations: ['20', '37'],
    attemptable: true,
    loss: { type: '2', descriptions: ['03', '29', '34'] },
  },
  210: {
    against: 'property',
    locations: offices,
    weapons: ['99', '40'],
    using: 'C',
    cargo: true,
    loss: stolen('20'),
    injuries: true,
    victims: ['I'],
  },
  220: {
    against: 'property',
    locations: ['20', '05', '14', '19'],
    attemptable: true,
    gangs: true,
    cargo: true,
    loss: stolen('07', '13', '16', '17', '20', '36'),
    lossMayBeUnknown: true,
  },
  '23A': { against: 'property', locations: shops, loss: stolen('20', '25', '75'), victims: ['I'] },
  '23B': { against: 'property', locations: shops, loss: stolen('20', '25', '75'), victims: ['I'] },
  '23C': { against: 'property', locations: shops, loss: stolen('02', '06', '08', '19'), victims: ['B'] },
  '23D': { against: 'property', locations: ['05', '52', '53'], cargo: true, loss: stolen('07', '16', '20', '75') },
  '23E': { against: 'property', locations: shops, loss: stolen('19', '20') },
  '23F': {
    against: 'property',
    locations: outdoors,
    attemptable: true,
    cargo: true,
    loss: stolen('07', '25', '36', '75'),
  },
  '23G': { against: 'property', locations: outdoors, loss: stolen('38', '64') },
  '23H': { against: 'property', locations: homes, cargo: true, loss: stolen('04', '36', '64', '68', '73') },
  240: {
    against: 'property',
    locations: ['13', '18', '20'],
    attemptable: true,
    cargo: true,
    loss: stolen('03', '24', '37'),
  },
  250: {
    against: 'property',
    locations: ['02', '07', '12'],
    attemptable: true,
    activities: ['P', 'U'],
    loss: { type: '3', descriptions: ['20', '21'] },
    victims: ['B', 'F', 'I'],
  },
  '26A': {
    against: 'property',
    locations: offices,
    attemptable: true,
    using: 'C',
    cargo: true,
    loss: stolen('20', '21'),
  },
  '26B': {
    against: 'property',
    locations: ['02', '07', '58'],
    cargo: true,
    loss: stolen('19', '20'),
    victims: ['I', 'F'],
  },
  '26C': { against: 'property', locations: offices, cargo: true, loss: stolen('20') },
  '26D': { against: 'property', locations: offices, using: 'C', loss: stolen('20', '21'), victims: ['G'] },
  '26E': { against: 'property', locations: offices, using: 'C', cargo: true, loss: stolen('20', '21') },
  '26F': { against: 'property', locations: offices, using: 'C', cargo: true, loss: stolen('66', '20'), victims: ['I'] },
  '26G': { against: 'property', locations: offices, using: 'C', cargo: true, loss: stolen('07', '48') },
  270: {
    against: 'property',
    locations: ['05', '08', '24'],
    cargo: true,
    loss: stolen('19', '20'),
    victims: ['B', 'G', 'R'],
  },
  280: {
    against: 'property',
    locations: outdoors,
    activities: ['B', 'P'],
    loss: { type: '5', descriptions: ['07', '36', '75'] },
  },
  290: {
    against: 'property',
    locations: [...homes, '53', '04'],
    gangs: true,
    loss: { type: '4', descriptions: ['03', '16', '29', '38'] },
  },
  '35A': {
    against: 'society',
    locations: outdoors,
    attemptable: true,
    activities: ['P', 'U', 'D'],
    using: 'D',
    loss: { type: '6', descriptions: ['10'] },
  },
  '35B': { against: 'society', locations: outdoors, activities: ['P', 'U'], loss: { type: '6', descriptions: ['11'] } },
  '36A': { against: 'person', locations: homes, attemptable: true, kin: true },
  '36B': { against: 'person', locations: homes, attemptable: true, victimAge: [13, 17] },
  370: { against: 'society', locations: ['20', '58'], activities: ['D', 'P'], using: 'C' },
  '39A': { against: 'society', locations: ['03', '47'], loss: { type: '6', descriptions: ['14', '20'] } },
  '39B': { against: 'society', locations: ['03', '58'], using: 'C', loss: { type: '6', descriptions: ['14', '20'] } },
  '39C': {
    against: 'society',
    locations: ['03', '07'],
    activities: ['O', 'P'],
    loss: { type: '6', descriptions: ['14', '20'] },
  },
  '39D': { against: 'society', locations: ['47', '09'], loss: { type: '6', descriptions: ['20', '21'] } },
  '40A': { against: 'society', locations: ['14', '13'] },
  '40B': { against: 'society', locations: ['14', '58'], attemptable: true },
  '40C': { against: 'society', locations: ['14', '13'], attemptable: true },
  510: { against: 'property', locations: ['11', '05'], cargo: true, loss: stolen('20'), lossMayBeUnknown: true },
  520: { against: 'society', locations: outdoors, activities: ['P', 'U'], weapons: ['12', '13', '20'] },
  '64A': { against: 'person', locations: ['14', '51'], weapons: ['40', '99'], injuries: true },
  '64B': { against: 'person', locations: ['05', '12'], weapons: ['40', '99'], injuries: true, gangs: true },
  720: { against: 'society', locations: ['20', '46'], activities: ['A', 'I'] },
};

/** Offense code → facts, for the offenses that the generator reports: all of Group A. */
const offenseFacts: Readonly<Record<string, OffenseFacts>> = { ...localOffenseFacts, ...federalOffenseFacts };

/** The facts of a code. Throws `RangeError` for an offense that the generator does not report. */
export function factsOf(code: string): OffenseFacts {
  const facts = offenseFacts[code];
  if (!facts) throw new RangeError(`The generator does not know offense ${code}`);
  return facts;
}
