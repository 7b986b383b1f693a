import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { ArresteeSegment } from '../../../shared/nibrs/model/index.ts';
import { arrest, incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { weapons } from '../segments.ts';

/** Elements of both levels. */
type Overrides = Partial<
  Pick<ArresteeSegment, 'arrestOffenseCode' | 'armedWith' | 'ageOfArrestee' | 'dispositionUnder18'>
>;

interface Numbers {
  missing: string;
  ofAdult: string;
  perhapsMissing: string;
  automatic: string;
  codeList: string;
  weaponMissing: string;
  indicator: string;
}

const armed = (...texts: string[]) => ({ armedWith: weapons(...texts) });

/** What levels 6 and 7 have in common, under the numbers of each. */
function arrestPersonCases(numbers: Numbers, own: (overrides: Overrides) => SourceReport): EditCase[] {
  const aged = (ageOfArrestee: string, dispositionUnder18?: string) =>
    own({ ageOfArrestee, dispositionUnder18, arrestOffenseCode: '90Z' });
  return [
    shows(numbers.missing, 'aged seventeen', aged('17'), aged('17', 'H')),
    shows(numbers.missing, 'aged seventeen, not eighteen', aged('17'), aged('18')),
    shows(numbers.missing, 'aged three, not unknown', aged('03'), aged('00')),
    shows(numbers.missing, 'aged twelve to seventeen', aged('1217'), aged('1217', 'R')),
    shows(numbers.ofAdult, 'aged eighteen', aged('18', 'H'), aged('17', 'H')),
    shows(numbers.ofAdult, 'aged 98, not unknown', aged('98', 'R'), aged('00', 'R')),
    shows(numbers.ofAdult, 'aged eighteen on average', aged('1620', 'H'), aged('1619', 'H')),
    shows(numbers.ofAdult, 'an adult with a disposition of no list', aged('30', 'X'), aged('30')),
    shows(numbers.codeList, 'a juvenile with a disposition of no list', aged('16', 'X'), aged('16', 'R')),
    shows(numbers.perhapsMissing, 'aged seventeen on average', aged('1619'), aged('1619', 'H')),
    shows(numbers.perhapsMissing, 'aged seventeen or eighteen', aged('1718'), aged('1719')),
    shows(numbers.perhapsMissing, 'aged twelve to eighteen', aged('1218'), aged('1218', 'H')),
    ...['01', '16', '17'].map((weapon) =>
      shows(numbers.automatic, `an automatic ${weapon}`, own(armed(`${weapon}A`)), own(armed(weapon))),
    ),
    ...['11', '12', '13', '14', '15'].map((weapon) =>
      shows(numbers.automatic, `an automatic knife, against ${weapon}`, own(armed('16A')), own(armed(`${weapon}A`))),
    ),
    shows(numbers.automatic, 'a handgun and an automatic knife', own(armed('12', '16A')), own(armed('16', '12A'))),
    shows(numbers.automatic, 'an indicator after no second weapon', own(armed('12', '  A')), own(armed('12', '13A'))),
    shows(numbers.weaponMissing, 'an indicator alone', own(armed('  A')), own(armed('12A'))),
    shows(numbers.codeList, 'weapon 20, automatic', own(armed('20A')), own(armed('12A'))),
    shows(numbers.indicator, 'an unarmed person with indicator B', own(armed('01B')), own(armed('01'))),
  ];
}

/** An age in which the offense is rare. */
function tooYoungCases(
  code: string,
  offenses: readonly string[],
  from: number,
  own: (overrides: Overrides) => SourceReport,
): EditCase[] {
  const aged = (ageOfArrestee: string, arrestOffenseCode: string) =>
    own({ ageOfArrestee, arrestOffenseCode, dispositionUnder18: 'H' });
  const twoDigits = (age: number) => String(age).padStart(2, '0');
  return offenses.flatMap((offense) => [
    shows(code, `just too young, ${offense}`, aged(twoDigits(from - 1), offense), aged(twoDigits(from), offense)),
    shows(code, `two, which is rare anyway, ${offense}`, aged('02', offense), aged('03', '90Z')),
    shows(
      code,
      `on average too young, ${offense}`,
      aged(`05${2 * from - 6}`, offense),
      aged(`05${2 * from - 5}`, offense),
    ),
    shows(code, `an unknown age, ${offense}`, aged('05', offense), aged('00', offense)),
  ]);
}

const arrestee = (overrides: Overrides) => incident({ arrestees: [overrides] });

export const arresteePersonCases: EditCase[] = [
  ...arrestPersonCases(
    {
      missing: '652',
      ofAdult: '653',
      perhapsMissing: '1640',
      automatic: '655',
      codeList: '604',
      weaponMissing: '601',
      indicator: '654',
    },
    arrestee,
  ),
  ...tooYoungCases('1608', ['90D'], 13, arrestee),
  ...tooYoungCases('1609', ['09A', '09B', '11A', '120'], 11, arrestee),
];

export const groupBPersonCases: EditCase[] = [
  ...arrestPersonCases(
    {
      missing: '752',
      ofAdult: '753',
      perhapsMissing: '1740',
      automatic: '755',
      codeList: '704',
      weaponMissing: '701',
      indicator: '754',
    },
    arrest,
  ),
  ...tooYoungCases('1708', ['90D'], 13, arrest),
];
