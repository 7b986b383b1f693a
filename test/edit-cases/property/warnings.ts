import { larcenies, motorVehicles } from '../../../shared/nibrs/codes/index.ts';
import type { Drug, OffenseSegment, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, federalAgency, olderPeriod, shows } from '../case.ts';
import { crimes } from './crimes.ts';
import { entry, lossOf, recovered, stolen } from './segments.ts';

const withoutValue = ['09', '65', '66'];
const thing = (description: string, dateRecovered?: string) =>
  entry(description, withoutValue.includes(description) ? '000000000' : '000000250', dateRecovered);

const taken = (offenses: string[], ...descriptions: string[]) =>
  crimes(
    offenses,
    stolen(
      descriptions.map((description) => thing(description)),
      offenses.includes('240') ? '00' : undefined,
    ),
  );

/** Other property burned in an arson. */
const burned = (description: string, value: string) =>
  crimes(['200'], lossOf('2', thing('16'), entry(description, value)));

const notInMachines = '01 12 13 15 18 29 30 31 32 33 34 35 39 43 47 49 64 65 66 67 68 69 71 72'.split(' ');

/** Possession of drug equipment, or something else done with it. */
const equipment = (activities: string[], ...properties: Partial<PropertySegment>[]) =>
  crimes([{ offenseCode: '35B', criminalActivityGang: activities }], ...properties);

const pipe = (value: string) => entry('11', value);

/** A theft, perhaps unfounded, of which the property was recovered, and other offenses. */
const recovery = (attemptedCompleted: string, ...others: (string | Partial<OffenseSegment>)[]) =>
  crimes(
    [{ offenseCode: '23H', attemptedCompleted }, ...others],
    stolen([thing('36')]),
    recovered([thing('36', '20261005')]),
  );

/** Property seized in a case of drug equipment, of the value of one dollar where no other is given. */
const seized = (offenses: string[], description: string, value = '000000001', drugs: Drug[] = []) =>
  crimes(offenses, { ...lossOf('6', entry(description, value)), drugs });

const crack: Drug = { type: 'A', quantity: '000000002000', measurement: 'DU' };

/** A stolen vehicle received by the offender and recovered, with perhaps more property segments. */
const vehicle = (offenses: string[], description: string, ...others: Partial<PropertySegment>[]) =>
  crimes(
    offenses,
    recovered(
      [thing('36', '20261005'), thing(description, '20261005')],
      isTheftOf(offenses, description) ? '01' : undefined,
    ),
    ...others,
  );

export const propertyWarningCases: EditCase[] = [
  shows('1302', 'ten thousand', burned('77', '000010000'), burned('77', '000009999')),
  shows('1302', 'a million', burned('77', '001000000'), burned('77', '000009999')),
  shows('1302', 'of other property', burned('77', '000010000'), burned('29', '000010000')),
  shows(
    '1302',
    'stolen before the arson',
    burned('77', '000010000'),
    crimes(['200', '23H'], lossOf('2', thing('16')), stolen([entry('77', '000010000')])),
  ),
  shows('302', 'a value that is none', burned('77', '10000'), burned('77', '000009999')),
  shows(
    '081',
    'burned by a theft',
    crimes(['23H'], stolen([thing('36')]), lossOf('2', entry('77', '000010000'))),
    taken(['23H'], '36'),
  ),
  ...[...larcenies].map((larceny) =>
    shows('1303', `burglary and ${larceny}`, taken(['220', larceny], '20'), taken(['220'], '20')),
  ),
  shows('1303', 'burglary and motor vehicle theft', taken(['220', '23H'], '20'), taken(['240', '23H'], '20')),
  ...['23D', '23F', '23G', '23H'].map((larceny) =>
    shows('1304', larceny, taken([larceny], '01'), taken([larceny], '41')),
  ),
  ...['23A', '23B', '23C'].map((larceny) =>
    shows('1304', `${larceny} and a fraud`, taken([larceny, '26A'], '01'), taken([larceny, '26A'], '41')),
  ),
  shows('1304', 'not by burglary', taken(['23H'], '01'), taken(['220'], '01')),
  shows('1304', 'the second of two', taken(['23H'], '36', '01'), taken(['23H'], '36', '41')),
  ...[...notInMachines, ...motorVehicles].map((description) =>
    shows('1305', `${description}, and a fraud`, taken(['23E', '26A'], description), taken(['23E', '26A'], '20')),
  ),
  ...notInMachines
    .filter((description) => description < '29' || description > '35')
    .map((description) => shows('1305', description, taken(['23E'], description), taken(['23E'], '20'))),
  shows('1305', 'farm equipment of another larceny', taken(['23E'], '12'), taken(['23H'], '12')),
  shows('390', 'a building from a machine', taken(['23E'], '29'), taken(['23E'], '20')),
  shows('268', 'a car from a machine', taken(['23E'], '03'), taken(['23E'], '20')),
  shows('268', 'a car from a machine, and another larceny', taken(['23E', '23H'], '03'), taken(['23E', '23H'], '20')),
  shows('268', 'a car from a machine, and an assault', taken(['23E', '13B'], '03'), taken(['23E', '13B'], '20')),
  ...['29', '30', '31', '32', '33'].flatMap((building) => [
    shows('1306', building, taken(['23H'], building), taken(['23H'], '34')),
    shows('1306', `${building}, and a fraud`, taken(['23D', '26A'], building), taken(['23D', '26A'], '35')),
  ]),
  shows('1306', 'a building by fraud', taken(['23H', '26A'], '29'), taken(['26A'], '29')),
  shows('1310', 'a card', taken(['26B'], '09'), taken(['26B'], '20')),
  shows('1310', 'a card of a theft', taken(['26B'], '09'), taken(['23H'], '09')),
  ...['23F', '23G'].map((larceny) => shows('1312', larceny, taken([larceny], '26'), taken([larceny], '38'))),
  shows('1312', 'of another larceny', taken(['23F'], '26'), taken(['23H'], '26')),
  shows(
    '1312',
    'not what was recovered',
    crimes(['23F', '280'], stolen([thing('26')]), recovered([thing('38', '20261005')])),
    crimes(['23F', '280'], stolen([thing('38')]), recovered([thing('26', '20261005')])),
  ),

  shows('1314', 'possession', equipment(['P'], lossOf('1')), equipment(['B'], lossOf('1'))),
  shows(
    '1314',
    'possession and use',
    equipment(['U', 'P'], lossOf('1')),
    equipment(['P'], lossOf('6', pipe('000000020'))),
  ),
  shows(
    '1314',
    'an attempt of which nothing is known',
    equipment(['P'], lossOf('1')),
    crimes([{ offenseCode: '35B', criminalActivityGang: ['P'], attemptedCompleted: 'A' }], lossOf('8')),
  ),
  shows(
    '1314',
    'nothing, and something seized',
    equipment(['P'], lossOf('1')),
    equipment(['P'], lossOf('1'), lossOf('6', pipe('000000020'))),
  ),
  shows(
    '1314',
    'nothing, and something recovered',
    equipment(['P'], lossOf('1')),
    crimes(
      [{ offenseCode: '35B', criminalActivityGang: ['P'] }, '280'],
      lossOf('1'),
      recovered([thing('11', '20261005')]),
    ),
  ),
  shows(
    '1314',
    'possession of something else',
    equipment(['P'], lossOf('1')),
    crimes(['35B', { offenseCode: '39C', criminalActivityGang: ['P'], attemptedCompleted: 'A' }], lossOf('1')),
  ),
  shows(
    '1314',
    'possession in a case of drugs',
    equipment(['P'], lossOf('1')),
    crimes([{ offenseCode: '35A', criminalActivityGang: ['P'] }, '13B'], lossOf('1')),
  ),

  shows('1317', 'an unfounded theft', recovery('U'), recovery('C')),
  shows('1317', 'two of them', recovery('U', { offenseCode: '26A', attemptedCompleted: 'U' }), recovery('U', '26A')),
  shows('1317', 'beside an assault', recovery('U', '13B'), recovery('U', '280')),
  shows(
    '1317',
    'nothing recovered',
    recovery('U'),
    crimes([{ offenseCode: '23H', attemptedCompleted: 'U' }], stolen([thing('36')])),
  ),
  shows(
    '1317',
    'no crime against property',
    recovery('U'),
    crimes(['58B'], recovered([thing('36', '20261005')])),
    federalAgency,
  ),
  shows('204', 'unfounded, beside an offense of no list', recovery('U', { offenseCode: '23Z' }), recovery('C')),
  shows('201', 'unfounded, beside an offense without code', recovery('U', { offenseCode: undefined }), recovery('C')),

  shows('1318', 'equipment', seized(['35B'], '11'), seized(['35B'], '11', '000000002')),
  shows('1318', 'equipment of a drug case', seizedInDrugCase('11'), seizedInDrugCase('20')),
  shows('1318', 'money', seized(['35B'], '20'), seized(['35B'], '88')),
  shows('1318', 'of gambling', seized(['35B'], '11'), seized(['39C'], '11')),
  shows(
    '1318',
    'recovered',
    seized(['35B'], '11'),
    crimes(['35B', '280'], lossOf('6', pipe('000000020')), recovered([entry('11', '000000001', '20261005')])),
  ),
  shows(
    '1316',
    'before 2025: equipment of one dollar',
    seizedInDrugCase('11', crack),
    seizedInDrugCase('11'),
    olderPeriod,
  ),

  ...[...motorVehicles].map((description) =>
    shows('1343', description, vehicle(['280', '240'], description), vehicle(['280', '240'], '04')),
  ),
  shows(
    '1343',
    'other property stolen',
    vehicle(['280', '240'], '03', stolen([thing('20')], '00')),
    vehicle(['280', '240'], '03', stolen([thing('20'), thing('03')], '01')),
  ),
  shows(
    '1343',
    'the first description',
    crimes(['280', '240'], recovered([thing('03', '20261005')], '01')),
    crimes(['280', '240'], recovered([thing('03', '20261005')], '01'), stolen([thing('03')], '01')),
  ),
  shows('1343', 'without motor vehicle theft', vehicle(['280', '240'], '03'), vehicle(['280'], '03')),
  shows(
    '1343',
    'without stolen property',
    vehicle(['280', '240'], '03'),
    vehicle(['250', '240'], '03', lossOf('3', thing('21'))),
  ),
];

function isTheftOf(offenses: string[], description: string): boolean {
  return offenses.includes('240') && motorVehicles.has(description);
}

/** Drugs and one more thing of one dollar, seized from one who had the equipment too. */
function seizedInDrugCase(description: string, drug: Drug = { ...crack, measurement: 'GM' }) {
  return crimes(['35A', '35B'], {
    ...lossOf('6', entry('10', undefined), entry(description, '000000001')),
    drugs: [drug],
  });
}
