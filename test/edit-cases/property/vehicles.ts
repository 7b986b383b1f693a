import { motorVehicles } from '../../../shared/nibrs/codes/index.ts';
import type { PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimesWith, robbery, vehicleTheft } from '../incidents.ts';
import { car, entry, lossOf, money, recovered, stolen, thing } from '../segments.ts';

const bus = entry('05', '000009000');
const truck = entry('37', '000009000');
const parts = thing('38');

const none = lossOf('8');
/** A vehicle that somebody tried to steal, and a theft that came off. */
const attempt = (...properties: Partial<PropertySegment>[]) =>
  crimesWith([{ offenseCode: '240', attemptedCompleted: 'A' }, '220'], ...properties, none);
const burglaryAnd = (offenseCode: string, ...properties: Partial<PropertySegment>[]) =>
  crimesWith(['220', offenseCode], ...properties);
const unfounded = (...properties: Partial<PropertySegment>[]) =>
  crimesWith([{ offenseCode: '240', attemptedCompleted: 'U' }], ...properties);
const vandalism = (...properties: Partial<PropertySegment>[]) => crimesWith(['290'], lossOf('4', parts), ...properties);

/** The theft of a car and what is told of its recovery. */
const recovery = (properties = [car], number?: string) =>
  vehicleTheft(stolen([car], '01'), recovered(properties, number));

export const vehicleCases: EditCase[] = [
  shows('357', 'a car stolen in a robbery', robbery(stolen([car], '01')), robbery(stolen([car]))),
  shows('357', 'a car not stolen after all', attempt(stolen([car], '01')), attempt(stolen([car]))),
  shows('357', 'a car that may have been stolen', attempt(stolen([car], '01')), unfounded(stolen([car], '01'))),
  shows(
    '357',
    'stolen cars counted where they are recovered',
    vehicleTheft(stolen([car], '01'), { ...recovered([car], '01'), numberOfStolenMotorVehicles: '01' }),
    recovery([car], '01'),
  ),
  shows(
    '357',
    'stolen cars counted where only parts are recovered',
    vehicleTheft(stolen([car], '01'), { ...recovered([parts]), numberOfStolenMotorVehicles: '01' }),
    recovery([parts]),
  ),
  shows('357', 'money not stolen with a car after all', attempt(stolen([money], '01')), attempt(stolen([money]))),
  shows(
    '201',
    'money stolen by nobody knows what',
    crimesWith(['220', { offenseCode: undefined }], stolen([money], '01')),
    burglary(stolen([money])),
  ),
  shows('357', 'several cars of a robbery', robbery(stolen([car, bus], '01')), robbery(stolen([car, bus]))),
  shows('357', 'six cars of a robbery', robbery(stolen([car], '06')), robbery(stolen([car]))),
  shows(
    '201',
    'a car stolen by nobody knows what',
    crimesWith(['220', { offenseCode: undefined }], stolen([car], '01')),
    burglaryAnd('240', stolen([car], '01')),
  ),
  shows('076', 'a car of a weapon', weapon(stolen([car], '01')), weapon()),
  shows('081', 'a car of a vandal', vandalism(stolen([car], '01')), vandalism()),
  shows(
    '301',
    'a car of no type of loss',
    vehicleTheft({ ...lossOf(undefined, car), numberOfStolenMotorVehicles: '01' }),
    vehicleTheft(stolen([car], '01')),
  ),
  shows(
    '304',
    'a car of another type of loss',
    vehicleTheft({ ...lossOf('9', car), numberOfStolenMotorVehicles: '01' }),
    vehicleTheft(stolen([car], '01')),
  ),

  shows(
    '360',
    'a car recovered from a robbery',
    robbery(stolen([car]), recovered([car], '01')),
    robbery(stolen([car]), recovered([car])),
  ),
  shows(
    '360',
    'a car recovered that was not stolen after all',
    attempt(stolen([car]), recovered([car], '01')),
    attempt(stolen([car]), recovered([car])),
  ),
  shows(
    '360',
    'recovered cars counted where they are stolen',
    vehicleTheft({ ...stolen([car], '01'), numberOfRecoveredMotorVehicles: '01' }),
    vehicleTheft(stolen([car], '01')),
  ),
  shows(
    '360',
    'several cars of a robbery, recovered',
    robbery(stolen([car, bus]), recovered([car, bus], '01')),
    robbery(stolen([car, bus]), recovered([car, bus])),
  ),
  {
    ...shows(
      '360',
      'more recovered than stolen in a robbery',
      robbery(stolen([car], '01'), recovered([car], '02')),
      robbery(stolen([car]), recovered([car])),
    ),
    alongside: ['357'],
  },

  shows('358', 'a stolen car', vehicleTheft(stolen([car])), vehicleTheft(stolen([car], '01'))),
  shows('358', 'a stolen car, or more', vehicleTheft(stolen([car])), vehicleTheft(stolen([car], '00'))),
  shows('358', 'a car that may have been stolen', vehicleTheft(stolen([car])), unfounded(stolen([car]))),
  shows('358', 'something else stolen', vehicleTheft(stolen([money])), burglary(stolen([money]))),
  shows(
    '358',
    'a car stolen from a garage',
    burglaryAnd('240', stolen([car])),
    burglaryAnd('240', stolen([car], '01')),
  ),

  ...[...motorVehicles].map((code) => {
    const vehicle = entry(code, '000009000');
    return shows(
      '361',
      `${code} recovered`,
      vehicleTheft(stolen([vehicle], '01'), recovered([vehicle])),
      vehicleTheft(stolen([vehicle], '01'), recovered([parts])),
    );
  }),
  shows('361', 'a recovered car', recovery([car]), recovery([car], '01')),
  shows('361', 'a recovered car, or more', recovery([parts, car]), recovery([parts, car], '00')),
  shows(
    '361',
    'a car that may have been stolen',
    recovery([car]),
    crimesWith([{ offenseCode: '240', attemptedCompleted: 'U' }, '220'], stolen([car]), recovered([car])),
  ),

  ...[...motorVehicles].map((code) =>
    shows(
      '359',
      `money instead of ${code}`,
      vehicleTheft(stolen([money], '01')),
      vehicleTheft(stolen([entry(code, '000009000')], '01')),
    ),
  ),
  shows(
    '359',
    'one vehicle, and what was in it',
    vehicleTheft(stolen([money, parts], '01')),
    vehicleTheft(stolen([money, car], '01')),
  ),
  shows('359', 'as many as anybody knows', vehicleTheft(stolen([money], '01')), vehicleTheft(stolen([money], '00'))),
  shows('359', 'parts of a car, recovered', recovery([parts], '01'), recovery([parts])),
  shows('359', 'a building', vehicleTheft(stolen([entry('29', '000009000')], '01')), vehicleTheft(stolen([car], '01'))),
  shows(
    '304',
    'a vehicle that is none',
    vehicleTheft(stolen([entry('40', '000009000')], '01')),
    vehicleTheft(stolen([car], '01')),
  ),
  shows(
    '354',
    'a vehicle, but which',
    vehicleTheft(stolen([entry(undefined, '000009000')], '01')),
    vehicleTheft(stolen([car], '01')),
  ),
  shows('302', 'one and a half', vehicleTheft(stolen([money, parts], '1½')), vehicleTheft(stolen([car], '01'))),
  shows('302', 'two with a letter', vehicleTheft(stolen([car, bus], 'O1')), vehicleTheft(stolen([car, bus], '02'))),

  shows('388', 'a car and a bus', vehicleTheft(stolen([car, bus], '01')), vehicleTheft(stolen([car, bus], '02'))),
  shows(
    '388',
    'a car, a bus and a truck',
    vehicleTheft(stolen([car, bus, truck], '02')),
    vehicleTheft(stolen([car, bus, truck], '03')),
  ),
  shows('388', 'who knows how many', vehicleTheft(stolen([car, bus], '01')), vehicleTheft(stolen([car, bus], '00'))),
  shows(
    '388',
    'a car and what was in it',
    vehicleTheft(stolen([car, money, bus], '01')),
    vehicleTheft(stolen([car, money, parts], '01')),
  ),
  shows('306', 'a car twice', vehicleTheft(stolen([car, car], '01')), vehicleTheft(stolen([car], '01'))),

  shows('389', 'a car and a bus recovered', convoy('01'), convoy('02')),
  shows('389', 'who knows how many recovered', convoy('01'), convoy('00')),
];

function convoy(number: string) {
  return vehicleTheft(stolen([car, bus], '02'), recovered([car, bus], number));
}

function burglary(...properties: Partial<PropertySegment>[]) {
  return crimesWith(['220'], ...properties);
}

/** A weapon law violation, which has no property. */
function weapon(...properties: Partial<PropertySegment>[]) {
  return crimesWith(['520'], ...properties);
}
