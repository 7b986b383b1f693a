import { hasPersonAsVictim, isAgainst, offensesAgainstGovernment } from '../../shared/nibrs/codes/index.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import type { PropertySegment, VictimSegment } from '../../shared/nibrs/model/index.ts';
import { type IncidentOverrides, incident } from '../reports.ts';

/** What an offense needs to be valid. */
interface OffenseSetup {
  weapon?: string;
  activity?: string;
  methodOfEntry?: string;
  loss?: keyof typeof losses;
  cargo?: true;
  circumstance?: string;
  /** The victim's injury. */
  injury?: string;
}

const goods = (description: string, value?: string) => ({ description, value, dateRecovered: undefined });

const losses = {
  nothing: { typePropertyLoss: '1', properties: [] },
  fire: { typePropertyLoss: '2', properties: [goods('16', '000000100')] },
  forgery: { typePropertyLoss: '3', properties: [goods('21', '000000100')] },
  damage: { typePropertyLoss: '4', properties: [goods('16', '000000100')] },
  stakes: { typePropertyLoss: '6', properties: [goods('20', '000000250')] },
  drugs: {
    typePropertyLoss: '6',
    properties: [goods('10')],
    drugs: [{ type: 'E', quantity: '000000002000', measurement: 'GM' }],
  },
  pipe: { typePropertyLoss: '6', properties: [goods('11', '000000010')] },
  money: { typePropertyLoss: '7', properties: [goods('20', '000000250')] },
  parts: { typePropertyLoss: '7', properties: [goods('38', '000000250')] },
  car: { typePropertyLoss: '7', properties: [goods('03', '000009000')], numberOfStolenMotorVehicles: '01' },
} satisfies Record<string, Partial<PropertySegment>>;

const setups: Readonly<Record<string, OffenseSetup>> = {
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
  '120': { weapon: '12', loss: 'money', cargo: true, injury: 'N' },
  '13A': { weapon: '12', circumstance: '01', injury: 'L' },
  '13B': { weapon: '40', injury: 'N' },
  '13C': {},
  '200': { loss: 'fire' },
  '210': { weapon: '40', loss: 'money', cargo: true, injury: 'N' },
  '220': { methodOfEntry: 'N', loss: 'nothing', cargo: true },
  '23A': { loss: 'money' },
  '23B': { loss: 'money' },
  '23C': { loss: 'money' },
  '23D': { loss: 'money', cargo: true },
  '23E': { loss: 'money' },
  '23F': { loss: 'money', cargo: true },
  '23G': { loss: 'parts' },
  '23H': { loss: 'money', cargo: true },
  '240': { loss: 'car', cargo: true },
  '250': { activity: 'P', loss: 'forgery' },
  '26A': { loss: 'money', cargo: true },
  '26B': { loss: 'money', cargo: true },
  '26C': { loss: 'money', cargo: true },
  '26D': { loss: 'money' },
  '26E': { loss: 'money', cargo: true },
  '26F': { loss: 'money', cargo: true },
  '26G': { loss: 'money', cargo: true },
  '26H': { loss: 'money' },
  '270': { loss: 'money', cargo: true },
  '280': { activity: 'P', loss: 'nothing' },
  '290': { loss: 'damage' },
  '30A': {},
  '30B': {},
  '30C': { activity: 'T' },
  '30D': {},
  '35A': { activity: 'P', loss: 'drugs' },
  '35B': { activity: 'P', loss: 'pipe' },
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
  '510': { loss: 'nothing', cargo: true },
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

/** The elements of a victim that only people have, blank. */
export const noPerson: Partial<VictimSegment> = {
  ageOfVictim: undefined,
  sexOfVictim: undefined,
  raceOfVictim: undefined,
  ethnicityOfVictim: undefined,
  residentStatusOfVictim: undefined,
  typeInjury: [],
  relationships: [],
};

/** What makes a victim an officer attacked on duty. */
export const officer: Partial<VictimSegment> = {
  typeOfVictim: 'L',
  officerActivityCircumstance: '01',
  officerAssignmentType: 'F',
};

/**
 * A valid incident of certain offenses with one victim, who is connected to all of them, besides those of the overrides.
 * Throws for an offense it does not know.
 */
export function crimes(
  codes: readonly string[],
  victim: Partial<VictimSegment> = {},
  overrides: IncidentOverrides = {},
): SourceReport {
  const all = codes.map(setupOf);
  return incident({
    administrative: { cargoTheft: all.some(({ cargo }) => cargo) ? 'N' : undefined, ...overrides.administrative },
    offenses: codes.map((offenseCode, index) => ({
      offenseCode,
      ...offenseOf(all[index]),
      ...overrides.offenses?.[index],
    })),
    properties: overrides.properties ?? [...new Set(all.flatMap(({ loss }) => loss ?? []))].map((loss) => losses[loss]),
    victims: [{ ...victimOf(codes, all), ...victim }, ...(overrides.victims ?? [])],
    ...(overrides.offenders && { offenders: overrides.offenders }),
    arrestees: [],
  });
}

function setupOf(code: string): OffenseSetup {
  const setup = setups[code];
  if (setup === undefined) throw new RangeError(`There is no valid incident of ${code} yet.`);
  return setup;
}

function offenseOf({ weapon, activity, methodOfEntry }: OffenseSetup = {}) {
  return {
    methodOfEntry,
    criminalActivityGang: activity === undefined ? [] : [activity],
    weapons: weapon === undefined ? [] : [{ weapon, automatic: undefined }],
  };
}

/** A person where any of the offenses can have one; else society or the government. */
function victimOf(codes: readonly string[], all: readonly OffenseSetup[]): Partial<VictimSegment> {
  const connected = { connectedOffenseCodes: [...codes] };
  if (codes.every((code) => isAgainst('society', code))) {
    const government = codes.every((code) => offensesAgainstGovernment.has(code));
    return { ...connected, ...noPerson, typeOfVictim: government ? 'G' : 'S' };
  }
  const relationship = codes.includes('36A') ? 'SB' : 'ST';
  return {
    ...connected,
    ageOfVictim: codes.includes('36B') ? '16' : '34',
    assaultHomicideCircumstances: all.flatMap(({ circumstance }) => circumstance ?? []),
    justifiableHomicideCircumstance: codes.includes('09C') ? 'C' : undefined,
    typeInjury: all.flatMap(({ injury }) => injury ?? []).slice(0, 1),
    relationships: codes.some((code) => code === '120' || hasPersonAsVictim(code))
      ? [{ offenderNumber: '01', relationship }]
      : [],
  };
}
