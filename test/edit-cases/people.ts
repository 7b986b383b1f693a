import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import type { ArresteeSegment, OffenderSegment } from '../../shared/nibrs/model/index.ts';
import { arrest, incident } from '../reports.ts';
import { type EditCase, federalAgency, olderPeriod, shows, withLine } from './case.ts';

const offender = (overrides: Partial<OffenderSegment>) => incident({ offenders: [overrides] });
const arrestee = (overrides: Partial<ArresteeSegment>) => incident({ arrestees: [overrides] });
const bare = { automatic: undefined };

export const offenderCases: EditCase[] = [
  shows('501', 'no number', offender({ offenderSequenceNumber: undefined }), offender({})),
  shows('502', 'a letter', offender({ offenderSequenceNumber: 'O1' }), offender({ offenderSequenceNumber: '01' })),
  shows('504', 'race M', offender({ raceOfOffender: 'M' }), offender({ raceOfOffender: 'U' })),
  shows(
    '584',
    'no such length',
    withLine(offender({}), 5, (line) => `0044${line.slice(4)}`),
    withLine(offender({}), 5, (line) => `0045${line.slice(4, 45)}`),
  ),
];

/** What levels 6 and 7 have in common, under the numbers of each. */
function arrestCases(
  numbers: Record<ArrestRule, string>,
  own: (overrides: ArrestOverrides) => SourceReport,
): EditCase[] {
  return [
    shows(numbers.mandatory, 'no weapon', own({ armedWith: [] }), own({ armedWith: [{ weapon: '01', ...bare }] })),
    shows(numbers.mandatory, 'no sex', own({ sexOfArrestee: undefined }), own({ sexOfArrestee: 'F' })),
    shows(numbers.mandatory, 'action of another level', own({ action: 'R' }), own({})),
    shows(
      numbers.sequence,
      'arrestee 00',
      own({ arresteeSequenceNumber: '00' }),
      own({ arresteeSequenceNumber: '01' }),
    ),
    shows(numbers.codes, 'type of arrest X', own({ typeOfArrest: 'X' }), own({ typeOfArrest: 'S' })),
    shows(
      numbers.codes,
      'weapon 20',
      own({ armedWith: [{ weapon: '20', ...bare }] }),
      own({ armedWith: [{ weapon: '17', ...bare }] }),
    ),
    shows(numbers.codes, 'an offense nobody has', own({ arrestOffenseCode: '90Y' }), own({ arrestOffenseCode: '90Z' })),
    shows(numbers.codes, 'a runaway after 2020', own({ arrestOffenseCode: '90I' }), own({ arrestOffenseCode: '90Z' })),
    shows(numbers.date, '31 September', own({ arrestDate: '20260931' }), own({ arrestDate: '20260930' })),
    shows(
      numbers.date,
      'after the month of submission',
      own({ arrestDate: '20261101' }),
      own({ arrestDate: '20261031' }),
    ),
    shows(
      numbers.date,
      'tomorrow',
      own({ arrestDate: '20261123', submissionMonth: '12' }),
      own({ arrestDate: '20261122', submissionMonth: '12' }),
    ),
    shows(
      numbers.duplicates,
      'weapon twice',
      own({
        armedWith: [
          { weapon: '12', ...bare },
          { weapon: '12', ...bare },
        ],
      }),
      own({
        armedWith: [
          { weapon: '12', ...bare },
          { weapon: '12', automatic: 'A' },
        ],
      }),
    ),
    shows(
      numbers.alone,
      'armed and unarmed',
      own({
        armedWith: [
          { weapon: '12', ...bare },
          { weapon: '01', ...bare },
        ],
      }),
      own({
        armedWith: [
          { weapon: '12', ...bare },
          { weapon: '16', ...bare },
        ],
      }),
    ),
    shows(
      numbers.federal,
      'perjury, reported by a city',
      own({ arrestOffenseCode: '90M' }),
      own({ arrestOffenseCode: '90J' }),
    ),
    shows(
      numbers.automatic,
      'automatic indicator 1',
      own({ armedWith: [{ weapon: '12', automatic: '1' }] }),
      own({ armedWith: [{ weapon: '12', automatic: 'A' }] }),
    ),
    shows(numbers.sex, 'sex X', own({ sexOfArrestee: 'X' }), own({ sexOfArrestee: 'U' })),
    shows(
      numbers.sex,
      'sex unknown before 2025',
      own({ sexOfArrestee: 'U' }),
      own({ sexOfArrestee: 'M' }),
      olderPeriod,
    ),
  ];
}

/** Elements of both levels. */
type ArrestOverrides = Partial<
  Pick<
    ArresteeSegment,
    | 'action'
    | 'submissionMonth'
    | 'arresteeSequenceNumber'
    | 'arrestDate'
    | 'typeOfArrest'
    | 'arrestOffenseCode'
    | 'armedWith'
    | 'sexOfArrestee'
  >
>;
type ArrestRule =
  | 'mandatory'
  | 'sequence'
  | 'codes'
  | 'date'
  | 'duplicates'
  | 'alone'
  | 'federal'
  | 'automatic'
  | 'sex';

export const arresteeCases: EditCase[] = [
  ...arrestCases(
    {
      mandatory: '601',
      sequence: '602',
      codes: '604',
      date: '605',
      duplicates: '606',
      alone: '607',
      federal: '650',
      automatic: '654',
      sex: '667',
    },
    arrestee,
  ),
  shows(
    '670',
    'a justifiable homicide',
    arrestee({ arrestOffenseCode: '09C' }),
    arrestee({ arrestOffenseCode: '09B' }),
  ),
];

export const groupBCases: EditCase[] = [
  ...arrestCases(
    {
      mandatory: '701',
      sequence: '702',
      codes: '704',
      date: '705',
      duplicates: '706',
      alone: '707',
      federal: '750',
      automatic: '754',
      sex: '758',
    },
    arrest,
  ),
  shows('760', 'a robbery', arrest({ arrestOffenseCode: '120' }), arrest({ arrestOffenseCode: '90F' })),
  shows('760', 'a treason', arrest({ arrestOffenseCode: '101' }), arrest({ arrestOffenseCode: '90K' }), federalAgency),
  shows(
    '701',
    'delete without a number',
    arrest({ action: 'D', arrestTransactionNumber: undefined }),
    arrest({ action: 'D' }),
  ),
  shows(
    '702',
    'delete of arrestee 00',
    arrest({ action: 'D', arresteeSequenceNumber: '00' }),
    arrest({ action: 'D', arresteeSequenceNumber: undefined }),
  ),
  shows(
    '797',
    'delete without a date',
    arrest({ action: 'D', arrestDate: undefined }),
    arrest({ action: 'D', typeOfArrest: undefined }),
  ),
];

interface AgeNumbers {
  justified: string;
  rangeForm: string;
  rangeOrder: string;
  rangeFromUnknown: string;
  over98: string;
  widestRange: string;
}

function ageCases(numbers: AgeNumbers, aged: (age: string) => SourceReport): EditCase[] {
  return [
    shows(numbers.justified, 'age on the right', aged('  30'), aged('30')),
    shows(numbers.rangeForm, 'three digits', aged('253'), aged('2530')),
    shows(numbers.rangeForm, 'a range with a letter', aged('25NN'), aged('2530')),
    shows(numbers.rangeOrder, 'from high to low', aged('3025'), aged('2530')),
    shows(numbers.rangeOrder, 'from an age to itself', aged('2525'), aged('2526')),
    shows(numbers.rangeFromUnknown, 'from unknown', aged('0025'), aged('0125')),
    shows(numbers.over98, 'over 98', aged('99'), aged('98')),
    shows(numbers.widestRange, 'every age', aged('0198'), aged('0298')),
    shows(numbers.widestRange, 'every age and over 98', aged('0199'), aged('0197')),
  ];
}

function exactAgeCases(numbers: { exact: string; infant: string }, aged: (age: string) => SourceReport): EditCase[] {
  return [
    shows(numbers.exact, 'one digit', aged('7'), aged('07')),
    shows(numbers.exact, 'a newborn', aged('NN'), aged('00')),
    shows(numbers.infant, 'two years', aged('02'), aged('03')),
  ];
}

const agedVictim = (ageOfVictim: string) => incident({ victims: [{ ageOfVictim }] });
const agedOffender = (ageOfOffender: string) => offender({ ageOfOffender });
const agedArrestee = (ageOfArrestee: string) => arrestee({ ageOfArrestee });
const agedGroupB = (ageOfArrestee: string) => arrest({ ageOfArrestee });

export const allAgeCases: EditCase[] = [
  ...ageCases(
    {
      justified: '408',
      rangeForm: '409',
      rangeOrder: '410',
      rangeFromUnknown: '422',
      over98: '1441',
      widestRange: '1451',
    },
    agedVictim,
  ),
  ...ageCases(
    {
      justified: '508',
      rangeForm: '509',
      rangeOrder: '510',
      rangeFromUnknown: '522',
      over98: '1541',
      widestRange: '1551',
    },
    agedOffender,
  ),
  ...exactAgeCases({ exact: '556', infant: '1501' }, agedOffender),
  ...ageCases(
    {
      justified: '608',
      rangeForm: '609',
      rangeOrder: '610',
      rangeFromUnknown: '622',
      over98: '1641',
      widestRange: '1651',
    },
    agedArrestee,
  ),
  ...exactAgeCases({ exact: '664', infant: '1601' }, agedArrestee),
  ...ageCases(
    {
      justified: '708',
      rangeForm: '709',
      rangeOrder: '710',
      rangeFromUnknown: '722',
      over98: '1741',
      widestRange: '1751',
    },
    agedGroupB,
  ),
  ...exactAgeCases({ exact: '757', infant: '1701' }, agedGroupB),
];
