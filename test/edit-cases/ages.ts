import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import { arrest, incident } from '../reports.ts';
import { type EditCase, shows } from './case.ts';
import { crimes } from './incidents.ts';

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
// Of an offense that a child may well have committed.
const agedOffender = (ageOfOffender: string) => crimes(['23C'], { offenders: [{ ageOfOffender }] });
const agedArrestee = (ageOfArrestee: string) => incident({ arrestees: [arrestOf(ageOfArrestee)] });
const agedGroupB = (ageOfArrestee: string) => arrest(arrestOf(ageOfArrestee));

const juveniles = ['02', '03', '07', '0125'];

/** An arrest for an offense that a child may well have committed, with the disposition that a juvenile needs. */
function arrestOf(ageOfArrestee: string) {
  const dispositionUnder18 = juveniles.includes(ageOfArrestee) ? 'H' : undefined;
  return { ageOfArrestee, arrestOffenseCode: '90Z', dispositionUnder18 };
}

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
