import type {
  AdministrativeSegment,
  ArresteeSegment,
  GroupBArrestSegment,
  OffenderSegment,
  OffenseSegment,
  PropertySegment,
  Segment,
  SegmentHeader,
  VictimSegment,
  ZeroReportSegment,
} from '../shared/nibrs/model/index.ts';

/** A record of every legal length, placed column by column, and the segment it holds. */

/** `length` blanks with texts from the given columns on. */
export function columns(length: number, texts: Readonly<Record<number, string>>): string {
  let line = ' '.repeat(length);
  for (const [column, text] of Object.entries(texts)) {
    const start = Number(column) - 1;
    line = line.slice(0, start) + text + line.slice(start + text.length);
  }
  return line;
}

function header(segmentLength: string, action = 'I'): SegmentHeader {
  const submission = { submissionMonth: '09', submissionYear: '2026' };
  return { segmentLength, action, ...submission, cityIndicator: undefined, ori: 'MO0480100' };
}

const incidentNumber = '26-004711';
const head = { 6: 'I092026', 17: 'MO048010026-004711' };

const zero: ZeroReportSegment = {
  ...header('0043', 'A'),
  level: '0',
  incidentNumber: '000000000000',
  zeroReportMonth: '08',
  zeroReportYear: '2025',
};

const administrative: AdministrativeSegment = {
  ...header('0088'),
  level: '1',
  incidentNumber,
  incidentDate: '20260912',
  reportDateIndicator: 'R',
  incidentHour: '21',
  clearedExceptionally: 'A',
  exceptionalClearanceDate: '20260915',
  cargoTheft: 'N',
  federalJudicialDistrict: undefined,
};
const administrativeColumns = { ...head, 38: '20260912R21A20260915' };

const offense: OffenseSegment = {
  ...header('0071'),
  level: '2',
  incidentNumber,
  offenseCode: '13A',
  attemptedCompleted: 'C',
  offenderSuspectedOfUsing: ['A', 'D', 'C'],
  locationType: '20',
  numberOfPremisesEntered: '02',
  methodOfEntry: 'F',
  criminalActivityGang: ['J', 'G', 'N'],
  weapons: [
    { weapon: '12', automatic: 'A' },
    { weapon: '20', automatic: undefined },
    { weapon: '40', automatic: undefined },
  ],
  biasMotivation: ['11', '12', '13', '14', '15'],
};
const offenseColumns = { ...head, 38: '13ACADC2002FJGN12A20 40 11' };

const property: PropertySegment = {
  ...header('0307'),
  level: '3',
  incidentNumber,
  typePropertyLoss: '5',
  properties: [
    { description: '07', value: '000000500', dateRecovered: '20260914' },
    { description: '20', value: undefined, dateRecovered: undefined },
    { description: undefined, value: '000000040', dateRecovered: '20260915' },
  ],
  numberOfStolenMotorVehicles: '02',
  numberOfRecoveredMotorVehicles: '01',
  drugs: [
    { type: 'E', quantity: '000000001500', measurement: 'GM' },
    { type: 'H', quantity: undefined, measurement: undefined },
    { type: undefined, quantity: undefined, measurement: 'XX' },
  ],
};
const propertyColumns = {
  ...head,
  38: '50700000050020260914',
  58: '20',
  79: '00000004020260915',
  229: '0201',
  233: 'E000000001500GM',
  248: 'H',
  276: 'XX',
};

const victim: VictimSegment = {
  ...header('0141'),
  level: '4',
  incidentNumber,
  victimSequenceNumber: '001',
  connectedOffenseCodes: ['13A', '120'],
  typeOfVictim: 'L',
  officerActivityCircumstance: '02',
  officerAssignmentType: 'F',
  officerOriOtherJurisdiction: 'MO0490000',
  ageOfVictim: '3034',
  sexOfVictim: 'F',
  raceOfVictim: 'W',
  ethnicityOfVictim: 'N',
  residentStatusOfVictim: 'R',
  assaultHomicideCircumstances: ['01', '02'],
  justifiableHomicideCircumstance: 'C',
  typeInjury: ['B', 'M'],
  relationships: [
    { offenderNumber: '01', relationship: 'ST' },
    { offenderNumber: '00', relationship: undefined },
  ],
};
const victimColumns = { ...head, 38: '00113A120', 71: 'L3034FWNR0102CBM', 90: '01ST00' };
const noOfficer = {
  officerActivityCircumstance: undefined,
  officerAssignmentType: undefined,
  officerOriOtherJurisdiction: undefined,
};

const offender: OffenderSegment = {
  ...header('0046'),
  level: '5',
  incidentNumber,
  offenderSequenceNumber: '01',
  ageOfOffender: '25',
  sexOfOffender: 'M',
  raceOfOffender: 'B',
  ethnicityOfOffender: 'U',
};
const offenderColumns = { ...head, 38: '0125', 44: 'MB' };

const arrest = {
  arresteeSequenceNumber: '01',
  arrestTransactionNumber: '26-A00815',
  arrestDate: '20260913',
  typeOfArrest: 'O',
  armedWith: [
    { weapon: '13', automatic: 'A' },
    { weapon: '16', automatic: undefined },
  ],
  ageOfArrestee: '16',
  sexOfArrestee: 'M',
  raceOfArrestee: 'B',
  ethnicityOfArrestee: 'N',
  residentStatusOfArrestee: 'N',
  dispositionUnder18: 'H',
};

const arrestee: ArresteeSegment = {
  ...header('0110'),
  ...arrest,
  level: '6',
  incidentNumber,
  multipleArresteeIndicator: 'C',
  arrestOffenseCode: '13A',
};
const arresteeColumns = { ...head, 38: '0126-A00815', 52: '20260913OC13A13A16', 71: '16', 75: 'MBNNH' };

const groupB: GroupBArrestSegment = {
  ...header('0066', 'A'),
  ...arrest,
  level: '7',
  arrestOffenseCode: '90D',
  federalJudicialDistrict: undefined,
};
const groupBColumns = { 1: '00667A092026', 17: 'MO048010026-A00815', 38: '0120260913O90D13A16', 58: '16', 62: 'MBNNH' };

export const legalSegments: readonly (readonly [length: number, text: string, segment: Segment])[] = [
  [43, columns(43, { 1: '00430A092026', 17: 'MO0480100000000000000082025' }), zero],
  [
    87,
    columns(87, { ...administrativeColumns, 1: '00871' }),
    { ...administrative, segmentLength: '0087', cargoTheft: undefined },
  ],
  [88, columns(88, { ...administrativeColumns, 1: '00881', 88: 'N' }), administrative],
  [
    91,
    columns(91, { ...administrativeColumns, 1: '00881', 88: 'N043' }),
    { ...administrative, federalJudicialDistrict: '043' },
  ],
  [63, columns(63, { ...offenseColumns, 1: '00632' }), { ...offense, segmentLength: '0063', biasMotivation: ['11'] }],
  [71, columns(71, { ...offenseColumns, 1: '00712', 64: '12131415' }), offense],
  [307, columns(307, { ...propertyColumns, 1: '03073' }), property],
  [129, columns(129, { ...victimColumns, 1: '01294' }), { ...victim, ...noOfficer, segmentLength: '0129' }],
  [141, columns(141, { ...victimColumns, 1: '01414', 130: '02FMO0490000' }), victim],
  [
    45,
    columns(45, { ...offenderColumns, 1: '00455' }),
    { ...offender, segmentLength: '0045', ethnicityOfOffender: undefined },
  ],
  [46, columns(46, { ...offenderColumns, 1: '00465', 46: 'U' }), offender],
  [110, columns(110, { ...arresteeColumns, 1: '01106' }), arrestee],
  [66, columns(66, groupBColumns), groupB],
  [69, columns(69, { ...groupBColumns, 67: '043' }), { ...groupB, federalJudicialDistrict: '043' }],
];
