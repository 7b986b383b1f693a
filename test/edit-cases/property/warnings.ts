import { larcenies, motorVehicles } from '../../../shared/nibrs/codes/index.ts';
import type { Drug, OffenseSegment, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows, tribalAgency } from '../case.ts';
import { crimesWith, taken } from '../incidents.ts';
import { entry, lossOf, recovered, stolen, thing } from '../segments.ts';

/** Other property burned in an arson. */
const burned = (description: string, value: string) =>
  crimesWith(['200'], lossOf('2', thing('16'), entry(description, value)));

const notInMachines = '01 12 13 15 18 29 30 31 32 33 34 35 39 43 47 49 64 65 66 67 68 69 71 72'.split(' ');

/** Possession of drug equipment, or something else done with it. */
const equipment = (activities: string[], ...properties: Partial<PropertySegment>[]) =>
  crimesWith([{ offenseCode: '35B', criminalActivityGang: activities }], ...properties);

const pipe = (value: string) => entry('11', value);

/** A theft, perhaps unfounded, of which the property was recovered, and other offenses. */
const recovery = (attemptedCompleted: string, ...others: (string | Partial<OffenseSegment>)[]) =>
  crimesWith(
    [{ offenseCode: '23H', attemptedCompleted }, ...others],
    stolen([thing('36')]),
    recovered([thing('36', '20261005')]),
  );

/** Property seized in a case of drug equipment, of the value of one dollar where no other is given. */
const seized = (offenses: string[], description: string, value = '000000001', drugs: Drug[] = []) =>
  crimesWith(offenses, { ...lossOf('6', entry(description, value)), drugs });

const crack: Drug = { type: 'A', quantity: '000000002000', measurement: 'DU' };

/** A stolen vehicle received by the offender and recovered, with perhaps more property segments. */
const vehicle = (offenses: string[], description: string, ...others: Partial<PropertySegment>[]) =>
  crimesWith(
    offenses,
    recovered(
      [thing('36', '20261005'), thing(description, '20261005')],
      isTheftOf(offenses, description) ? '01' : undefined,
    ),
    ...others,
  );

export const propertyWarningCases: EditCase[] = [
  shows('1302', 'other property of ten thousand', burned('77', '000010000'), burned('77', '000009999')),
  shows('1302', 'other property of a million', burned('77', '001000000'), burned('77', '000009999')),
  shows('1302', 'other property of ten thousand, not a building', burned('77', '000010000'), burned('29', '000010000')),
  shows(
    '1302',
    'other property burned, not stolen',
    burned('77', '000010000'),
    crimesWith(['200', '23H'], lossOf('2', thing('16')), stolen([entry('77', '000010000')])),
  ),
  shows('302', 'burned property of a value that is no number', burned('77', '10000'), burned('77', '000009999')),
  shows(
    '081',
    'burned by a theft',
    crimesWith(['23H'], stolen([thing('36')]), lossOf('2', entry('77', '000010000'))),
    taken(['23H'], '36'),
  ),
  ...[...larcenies].map((larceny) =>
    shows('1303', `burglary and ${larceny}`, taken(['220', larceny], '20'), taken(['220'], '20')),
  ),
  shows('1303', 'burglary and motor vehicle theft', taken(['220', '23H'], '20'), taken(['240', '23H'], '20')),
  ...['23D', '23F', '23G', '23H'].map((larceny) =>
    shows('1304', `an aircraft by ${larceny}`, taken([larceny], '01'), taken([larceny], '41')),
  ),
  ...['23A', '23B', '23C'].map((larceny) =>
    shows(
      '1304',
      `an aircraft by ${larceny} and a fraud`,
      taken([larceny, '26A'], '01'),
      taken([larceny, '26A'], '41'),
    ),
  ),
  shows('1304', 'an aircraft by larceny, not by burglary', taken(['23H'], '01'), taken(['220'], '01')),
  shows('1304', 'tools and an aircraft', taken(['23H'], '36', '01'), taken(['23H'], '36', '41')),
  ...[...notInMachines, ...motorVehicles].map((description) =>
    shows(
      '1305',
      `${description} from a machine, and a fraud`,
      taken(['23E', '26A'], description),
      taken(['23E', '26A'], '20'),
    ),
  ),
  ...notInMachines
    .filter((description) => description < '29' || description > '35')
    .map((description) =>
      shows('1305', `${description} from a machine`, taken(['23E'], description), taken(['23E'], '20')),
    ),
  shows('1305', 'farm equipment of another larceny', taken(['23E'], '12'), taken(['23H'], '12')),
  shows('268', 'a car from a machine, and another larceny', taken(['23E', '23H'], '03'), taken(['23E', '23H'], '20')),
  shows('268', 'a car from a machine, and an assault', taken(['23E', '13B'], '03'), taken(['23E', '13B'], '20')),
  ...['29', '30', '31', '32', '33'].flatMap((building) => [
    shows('1306', `building ${building}`, taken(['23H'], building), taken(['23H'], '34')),
    shows('1306', `building ${building}, and a fraud`, taken(['23D', '26A'], building), taken(['23D', '26A'], '35')),
  ]),
  shows('1306', 'a building by fraud', taken(['23H', '26A'], '29'), taken(['26A'], '29')),
  shows('1310', 'a card by card fraud', taken(['26B'], '09'), taken(['26B'], '20')),
  shows('1310', 'a card by card fraud, not by theft', taken(['26B'], '09'), taken(['23H'], '09')),
  ...['23F', '23G'].map((larceny) =>
    shows('1312', `a radio by ${larceny}`, taken([larceny], '26'), taken([larceny], '38')),
  ),
  shows('1312', 'a radio out of a vehicle, or by another larceny', taken(['23F'], '26'), taken(['23H'], '26')),
  shows(
    '1312',
    'a radio stolen, not recovered',
    crimesWith(['23F', '280'], stolen([thing('26')]), recovered([thing('38', '20261005')])),
    crimesWith(['23F', '280'], stolen([thing('38')]), recovered([thing('26', '20261005')])),
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
    crimesWith([{ offenseCode: '35B', criminalActivityGang: ['P'], attemptedCompleted: 'A' }], lossOf('8')),
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
    crimesWith(
      [{ offenseCode: '35B', criminalActivityGang: ['P'] }, '280'],
      lossOf('1'),
      recovered([thing('11', '20261005')]),
    ),
  ),
  shows(
    '1314',
    'possession of something else',
    equipment(['P'], lossOf('1')),
    crimesWith(['35B', { offenseCode: '39C', criminalActivityGang: ['P'], attemptedCompleted: 'A' }], lossOf('1')),
  ),
  shows(
    '1314',
    'possession in a case of drugs',
    equipment(['P'], lossOf('1')),
    crimesWith([{ offenseCode: '35A', criminalActivityGang: ['P'] }, '13B'], lossOf('1')),
  ),

  shows('1317', 'an unfounded theft', recovery('U'), recovery('C')),
  shows(
    '1317',
    'two unfounded offenses',
    recovery('U', { offenseCode: '26A', attemptedCompleted: 'U' }),
    recovery('U', '26A'),
  ),
  shows('1317', 'an unfounded theft beside an assault', recovery('U', '13B'), recovery('U', '280')),
  shows(
    '1317',
    'an unfounded theft, and something recovered',
    recovery('U'),
    crimesWith([{ offenseCode: '23H', attemptedCompleted: 'U' }], stolen([thing('36')])),
  ),
  shows(
    '1317',
    'an unfounded theft, not an export',
    recovery('U'),
    crimesWith(['58B'], recovered([thing('36', '20261005')])),
    tribalAgency,
  ),
  shows('204', 'unfounded, beside an offense of no list', recovery('U', { offenseCode: '23Z' }), recovery('C')),
  shows('201', 'unfounded, beside an offense without code', recovery('U', { offenseCode: undefined }), recovery('C')),

  shows('1318', 'drug equipment of one dollar', seized(['35B'], '11'), seized(['35B'], '11', '000000002')),
  shows('1318', 'drug equipment of one dollar in a drug case', seizedInDrugCase('11'), seizedInDrugCase('20')),
  shows('1318', 'money of one dollar, not a pending inventory', seized(['35B'], '20'), seized(['35B'], '88')),
  shows('1318', 'equipment of one dollar, not in a gambling case', seized(['35B'], '11'), seized(['39C'], '11')),
  shows(
    '1318',
    'equipment of one dollar seized, not recovered',
    seized(['35B'], '11'),
    crimesWith(['35B', '280'], lossOf('6', pipe('000000020')), recovered([entry('11', '000000001', '20261005')])),
  ),
  shows(
    '1316',
    'before 2025: equipment of one dollar',
    seizedInDrugCase('11', crack),
    seizedInDrugCase('11'),
    olderPeriod,
  ),

  ...[...motorVehicles].map((description) =>
    shows(
      '1343',
      `vehicle ${description} recovered`,
      vehicle(['280', '240'], description),
      vehicle(['280', '240'], '04'),
    ),
  ),
  shows(
    '1343',
    'a vehicle recovered, and money stolen',
    vehicle(['280', '240'], '03', stolen([thing('20')], '00')),
    vehicle(['280', '240'], '03', stolen([thing('20'), thing('03')], '01')),
  ),
  shows(
    '1343',
    'a vehicle recovered and nothing else',
    crimesWith(['280', '240'], recovered([thing('03', '20261005')], '01')),
    crimesWith(['280', '240'], recovered([thing('03', '20261005')], '01'), stolen([thing('03')], '01')),
  ),
  shows('1343', 'a vehicle recovered, of a motor vehicle theft', vehicle(['280', '240'], '03'), vehicle(['280'], '03')),
  shows(
    '1343',
    'a vehicle recovered, of stolen property',
    vehicle(['280', '240'], '03'),
    vehicle(['250', '240'], '03', lossOf('3', thing('21'))),
  ),
];

function isTheftOf(offenses: string[], description: string): boolean {
  return offenses.includes('240') && motorVehicles.has(description);
}

/** Drugs and one more thing of one dollar, seized from one who had the equipment too. */
function seizedInDrugCase(description: string, drug: Drug = { ...crack, measurement: 'GM' }) {
  return crimesWith(['35A', '35B'], {
    ...lossOf('6', entry('10', undefined), entry(description, '000000001')),
    drugs: [drug],
  });
}
