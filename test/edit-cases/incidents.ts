import {
  asksForRelationship,
  groupAOffenses,
  isAgainst,
  offensesAgainstGovernment,
} from '../../shared/nibrs/codes/index.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import type {
  OffenderSegment,
  OffenseSegment,
  PropertySegment,
  VictimSegment,
} from '../../shared/nibrs/model/index.ts';
import { type IncidentOverrides, incident } from '../reports.ts';
import { car, lossOf, money, noPerson, officer, seizedDrugs, stolen, thing, weapons } from './segments.ts';

/** An offense, or its code where nothing else of it matters. */
export type Crime = string | Partial<OffenseSegment>;

type Offender = Partial<OffenderSegment>;
type Property = Partial<PropertySegment>;
type Victim = Partial<VictimSegment>;

/**
 * The incident of some offenses, valid in every respect, of which nobody was arrested.
 *
 *     crimes(['13B'])                                             a simple assault
 *     crimes(['220', '35A'])                                      a burglary and drugs, with a victim each
 *     crimes([{ offenseCode: '40A', attemptedCompleted: 'A' }])   prostitution, attempted
 *     crimes(['13B'], { victims: [{ typeInjury: ['M'] }, {}] })   an assault on two victims, one of them injured
 *     crimes(['13B'], { offenders: [{}, {}] })                    an assault by two
 *     crimes(['220'], { properties: [lossOf('7', money)] })       a burglary of money
 *
 * What is not said of a segment follows from the offenses. Victims and offenders are numbered as they come. A victim is
 * connected to all offenses, unless it says to which; it has what these ask for, and stands to every offender in a
 * relationship that nobody knows. An offense whose code is no offense has nothing but its code.
 */
export function crimes(offenses: readonly Crime[], others: Omit<IncidentOverrides, 'offenses'> = {}): SourceReport {
  const committed = offenses.map((crime) => (typeof crime === 'string' ? { offenseCode: crime } : crime));
  const codes = [...new Set(committed.map(({ offenseCode = '' }) => offenseCode))].filter(isOffense);
  const offenders = (others.offenders ?? [{}]).map((own, index) => ({
    offenderSequenceNumber: `0${index + 1}`,
    ...own,
  }));
  const victims: Victim[] =
    others.victims ??
    [...Map.groupBy(codes, kindOfVictim).values()].map((connectedOffenseCodes) => ({ connectedOffenseCodes }));
  return incident({
    properties: lossesBy(codes),
    arrestees: [],
    ...others,
    offenses: committed.map((crime) => ({ ...offenseOf(crime.offenseCode), ...crime })),
    victims: victims.map((own, index) => ({
      victimSequenceNumber: `00${index + 1}`,
      ...victimOf(own, codes, offenders),
      ...own,
    })),
    offenders,
  });
}

/** Such an incident against these victims. */
export function crimesAgainst(offenses: readonly Crime[], ...victims: Victim[]): SourceReport {
  return crimes(offenses, { victims });
}

/** An assault on an officer of this agency, which is not the reporting one. */
export const officerOf = (officerOriOtherJurisdiction: string) =>
  crimesAgainst(['13A'], { ...officer, officerOriOtherJurisdiction });

/** Such an incident with these property segments. */
export function crimesWith(offenses: readonly Crime[], ...properties: Property[]): SourceReport {
  return crimes(offenses, { properties });
}

/** A robbery with these property segments. */
export const robbery = (...properties: Property[]) => crimesWith(['120'], ...properties);

/** A motor vehicle theft with these property segments. */
export const vehicleTheft = (...properties: Property[]) => crimesWith(['240'], ...properties);

/** Property of these descriptions, stolen by these offenses. */
export function taken(offenses: readonly Crime[], ...descriptions: string[]): SourceReport {
  const number = offenses.includes('240') ? '00' : undefined;
  return crimesWith(
    offenses,
    stolen(
      descriptions.map((description) => thing(description)),
      number,
    ),
  );
}

/** What an offense needs to be valid. */
interface OffenseFacts {
  weapon?: string;
  activity?: string;
  methodOfEntry?: string;
  loss?: keyof typeof losses;
  circumstance?: string;
  /** The victim's injury. */
  injury?: string;
}

const losses = {
  nothing: lossOf('1'),
  fire: lossOf('2', thing('16')),
  forgery: lossOf('3', thing('21')),
  damage: lossOf('4', thing('16')),
  stakes: lossOf('6', money),
  drugs: {
    ...lossOf('6', seizedDrugs),
    drugs: [{ type: 'E', quantity: '000000002000', measurement: 'GM' }],
  },
  pipe: lossOf('6', thing('11')),
  money: lossOf('7', money),
  parts: lossOf('7', thing('38')),
  car: stolen([car], '01'),
} satisfies Record<string, Property>;

const facts: Readonly<Record<string, OffenseFacts>> = {
  '09A': { weapon: '12', circumstance: '01', injury: 'L' },
  '09B': { weapon: '12', circumstance: '33', injury: 'L' },
  '09C': { weapon: '12', circumstance: '20', injury: 'L' },
  '100': { weapon: '40', loss: 'nothing', injury: 'N' },
  '101': {},
  '103': {},
  '11A': { weapon: '40', injury: 'N' },
  '11B': { weapon: '40', injury: 'N' },
  '11C': { weapon: '40', injury: 'N' },
  '11D': { weapon: '40', injury: 'N' },
  '120': { weapon: '12', loss: 'money', injury: 'N' },
  '13A': { weapon: '12', circumstance: '01', injury: 'L' },
  '13B': { weapon: '40', injury: 'N' },
  '13C': {},
  '200': { loss: 'fire' },
  '210': { weapon: '40', loss: 'money', injury: 'N' },
  '220': { methodOfEntry: 'F', loss: 'nothing' },
  '23A': { loss: 'money' },
  '23B': { loss: 'money' },
  '23C': { loss: 'money' },
  '23D': { loss: 'money' },
  '23E': { loss: 'money' },
  '23F': { loss: 'money' },
  '23G': { loss: 'parts' },
  '23H': { loss: 'money' },
  '240': { loss: 'car' },
  '250': { activity: 'P', loss: 'forgery' },
  '26A': { loss: 'money' },
  '26B': { loss: 'money' },
  '26C': { loss: 'money' },
  '26D': { loss: 'money' },
  '26E': { loss: 'money' },
  '26F': { loss: 'money' },
  '26G': { loss: 'money' },
  '26H': { loss: 'money' },
  '270': { loss: 'money' },
  '280': { activity: 'P', loss: 'nothing' },
  '290': { loss: 'damage' },
  '30A': {},
  '30B': {},
  '30C': { activity: 'T' },
  '30D': {},
  '35A': { activity: 'U', loss: 'drugs' },
  '35B': { activity: 'U', loss: 'pipe' },
  '360': {},
  '36A': {},
  '36B': {},
  '370': { activity: 'P' },
  '39A': { loss: 'stakes' },
  '39B': { loss: 'stakes' },
  '39C': { activity: 'P', loss: 'stakes' },
  '39D': { loss: 'stakes' },
  '40A': {},
  '40B': {},
  '40C': {},
  '49A': { activity: 'P' },
  '49B': {},
  '49C': {},
  '510': { loss: 'nothing' },
  '520': { weapon: '12', activity: 'P' },
  '521': { weapon: '13', activity: 'P', loss: 'nothing' },
  '522': { weapon: '60', activity: 'P', loss: 'nothing' },
  '526': { weapon: '60', activity: 'P', loss: 'nothing' },
  '58A': { activity: 'B', loss: 'nothing' },
  '58B': { activity: 'B', loss: 'stakes' },
  '61A': { activity: 'D', loss: 'nothing' },
  '61B': { activity: 'D', loss: 'nothing' },
  '620': { activity: 'T', loss: 'nothing' },
  '64A': { weapon: '40', injury: 'N' },
  '64B': { weapon: '40', injury: 'N' },
  '720': { activity: 'A' },
};

function factsOf(code = ''): OffenseFacts {
  return facts[code] ?? {};
}

function isOffense(code: string): boolean {
  return groupAOffenses.has(code);
}

function offenseOf(code: string | undefined): Partial<OffenseSegment> {
  const { weapon, activity, methodOfEntry } = factsOf(code);
  return {
    methodOfEntry,
    criminalActivityGang: activity === undefined ? [] : [activity],
    weapons: weapon === undefined ? [] : weapons(weapon),
  };
}

/** A property segment for each type of loss. */
function lossesBy(codes: readonly string[]): Property[] {
  const all: Property[] = [...new Set(codes.flatMap((code) => factsOf(code).loss ?? []))].map((loss) => losses[loss]);
  return [...Map.groupBy(all, ({ typePropertyLoss }) => typePropertyLoss)].map(([typePropertyLoss, same]) => ({
    typePropertyLoss,
    properties: same.flatMap(({ properties = [] }) => properties),
    drugs: same.flatMap(({ drugs = [] }) => drugs),
    numberOfStolenMotorVehicles: same.find((loss) => loss.numberOfStolenMotorVehicles)?.numberOfStolenMotorVehicles,
  }));
}

/** What a victim needs on account of the offenses it is connected to. */
function victimOf(own: Victim, all: readonly string[], offenders: readonly Offender[]): Victim {
  const told = own.connectedOffenseCodes?.filter(isOffense) ?? [];
  const codes = told.length > 0 ? told : [...all];
  const connected = { connectedOffenseCodes: codes };
  const [kind = 'S', ...otherKinds] = new Set(codes.map(kindOfVictim));
  if (kind !== 'I' && !otherKinds.includes('I')) return { ...connected, ...noPerson, typeOfVictim: kind };
  return {
    ...connected,
    typeOfVictim: 'I',
    ageOfVictim: codes.includes('36B') ? '16' : '34',
    assaultHomicideCircumstances: codes.flatMap((code) => circumstanceOf(code, own) ?? []).slice(0, 1),
    justifiableHomicideCircumstance: codes.includes('09C') ? 'C' : undefined,
    typeInjury: codes.flatMap((code) => factsOf(code).injury ?? []).slice(0, 1),
    relationships: codes.some(asksForRelationship)
      ? relationshipsTo(offenders, codes.includes('36A') ? 'SB' : 'RU')
      : [],
  };
}

function kindOfVictim(code: string): 'I' | 'S' | 'G' {
  if (!isAgainst('society', code)) return 'I';
  return offensesAgainstGovernment.has(code) ? 'G' : 'S';
}

/** What happened to an officer who was killed or gravely assaulted is told by circumstance 02. */
function circumstanceOf(code: string, { typeOfVictim }: Victim): string | undefined {
  return typeOfVictim === 'L' && ['09A', '13A'].includes(code) ? '02' : factsOf(code).circumstance;
}

function relationshipsTo(offenders: readonly Offender[], code: string): VictimSegment['relationships'] {
  const numbers = new Set(offenders.map(({ offenderSequenceNumber }) => offenderSequenceNumber));
  return [...numbers].map((offenderNumber) => ({
    offenderNumber,
    // Nobody stands in a relationship to an offender of whom nothing is known.
    relationship: offenderNumber === '00' ? undefined : code,
  }));
}
