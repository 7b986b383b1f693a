import { readReport } from '../nibrs/flatfile/read-report.ts';
import { writeSegment } from '../nibrs/flatfile/write-segment.ts';
import type {
  AdministrativeSegment,
  ArresteeSegment,
  GroupBArrestSegment,
  OffenderSegment,
  OffenseSegment,
  Period,
  PropertySegment,
  Segment,
  SubmittedReport,
  VictimSegment,
} from '../nibrs/model/index.ts';

/**
 * The reports of the FBI's on which the samples of a specification hang: a robbery, a rape with a search for drugs, and a
 * Group B arrest. Each person and thing that a state's element can describe is in one of them. Nothing in them is real.
 */
export function federalReports(state: string, period: Period): SubmittedReport[] {
  const header = headerOf(state, period);
  return [robbery(header), rape(header), drivingUnderTheInfluence(header)].map(
    (segments) => readReport(segments.map(writeSegment)).report,
  );
}

type Header = ReturnType<typeof headerOf>;

function headerOf(state: string, period: Period) {
  const [submissionYear, submissionMonth] = period.split('-');
  return { submissionYear, submissionMonth, cityIndicator: undefined, ori: `${state}0010000`, action: 'I' };
}

/** A day of the month of submission, as the FBI writes it. */
function day({ submissionYear, submissionMonth }: Header, date: string): string {
  return `${submissionYear}${submissionMonth}${date}`;
}

function robbery(header: Header): Segment[] {
  return [
    administrative(header, { cargoTheft: 'N' }),
    offense(header, { offenseCode: '120', locationType: '07', weapons: [{ weapon: '12', automatic: undefined }] }),
    property(header, {
      typePropertyLoss: '7',
      properties: [{ description: '20', value: '000000250', dateRecovered: undefined }],
    }),
    victim(header, { connectedOffenseCodes: ['120'], relationships: [{ offenderNumber: '01', relationship: 'ST' }] }),
    offender(header),
    arrestee(header, { arrestOffenseCode: '120', armedWith: [{ weapon: '12', automatic: undefined }] }),
  ];
}

function rape(header: Header): Segment[] {
  return [
    administrative(header, {}),
    offense(header, { offenseCode: '11A', weapons: [{ weapon: '40', automatic: undefined }] }),
    offense(header, { offenseCode: '35A', criminalActivityGang: ['P'], weapons: [] }),
    property(header, {
      typePropertyLoss: '6',
      properties: [{ description: '10', value: undefined, dateRecovered: undefined }],
      drugs: [
        { type: 'E', quantity: '000000028000', measurement: 'GM' },
        { type: 'L', quantity: '000000002500', measurement: 'GM' },
        { type: 'X', quantity: undefined, measurement: undefined },
      ],
    }),
    victim(header, { connectedOffenseCodes: ['11A'], relationships: [{ offenderNumber: '01', relationship: 'AQ' }] }),
    victim(header, {
      connectedOffenseCodes: ['35A'],
      victimSequenceNumber: '002',
      typeOfVictim: 'S',
      ageOfVictim: undefined,
      sexOfVictim: undefined,
      raceOfVictim: undefined,
      ethnicityOfVictim: undefined,
      residentStatusOfVictim: undefined,
      typeInjury: [],
    }),
    offender(header),
    arrestee(header, { arrestOffenseCode: '11A', armedWith: [{ weapon: '01', automatic: undefined }] }),
  ];
}

function drivingUnderTheInfluence(header: Header): Segment[] {
  const arrest: GroupBArrestSegment = {
    ...header,
    ...arrestOf(header),
    level: '7',
    segmentLength: '0066',
    action: 'A',
    arrestTransactionNumber: number,
    arrestOffenseCode: '90D',
    armedWith: [{ weapon: '01', automatic: undefined }],
    federalJudicialDistrict: undefined,
  };
  return [arrest];
}

/** Each sample is given a number of its own. */
const number = 'SAMPLE';

function administrative(header: Header, differing: Partial<AdministrativeSegment>): AdministrativeSegment {
  return {
    ...header,
    level: '1',
    segmentLength: '0088',
    incidentNumber: number,
    incidentDate: day(header, '03'),
    reportDateIndicator: undefined,
    incidentHour: '21',
    clearedExceptionally: 'N',
    exceptionalClearanceDate: undefined,
    cargoTheft: undefined,
    federalJudicialDistrict: undefined,
    ...differing,
  };
}

function offense(header: Header, differing: Partial<OffenseSegment>): OffenseSegment {
  return {
    ...header,
    level: '2',
    segmentLength: '0071',
    incidentNumber: number,
    offenseCode: undefined,
    attemptedCompleted: 'C',
    offenderSuspectedOfUsing: ['N'],
    locationType: '20',
    numberOfPremisesEntered: undefined,
    methodOfEntry: undefined,
    criminalActivityGang: ['N'],
    weapons: [],
    biasMotivation: ['88'],
    ...differing,
  };
}

function property(header: Header, differing: Partial<PropertySegment>): PropertySegment {
  return {
    ...header,
    level: '3',
    segmentLength: '0307',
    incidentNumber: number,
    typePropertyLoss: undefined,
    properties: [],
    numberOfStolenMotorVehicles: undefined,
    numberOfRecoveredMotorVehicles: undefined,
    drugs: [],
    ...differing,
  };
}

function victim(header: Header, differing: Partial<VictimSegment>): VictimSegment {
  return {
    ...header,
    level: '4',
    segmentLength: '0141',
    incidentNumber: number,
    victimSequenceNumber: '001',
    connectedOffenseCodes: [],
    typeOfVictim: 'I',
    officerActivityCircumstance: undefined,
    officerAssignmentType: undefined,
    officerOriOtherJurisdiction: undefined,
    ageOfVictim: '34',
    sexOfVictim: 'F',
    raceOfVictim: 'W',
    ethnicityOfVictim: 'N',
    residentStatusOfVictim: 'R',
    assaultHomicideCircumstances: [],
    justifiableHomicideCircumstance: undefined,
    typeInjury: ['N'],
    relationships: [],
    ...differing,
  };
}

function offender(header: Header): OffenderSegment {
  return {
    ...header,
    level: '5',
    segmentLength: '0046',
    incidentNumber: number,
    offenderSequenceNumber: '01',
    ageOfOffender: '2530',
    sexOfOffender: 'M',
    raceOfOffender: 'W',
    ethnicityOfOffender: 'U',
  };
}

function arrestOf(header: Header) {
  return {
    arresteeSequenceNumber: '01',
    arrestDate: day(header, '04'),
    typeOfArrest: 'T',
    ageOfArrestee: '27',
    sexOfArrestee: 'M',
    raceOfArrestee: 'W',
    ethnicityOfArrestee: 'N',
    residentStatusOfArrestee: 'R',
    dispositionUnder18: undefined,
  };
}

function arrestee(header: Header, differing: Partial<ArresteeSegment>): ArresteeSegment {
  return {
    ...header,
    ...arrestOf(header),
    level: '6',
    segmentLength: '0110',
    incidentNumber: number,
    arrestTransactionNumber: 'SAMPLE-ARR',
    multipleArresteeIndicator: 'N',
    arrestOffenseCode: undefined,
    armedWith: [],
    ...differing,
  };
}
