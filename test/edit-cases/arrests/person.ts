import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { ArresteeSegment, Weapon } from '../../../shared/nibrs/model/index.ts';
import { arrest, incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';

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

const armed = (...weapons: [weapon: string | undefined, automatic?: string][]): { armedWith: Weapon[] } => ({
  armedWith: weapons.map(([weapon, automatic]) => ({ weapon, automatic })),
});

/** What levels 6 and 7 have in common, under the numbers of each. */
function arrestPersonCases(numbers: Numbers, own: (overrides: Overrides) => SourceReport): EditCase[] {
  const aged = (ageOfArrestee: string, dispositionUnder18?: string) =>
    own({ ageOfArrestee, dispositionUnder18, arrestOffenseCode: '90Z' });
  return [
    shows(numbers.missing, 'seventeen', aged('17'), aged('17', 'H')),
    shows(numbers.missing, 'seventeen and eighteen', aged('17'), aged('18')),
    shows(numbers.missing, 'three', aged('03'), aged('00')),
    shows(numbers.missing, 'twelve to seventeen', aged('1217'), aged('1217', 'R')),
    shows(numbers.ofAdult, 'eighteen', aged('18', 'H'), aged('17', 'H')),
    shows(numbers.ofAdult, 'unknown', aged('98', 'R'), aged('00', 'R')),
    shows(numbers.ofAdult, 'on average eighteen', aged('1620', 'H'), aged('1619', 'H')),
    shows(numbers.ofAdult, 'a disposition of no list', aged('30', 'X'), aged('30')),
    shows(numbers.codeList, 'a disposition of no list', aged('16', 'X'), aged('16', 'R')),
    shows(numbers.perhapsMissing, 'on average seventeen', aged('1619'), aged('1619', 'H')),
    shows(numbers.perhapsMissing, 'seventeen to eighteen', aged('1718'), aged('1719')),
    shows(numbers.perhapsMissing, 'twelve to eighteen', aged('1218'), aged('1218', 'H')),
    ...['01', '16', '17'].map((weapon) =>
      shows(numbers.automatic, `weapon ${weapon}`, own(armed([weapon, 'A'])), own(armed([weapon]))),
    ),
    ...['11', '12', '13', '14', '15'].map((weapon) =>
      shows(numbers.automatic, `automatic ${weapon}`, own(armed(['16', 'A'])), own(armed([weapon, 'A']))),
    ),
    shows(numbers.automatic, 'the second weapon', own(armed(['12'], ['16', 'A'])), own(armed(['16'], ['12', 'A']))),
    shows(numbers.automatic, 'beside no weapon', own(armed(['12'], [undefined, 'A'])), own(armed(['12'], ['13', 'A']))),
    shows(numbers.weaponMissing, 'an indicator alone', own(armed([undefined, 'A'])), own(armed(['12', 'A']))),
    shows(numbers.codeList, 'weapon 20, automatic', own(armed(['20', 'A'])), own(armed(['12', 'A']))),
    shows(numbers.indicator, 'an unarmed person with indicator B', own(armed(['01', 'B'])), own(armed(['01']))),
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
