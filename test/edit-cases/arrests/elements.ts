import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { ArresteeSegment } from '../../../shared/nibrs/model/index.ts';
import { arrest, incident } from '../../reports.ts';
import { type EditCase, federalAgency, olderPeriod, shows, tribalAgency } from '../case.ts';
import { weapons } from '../segments.ts';

const arrestee = (overrides: Partial<ArresteeSegment>) => incident({ arrestees: [overrides] });

/** What levels 6 and 7 have in common, under the numbers of each. */
function arrestCases(
  numbers: Record<ArrestRule, string>,
  own: (overrides: ArrestOverrides) => SourceReport,
): EditCase[] {
  return [
    shows(numbers.mandatory, 'no weapon', own({ armedWith: [] }), own({ armedWith: weapons('01') })),
    shows(numbers.mandatory, 'no sex', own({ sexOfArrestee: undefined }), own({ sexOfArrestee: 'F' })),
    shows(numbers.mandatory, 'action of another level', own({ action: 'R' }), own({})),
    shows(
      numbers.sequence,
      'arrestee 00',
      own({ arresteeSequenceNumber: '00' }),
      own({ arresteeSequenceNumber: '01' }),
    ),
    shows(numbers.codes, 'type of arrest X', own({ typeOfArrest: 'X' }), own({ typeOfArrest: 'S' })),
    shows(numbers.codes, 'weapon 20', own({ armedWith: weapons('20') }), own({ armedWith: weapons('17') })),
    shows(numbers.codes, 'an offense nobody has', own({ arrestOffenseCode: '90Y' }), own({ arrestOffenseCode: '90Z' })),
    shows(numbers.codes, 'a runaway after 2020', own({ arrestOffenseCode: '90I' }), own({ arrestOffenseCode: '90Z' })),
    shows(numbers.date, '32 October', own({ arrestDate: '20261032' }), own({ arrestDate: '20261031' })),
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
        armedWith: weapons('12', '12'),
      }),
      own({
        armedWith: weapons('12', '12A'),
      }),
    ),
    shows(
      numbers.alone,
      'armed and unarmed',
      own({
        armedWith: weapons('12', '01'),
      }),
      own({
        armedWith: weapons('12', '16'),
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
      own({ armedWith: weapons('121') }),
      own({ armedWith: weapons('12A') }),
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

export const arresteeElementCases: EditCase[] = [
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
    'an arrest for justifiable homicide',
    arrestee({ arrestOffenseCode: '09C' }),
    arrestee({ arrestOffenseCode: '09B' }),
  ),
];

export const groupBElementCases: EditCase[] = [
  shows(
    '701',
    'a federal agency without district',
    arrest(),
    arrest({ federalJudicialDistrict: '001' }),
    federalAgency,
  ),
  shows('701', 'a tribal agency', arrest({ sexOfArrestee: undefined }), arrest(), tribalAgency),
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
  shows('760', 'an arrest for robbery', arrest({ arrestOffenseCode: '120' }), arrest({ arrestOffenseCode: '90F' })),
  shows(
    '760',
    'an arrest for treason',
    arrest({ arrestOffenseCode: '101' }),
    arrest({ arrestOffenseCode: '90K' }),
    tribalAgency,
  ),
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
