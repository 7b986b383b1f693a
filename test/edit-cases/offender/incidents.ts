import type { OffenderSegment, OffenseSegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import type { IncidentOverrides } from '../../reports.ts';

/** Offender 00, of whom nothing is known. */
export const unknownOffender: Partial<OffenderSegment> = {
  offenderSequenceNumber: '00',
  ageOfOffender: undefined,
  sexOfOffender: undefined,
  raceOfOffender: undefined,
  ethnicityOfOffender: undefined,
};

/** The incident of one offense, with nobody arrested. */
function crime(offense: Partial<OffenseSegment>, victim: Partial<VictimSegment>): IncidentOverrides {
  const { offenseCode = '' } = offense;
  return {
    administrative: { cargoTheft: undefined },
    offenses: [{ locationType: '20', criminalActivityGang: [], weapons: [], ...offense }],
    properties: [],
    victims: [{ connectedOffenseCodes: [offenseCode], ...victim }],
    arrestees: [],
  };
}

const withHands = { weapons: [{ weapon: '40', automatic: undefined }] };
const withHandgun = { weapons: [{ weapon: '12', automatic: undefined }] };
const shot = { typeInjury: ['G'] };

/** Incidents without a finding, by offense code. */
export const crimes = {
  '09A': crime({ offenseCode: '09A', ...withHandgun }, { ...shot, assaultHomicideCircumstances: ['01'] }),
  '09B': crime({ offenseCode: '09B', ...withHandgun }, { ...shot, assaultHomicideCircumstances: ['33'] }),
  '09C': crime(
    { offenseCode: '09C', ...withHandgun },
    { ...shot, assaultHomicideCircumstances: ['20'], justifiableHomicideCircumstance: 'E' },
  ),
  '11A': crime({ offenseCode: '11A', ...withHands }, {}),
  '11D': crime({ offenseCode: '11D', ...withHands }, {}),
  '120': { arrestees: [] },
  '13C': crime({ offenseCode: '13C' }, { typeInjury: [] }),
  /** Shoplifting. */
  '23C': {
    ...crime({ offenseCode: '23C', locationType: '07' }, { typeInjury: [], relationships: [] }),
    properties: [{}],
  },
  /** Failure to register as a sex offender. */
  '360': crime(
    { offenseCode: '360' },
    {
      typeOfVictim: 'S',
      ageOfVictim: undefined,
      sexOfVictim: undefined,
      raceOfVictim: undefined,
      ethnicityOfVictim: undefined,
      residentStatusOfVictim: undefined,
      typeInjury: [],
      relationships: [],
    },
  ),
} as const satisfies Record<string, IncidentOverrides>;

/** Offenders of an incident, and a victim who stands in the same relationship to each of them. */
export function offendersWith(
  offenders: readonly Partial<OffenderSegment>[],
  relationship = 'ST',
): Pick<IncidentOverrides, 'offenders' | 'victims'> {
  const numbered = offenders.map((offender, index) => ({ offenderSequenceNumber: `0${index + 1}`, ...offender }));
  const relationships = numbered.map(({ offenderSequenceNumber: offenderNumber }) => ({
    offenderNumber,
    relationship: offenderNumber === '00' ? undefined : relationship,
  }));
  return { offenders: numbered, victims: [{ relationships }] };
}
