import { groupAOffenses, isAgainst, offensesAgainstGovernment } from '../../../shared/nibrs/codes/index.ts';
import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { OffenseSegment, PropertySegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';

/** What an offense cannot go without. */
const needs: Readonly<Record<string, Partial<OffenseSegment>>> = {
  '100': { weapons: [{ weapon: '40', automatic: undefined }] },
  '13B': { weapons: [{ weapon: '40', automatic: undefined }] },
  '220': { methodOfEntry: 'F' },
  '250': { criminalActivityGang: ['P'] },
  '280': { criminalActivityGang: ['P'] },
  '35A': { criminalActivityGang: ['U'] },
  '35B': { criminalActivityGang: ['U'] },
  '39C': { criminalActivityGang: ['P'] },
  '58B': { criminalActivityGang: ['P'] },
};

/** An offense, of which anything may differ, or its code alone. */
type Crime = string | Partial<OffenseSegment>;

/**
 * Offenses against a shop, a person, society or the government, everything about them in order, of which nobody was
 * arrested; with these property segments.
 */
export function crimes(offenses: readonly Crime[], ...properties: Partial<PropertySegment>[]): SourceReport {
  const committed = offenses.map((crime) => (typeof crime === 'string' ? { offenseCode: crime } : crime));
  const codes = committed.flatMap(({ offenseCode = '' }) => (groupAOffenses.has(offenseCode) ? [offenseCode] : []));
  const victims = [...Map.groupBy(codes, victimOf)].map(([typeOfVictim, connectedOffenseCodes], index) => ({
    ...(typeOfVictim === 'I' ? {} : nobody),
    victimSequenceNumber: `00${index + 1}`,
    typeOfVictim,
    connectedOffenseCodes,
  }));
  return incident({
    // An agency that does not report thefts of cargo.
    administrative: { segmentLength: '0087', cargoTheft: undefined },
    offenses: committed.map((crime) => ({
      criminalActivityGang: [],
      weapons: [],
      ...needs[crime.offenseCode ?? ''],
      ...crime,
    })),
    properties,
    victims,
    arrestees: [],
  });
}

function victimOf(code: string): string {
  if (isAgainst('person', code)) return 'I';
  if (offensesAgainstGovernment.has(code)) return 'G';
  return isAgainst('society', code) ? 'S' : 'B';
}

const nobody: Partial<VictimSegment> = {
  ageOfVictim: undefined,
  sexOfVictim: undefined,
  raceOfVictim: undefined,
  ethnicityOfVictim: undefined,
  residentStatusOfVictim: undefined,
  typeInjury: [],
  relationships: [],
};
