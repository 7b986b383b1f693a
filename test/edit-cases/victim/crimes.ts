import type { OffenseSegment, PropertySegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type IncidentOverrides, incident } from '../../reports.ts';

const withInjury = '09A 09B 09C 100 11A 11B 11C 11D 120 13A 13B 210 64A 64B'.split(' ');
/** What is reported of a kidnapping in which nothing was lost. */
export const kidnapping: IncidentOverrides = {
  properties: [{ typePropertyLoss: '1', properties: [] }],
};

const withoutActivity = ['09C', '36A', '36B'];

const stolenMoney: Partial<PropertySegment> = {};
const stolenCar: Partial<PropertySegment> = {
  properties: [{ description: '03', value: '000009000', dateRecovered: undefined }],
  numberOfStolenMotorVehicles: '01',
};

/** An incident of these offenses, everything about them in order, of which nobody was arrested. */
export function crime(codes: readonly string[], overrides: IncidentOverrides = {}) {
  return incident({
    administrative: { cargoTheft: codes.includes('120') ? 'N' : undefined },
    offenses: codes.map((code) => offenseOf(code)),
    properties: codes.includes('240') ? [stolenCar] : codes.includes('120') ? [stolenMoney] : [],
    victims: [victimOf(codes)],
    arrestees: [],
    ...overrides,
  });
}

/** An offense with what has to be told of it. */
export function offenseOf(offenseCode: string, overrides: Partial<OffenseSegment> = {}): Partial<OffenseSegment> {
  return {
    offenseCode,
    weapons: weaponsOf(offenseCode).map((weapon) => ({ weapon, automatic: undefined })),
    criminalActivityGang: withoutActivity.includes(offenseCode) ? [] : ['N'],
    ...overrides,
  };
}

/** A victim of these offenses, 34 years old and a stranger to the offender where nothing speaks against it. */
export function victimOf(codes: readonly string[], overrides: Partial<VictimSegment> = {}): Partial<VictimSegment> {
  return {
    connectedOffenseCodes: [...codes],
    typeInjury: codes.some((code) => withInjury.includes(code)) ? ['M'] : [],
    assaultHomicideCircumstances: circumstancesOf(codes),
    ageOfVictim: codes.includes('36B') ? '15' : '34',
    relationships: related(codes.includes('36A') ? 'OF' : 'ST'),
    ...overrides,
  };
}

/** How a victim stands to offender 01, 02 and so on. */
export function related(...codes: (string | undefined)[]): VictimSegment['relationships'] {
  return codes.map((relationship, index) => ({ offenderNumber: `0${index + 1}`, relationship }));
}

function weaponsOf(offenseCode: string): string[] {
  if (offenseCode === '13B') return ['40'];
  return withInjury.includes(offenseCode) ? ['12'] : [];
}

function circumstancesOf(codes: readonly string[]): string[] {
  if (codes.includes('09A') || codes.includes('13A')) return ['01'];
  return codes.includes('09B') ? ['30'] : [];
}
