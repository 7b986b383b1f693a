import { drugTypes } from '../../../shared/nibrs/codes/index.ts';
import type { Drug, OffenseSegment, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimesWith } from '../incidents.ts';
import { drug, entry, lossOf, marijuana, money, pipe, seizedDrugs, stolen } from '../segments.ts';

const heroin = drug('D', '000000002000', 'GM');
const pills = drug('L', '000000030000', 'DU');
const over3 = drug('X');

const seized = (drugs: Drug[], ...properties: PropertySegment['properties']) => ({
  ...lossOf('6', ...(properties.length > 0 ? properties : [seizedDrugs])),
  drugs,
});

/** A drug case with these drugs seized. */
const seizure = (...drugs: Drug[]) => crimesWith(['35A'], seized(drugs));

/** A drug case with nothing seized. */
const nothingSeized = (...drugs: Drug[]) => crimesWith(['35A'], { ...lossOf('1'), drugs });

/** A theft of drugs, which say more of themselves than stolen drugs should. */
const theft = (...drugs: Drug[]) => crimesWith(['23H'], { ...stolen([entry('10', '000000250')]), drugs });

/** A drug case, and something of another offense with drugs named beside it. */
const beside = (offense: string, loss: string, drugs: Drug[]) =>
  crimesWith(['35A', offense], seized([marijuana]), { ...lossOf(loss, money), drugs });

/** Gambling equipment, an offense by which drugs may have been seized as well, and another one. */
const gambling = (other: Partial<OffenseSegment>[], drugs: Drug[], value?: string) =>
  crimesWith(['39C', ...other], seized(drugs, entry('10', value), entry('14', '000000100')));

const neverPlants = [...drugTypes.keys()].filter((type) => !['E', 'G', 'K', 'X'].includes(type));

export const drugCases: EditCase[] = [
  shows('362', 'X alone', seizure(over3), seizure(marijuana)),
  shows('362', 'X with one other', seizure(marijuana, over3), seizure(marijuana, heroin, over3)),
  shows('362', 'X before the others', seizure(over3, heroin), seizure(over3, heroin, pills)),
  shows('362', 'X alone of what was not seized', nothingSeized(over3), nothingSeized(drug('E'), drug('D'), over3)),
  shows('365', 'X alone, of a theft', theft(over3), theft()),
  shows('352', 'X alone, of an attempt', attempt('8', over3), attempt('1', drug('E'))),
  shows(
    '366',
    'X and two others, one without type',
    seizure(drug(undefined, '000000001500', 'GM'), heroin, over3),
    seizure(marijuana, heroin, over3),
  ),
  shows(
    '363',
    'a quantity of X',
    seizure(marijuana, heroin, drug('X', '000000001500')),
    seizure(marijuana, heroin, over3),
  ),
  shows(
    '363',
    'a measurement of X',
    seizure(marijuana, heroin, drug('X', undefined, 'GM')),
    seizure(marijuana, heroin, over3),
  ),
  ...['GM', 'NP', 'XX', 'DU'].map((measurement) =>
    shows(
      '363',
      `a quantity of X in ${measurement}`,
      seizure(marijuana, heroin, drug('X', '000000001500', measurement)),
      seizure(marijuana, heroin, over3),
    ),
  ),
  shows('364', 'a drug that is not measured', seizure(drug('E')), seizure(marijuana)),
  shows('364', 'the second of two', seizure(heroin, drug('E')), seizure(heroin, marijuana)),
  shows(
    '364',
    'beside another offense',
    crimesWith(['35A', '13B'], seized([drug('E')])),
    crimesWith(['35A', '13B'], seized([marijuana])),
  ),
  shows('304', 'a drug of no list that is not measured', seizure(drug('Z')), seizure(marijuana)),

  ...[
    ['200', '2'],
    ['250', '3'],
    ['290', '4'],
    ['280', '5'],
    ['23H', '7'],
  ].map(([offense = '', loss = '']) =>
    shows('365', `beside type of loss ${loss}`, beside(offense, loss, [marijuana]), beside(offense, loss, [])),
  ),
  shows('365', 'stolen', theft(marijuana), theft()),
  shows(
    '365',
    'stolen, and a drug case',
    crimesWith(['35A', '23H'], seized([marijuana]), { ...stolen([entry('10', '000000250')]), drugs: [heroin] }),
    crimesWith(['35A', '23H'], seized([marijuana]), stolen([entry('10', '000000250')])),
  ),
  shows(
    '365',
    'stolen, without a value',
    crimesWith(['23H'], { ...stolen([entry('10', undefined)]), drugs: [marijuana] }),
    crimesWith(['23H'], stolen([entry('10', '000000250')])),
  ),
  shows('365', 'stolen, and not measured in full', theft(drug('E', '000000001500'), drug('D')), theft()),
  shows('365', 'stolen plants of heroin', theft(drug('D', '000000002000', 'NP')), theft()),
  shows('365', 'stolen marijuana in dosage units', theft(drug('E', '000000002000', 'DU')), theft()),
  shows(
    '365',
    'without a drug offense',
    gambling([], [marijuana], '000000100'),
    gambling([{ offenseCode: '35A' }], [marijuana]),
  ),
  shows(
    '365',
    'without a drug offense and value',
    gambling([], [marijuana]),
    gambling([{ offenseCode: '35A' }], [marijuana]),
  ),
  shows(
    '365',
    'without seized drugs',
    crimesWith(['35A', '35B'], seized([marijuana], pipe)),
    crimesWith(['35A', '35B'], seized([marijuana], pipe, seizedDrugs)),
  ),
  shows('387', 'drugs described as equipment', crimesWith(['35A'], seized([marijuana], pipe)), seizure(marijuana)),
  shows(
    '387',
    'drugs in a case of equipment',
    crimesWith(['35B'], seized([marijuana])),
    crimesWith(['35B'], seized([], pipe)),
  ),
  shows(
    '375',
    'drugs without a description',
    crimesWith(['35A'], { ...lossOf('6'), drugs: [marijuana] }),
    seizure(marijuana),
  ),
  shows(
    '304',
    'drugs with a description of no list',
    crimesWith(['35A', '35B'], seized([marijuana], entry('40', undefined))),
    seizure(marijuana),
  ),
  shows(
    '354',
    'drugs without a description, but a value',
    crimesWith(['35A'], seized([marijuana], entry(undefined, '000000020'))),
    seizure(marijuana),
  ),
  shows(
    '081',
    'drugs of a case with a wrong type of loss',
    crimesWith(['35A'], seized([marijuana]), { ...stolen([seizedDrugs]), drugs: [marijuana] }),
    seizure(marijuana),
  ),
  shows('352', 'drugs of an unknown loss', attempt('8', marijuana), attempt('8')),
  shows('352', 'measured drugs, not seized', nothingSeized(marijuana), nothingSeized(drug('E'))),
  shows(
    '204',
    'drugs of an offense of no list',
    gambling([{ offenseCode: '35Z' }], [marijuana]),
    gambling([{ offenseCode: '35A' }], [marijuana]),
  ),
  shows(
    '201',
    'drugs of an offense without code',
    gambling([{ offenseCode: undefined }], [marijuana]),
    gambling([{ offenseCode: '35A' }], [marijuana]),
  ),
  shows(
    '075',
    'drugs without an offense',
    incident({ offenses: [], properties: [seized([marijuana])] }),
    seizure(marijuana),
  ),
  shows('304', 'a stolen drug of no list', theft(drug('Z', '000000001500', 'GM')), theft()),

  shows('366', 'a quantity alone', seizure(drug(undefined, '000000001500')), seizure(marijuana)),
  shows('366', 'no type', seizure(drug(undefined, '000000001500', 'GM')), seizure(marijuana)),
  shows('366', 'no measurement', seizure(drug('E', '000000001500')), seizure(marijuana)),
  shows('366', 'no measurement of the second', seizure(heroin, drug('E', '000000001500')), seizure(heroin, marijuana)),
  shows('366', 'a quantity of stolen drugs', theft(drug(undefined, '000000001500')), theft()),
  shows(
    '366',
    'no type, two units at the laboratory',
    seizure(drug(undefined, '000000002000', 'XX')),
    seizure(drug('U', '000000001000', 'XX')),
  ),
  shows(
    '366',
    'plants of no type',
    seizure(drug(undefined, '000000002000', 'NP')),
    seizure(drug('E', '000000002000', 'NP')),
  ),

  ...neverPlants.map((type) =>
    shows(
      '367',
      `plants of ${type}`,
      seizure(drug(type, '000000002000', 'NP')),
      seizure(drug(type, '000000002000', 'GM')),
    ),
  ),
  ...['E', 'G', 'K'].map((type) =>
    shows(
      '367',
      `no plants of ${type}`,
      seizure(drug('F', '000000002000', 'NP')),
      seizure(drug(type, '000000002000', 'NP')),
    ),
  ),
  shows(
    '304',
    'plants of a drug of no list',
    seizure(drug('Z', '000000002000', 'NP')),
    seizure(drug('E', '000000002000', 'NP')),
  ),

  shows('368', 'no quantity', seizure(drug('E', undefined, 'GM')), seizure(marijuana)),
  shows('368', 'a measurement alone', seizure(drug(undefined, undefined, 'GM')), seizure(marijuana)),
  shows('368', 'a measurement of stolen drugs', theft(drug(undefined, undefined, 'GM')), theft()),
  shows(
    '368',
    'no quantity at the laboratory',
    seizure(drug('U', undefined, 'XX')),
    seizure(drug('U', '000000001000', 'XX')),
  ),

  shows('384', 'two units', seizure(drug('U', '000000002000', 'XX')), seizure(drug('U', '000000001000', 'XX'))),
  shows(
    '384',
    'a fraction, and blank thousandths',
    seizure(drug('U', '000000001500', 'XX')),
    seizure(drug('U', '000000001', 'XX')),
  ),
  shows('384', 'measured', seizure(drug('E', '000000002000', 'XX')), seizure(drug('E', '000000002000', 'GM'))),
  shows('302', 'a quantity that is none', seizure(drug('U', '1', 'XX')), seizure(drug('U', '000000001000', 'XX'))),

  shows('392', 'drugs of no type', nothingSeized(), nothingSeized(drug('U'))),
  shows('392', 'drugs of no type, not beside an assault', nothingSeized(), crimesWith(['35A', '13B'], lossOf('1'))),
  shows('392', 'drugs of no type, not beside drug equipment', nothingSeized(), crimesWith(['35A', '35B'], lossOf('1'))),
  shows('392', 'drugs of no type, not drug equipment', nothingSeized(), crimesWith(['35B'], lossOf('1'))),
  shows('392', 'drugs of no type, in an attempt', attempt('1'), attempt('1', drug('U'))),
  shows('392', 'drugs of no type, in an attempt of which nothing is known', attempt('1'), attempt('8')),
  shows('352', 'a quantity without a type', nothingSeized(drug(undefined, '000000001500')), nothingSeized(drug('U'))),
  shows('304', 'a type of no list', nothingSeized(drug('Z')), nothingSeized(drug('U'))),

  ...['A', 'B', 'E'].flatMap((type) => [
    shows(
      '1316',
      `doses of ${type}`,
      seizure(drug(type, '000000002000', 'DU')),
      seizure(drug(type, '000000002000', 'GM')),
    ),
    shows(
      '1316',
      `doses of ${type} before 2021`,
      seizure(drug(type, '000000002000', 'DU')),
      seizure(pills),
      olderPeriod,
    ),
  ]),
  ...neverPlants
    .filter((type) => !['A', 'B'].includes(type))
    .map((type) =>
      shows(
        '1316',
        `not of ${type}`,
        seizure(drug('A', '000000002000', 'DU')),
        seizure(drug(type, '000000002000', 'DU')),
      ),
    ),
];

/** An attempted drug violation. */
function attempt(loss: string, ...drugs: Drug[]) {
  return crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], { ...lossOf(loss), drugs });
}
