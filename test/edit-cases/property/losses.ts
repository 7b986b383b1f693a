import type { Drug, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimesWith, robbery, vehicleTheft } from '../incidents.ts';
import { car, drug, entry, lossOf, money, recovered, stolen } from '../segments.ts';

const value = '000000250';

const burglary = (segment: Partial<PropertySegment>) => crimesWith(['220'], segment);
const attemptedDrugs = (segment: Partial<PropertySegment>) =>
  crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], segment);

const drugs = (typePropertyLoss: string, ...found: Drug[]) => ({ ...lossOf(typePropertyLoss), drugs: found });

/** A segment of elements 15 to 22, one of them filled. */
const superfluous: Readonly<Record<string, Partial<PropertySegment>>> = {
  '15': { properties: [entry('20', undefined)] },
  '16': { properties: [entry(undefined, value)] },
  '17': { properties: [entry(undefined, undefined, '20261005')] },
  '18': { numberOfStolenMotorVehicles: '01' },
  '19': { numberOfRecoveredMotorVehicles: '01' },
  '20': { drugs: [drug('E')] },
  '21': { drugs: [drug(undefined, '000000001500')] },
  '22': { drugs: [drug(undefined, undefined, 'GM')] },
};

/** An incident whose only loss is of a type from 2 to 7, with these properties. */
const only: Readonly<Record<string, (segment: Partial<PropertySegment>) => ReturnType<typeof robbery>>> = {
  '2': (segment) => crimesWith(['200'], segment),
  '3': (segment) => crimesWith(['250'], segment),
  '4': (segment) => crimesWith(['290'], segment),
  '5': (segment) => crimesWith(['280'], segment),
  '6': (segment) => crimesWith(['35B'], segment),
  '7': (segment) => robbery(segment),
};

export const propertyLossCases: EditCase[] = [
  ...Object.entries(superfluous).flatMap(([element, filled]) =>
    ['1', '8'].map((type) =>
      shows(
        '352',
        `type of loss ${type} with element ${element}`,
        burglary({ ...lossOf(type), ...filled }),
        burglary(lossOf(type)),
      ),
    ),
  ),
  shows(
    '352',
    'drugs that were not seized, in a drug case, of unknown loss',
    attemptedDrugs(drugs('8', drug('E'))),
    attemptedDrugs(drugs('1', drug('E'))),
  ),
  shows(
    '352',
    'a quantity of drugs that were not seized',
    attemptedDrugs(drugs('1', drug('E', '000000001500', 'GM'))),
    attemptedDrugs(drugs('1', drug('E'))),
  ),
  shows(
    '352',
    'a measurement of the second drug only',
    attemptedDrugs(drugs('1', drug('E'), drug('G', undefined, 'GM'))),
    attemptedDrugs(drugs('1', drug('E'), drug('G'))),
  ),
  shows(
    '201',
    'drugs of a case of nobody knows what',
    crimesWith(['220', { offenseCode: undefined }], drugs('1', drug('E'))),
    crimesWith(['220', '35A'], drugs('1', drug('E'))),
  ),
  shows(
    '352',
    'a property of no loss, which none of the offenses explains',
    robbery(lossOf('1', money), stolen([money])),
    robbery(stolen([money])),
  ),

  ...Object.entries(only).map(([type, report]) =>
    shows('372', `nothing of type of loss ${type}`, report(lossOf(type)), report(lossOf(type, entry('16', value)))),
  ),
  shows('372', 'a theft of vehicles, and no vehicle', vehicleTheft(stolen([])), vehicleTheft(stolen([car], '01'))),
  shows('372', 'nothing recovered', robbery(stolen([money]), recovered([])), robbery(stolen([money]))),

  shows('375', 'vehicles, but which', vehicleTheft(stolen([], '01')), vehicleTheft(stolen([car], '01'))),
  shows(
    '375',
    'recovered vehicles, but which',
    vehicleTheft(stolen([car], '01'), recovered([], '01')),
    vehicleTheft(stolen([car], '01'), recovered([car], '01')),
  ),

  shows(
    '376',
    'two segments of stolen property',
    robbery(stolen([money]), stolen([entry('17', value)])),
    robbery(stolen([money, entry('17', value)])),
  ),
  shows(
    '376',
    'two segments of stolen property, around a recovery',
    robbery(stolen([money]), recovered([money]), stolen([entry('17', value)])),
    robbery(stolen([money, entry('17', value)]), recovered([money])),
  ),
  shows(
    '301',
    'no type of loss, twice',
    robbery(lossOf(undefined, money), lossOf(undefined, money)),
    robbery(stolen([money])),
  ),
  shows(
    '304',
    'no such type of loss, twice',
    robbery(lossOf('9', money), lossOf('9', money)),
    robbery(stolen([money])),
  ),
];
