import { expect, test } from 'vitest';
import { crimesWith, robbery, vehicleTheft } from '../../../../test/edit-cases/incidents.ts';
import { editContext } from '../../../../test/edit-cases/index.ts';
import { car, entry, lossOf, money, recovered, seizedDrugs, stolen } from '../../../../test/edit-cases/segments.ts';
import { validateReport } from '../index.ts';

type Report = Parameters<typeof validateReport>[0];

const marijuana = (measurement: string) => ({ type: 'E', quantity: '000000001500', measurement });

/** A theft of vehicles that was only attempted, beside a burglary that was not. */
const attempt = [{ offenseCode: '240', attemptedCompleted: 'A' }, '220'];

test.each<[string, Report, string, string]>([
  [
    '301',
    robbery(stolen([entry('20', undefined)])),
    'Value of property of 20 (Money) is blank.',
    'Enter the value in whole dollars',
  ],
  [
    '301',
    crimesWith(['35A'], lossOf('6', seizedDrugs)),
    'Suspected drug type is blank, but drugs were seized for an offense 35A (Drug/Narcotic Violations).',
    'U (Unknown Type Drug)',
  ],
  [
    '305',
    robbery(stolen([money]), recovered([entry('20', '000000250', '20260930')])),
    'Date recovered is 20260930 (September 30, 2026), which is before the incident date 20261003 (October 3, 2026).',
    'Correct the one of the two dates',
  ],
  [
    '306',
    crimesWith(['35A'], { ...lossOf('6', seizedDrugs), drugs: [marijuana('GM'), marijuana('OZ')] }),
    'Suspected drug type has E (Marijuana) twice, measured in the same kind of unit.',
    'the sum of its quantities',
  ],
  [
    '306',
    crimesWith(['35A'], {
      ...lossOf('6', seizedDrugs),
      drugs: [
        { ...marijuana('GM'), type: 'U' },
        { ...marijuana('DU'), type: 'U' },
      ],
    }),
    'Suspected drug type has U (Unknown Type Drug) twice.',
    'Enter U once',
  ],
  [
    '351',
    robbery(stolen([entry('10', '000000000')])),
    'Value of property is zero, but the property is 10 (Drugs/Narcotics), which has a value.',
    'Leave it blank for drugs of an offense 35A',
  ],
  [
    '352',
    crimesWith(['220'], lossOf('8', money)),
    'Type property loss is 8 (unknown), yet the segment goes on with property description 20 (Money).',
    'Leave the segment blank behind the type of loss',
  ],
  [
    '352',
    crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], { ...lossOf('1'), drugs: [marijuana('GM')] }),
    'Type property loss is 1 (none), yet the segment goes on with estimated drug quantity 000000001500.',
    'Leave all but the suspected drug type blank',
  ],
  [
    '353',
    robbery(stolen([entry('88', '000000002')])),
    'Value of property is 000000002, but 88 (Pending Inventory) is always entered with a value of one dollar.',
    'Enter 000000001',
  ],
  [
    '356',
    robbery(stolen([money]), recovered([entry('20', undefined, '20261005')])),
    'Date recovered is 20261005 (October 5, 2026), but the value of 20 (Money) is blank.',
    'Enter the value',
  ],
  [
    '356',
    robbery(stolen([money]), recovered([entry(undefined, undefined, '20261005')])),
    'Date recovered is 20261005 (October 5, 2026), but nothing says what was recovered.',
    'Enter the property description',
  ],
  [
    '357',
    robbery(stolen([car], '01')),
    'Number of stolen motor vehicles is 01, but the incident has no offense 240 (Motor Vehicle Theft).',
    'Leave it blank, or add the offense 240.',
  ],
  [
    '357',
    crimesWith(attempt, stolen([car], '01'), lossOf('8')),
    'Number of stolen motor vehicles is 01, but the offense 240 (Motor Vehicle Theft) was only attempted.',
    'enter C (completed)',
  ],
  [
    '360',
    vehicleTheft({ ...stolen([car], '01'), numberOfRecoveredMotorVehicles: '01' }),
    'Number of recovered motor vehicles is 01, but the type of loss of this segment is 7 (stolen/etc.).',
    'type of loss 5 (recovered)',
  ],
  [
    '359',
    vehicleTheft(stolen([money], '02')),
    'The segment counts 02 motor vehicles, but none of its property descriptions is one.',
    '03 (Automobiles), 05 (Buses), 24 (Other Motor Vehicles)',
  ],
  [
    '388',
    vehicleTheft(stolen([car, entry('05', '000009000')], '01')),
    'Number of stolen motor vehicles is 01, but 2 kinds of motor vehicles were stolen.',
    'how many motor vehicles were stolen in all',
  ],
])('%s says what is wrong and what to do', (code, report, message, hint) => {
  expect(validateReport(report, editContext)).toMatchObject([{ code, message, hint: expect.stringContaining(hint) }]);
});

test('a wrong type of loss is one finding, however many properties have a date', () => {
  const date = '20261005';
  const report = robbery(stolen([money, entry('17', '000000250', date), entry('16', '000000250', date)]));
  expect(validateReport(report, editContext)).toMatchObject([{ code: '355', columns: [69, 76], value: date }]);
});

test('a date that is none is not also too early', () => {
  const report = robbery(stolen([money]), recovered([entry('20', '000000250', '20260931')]));
  expect(validateReport(report, editContext)).toMatchObject([{ code: '305' }]);
});

test('a wrong entry is shown where it stands', () => {
  const report = robbery(stolen([money, entry('17', '000000000')]));
  expect(validateReport(report, editContext)).toMatchObject([{ code: '351', columns: [60, 68] }]);
});

test('recovered vehicles are counted without a theft when the incident is older than the NIBRS reports of the agency', () => {
  const report = robbery(stolen([car]), recovered([car], '01'));
  const codesIf = (nibrsSince: string) =>
    validateReport(report, { ...editContext, agencies: () => ({ kind: 'local', nibrsSince }) }).map(({ code }) => code);
  expect(codesIf('2026-10')).toEqual(['360']);
  expect(codesIf('2026-11')).toEqual(['937']);
});
