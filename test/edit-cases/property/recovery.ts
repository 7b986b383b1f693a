import type { AdministrativeSegment, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimesWith, robbery } from '../incidents.ts';
import { entry, lossOf, recovered, stolen } from '../segments.ts';

const value = '000000250';

/** A robbery of October 3 whose money was recovered on a day, as a submission of October. */
const recoveredOn = (
  date: string | undefined,
  administrative: Partial<AdministrativeSegment> = {},
  recovery: Partial<PropertySegment> = {},
) =>
  incident({
    administrative,
    properties: [stolen([entry('20', value)]), { ...recovered([entry('20', value, date)]), ...recovery }],
    arrestees: [],
  });

/** A robbery whose recovered property is this. */
const recoveryOf = (...found: Parameters<typeof entry>) =>
  robbery(stolen([entry('20', value), entry('77', value), entry('10', value)]), recovered([entry(...found)]));

const right = '20261005';

export const recoveryCases: EditCase[] = [
  shows('305', 'October 32', recoveredOn('20261032'), recoveredOn('20261031')),
  shows('305', 'in the month after', recoveredOn('20261101'), recoveredOn('20261031')),
  shows('305', 'before the robbery', recoveredOn('20261002'), recoveredOn('20261003')),
  shows(
    '305',
    'still to come',
    recoveredOn('20261123', {}, { submissionMonth: '12' }),
    recoveredOn('20261122', {}, { submissionMonth: '12' }),
  ),
  shows(
    '305',
    'the second of two',
    robbery(
      stolen([entry('20', value), entry('17', value)]),
      recovered([entry('20', value, right), entry('17', value, '20261002')]),
    ),
    robbery(
      stolen([entry('20', value), entry('17', value)]),
      recovered([entry('20', value, right), entry('17', value, right)]),
    ),
  ),
  shows('105', 'recovered before no date', recoveredOn(right, { incidentDate: '20261432' }), recoveredOn(right)),
  shows(
    '105',
    'recovered before a robbery to come',
    recoveredOn(right, { incidentDate: '20261123', submissionMonth: '12' }),
    recoveredOn(right, { submissionMonth: '12' }),
  ),
  shows(
    '305',
    'recovered before the robbery of today',
    recoveredOn(right, { incidentDate: '20261122', submissionMonth: '12' }),
    recoveredOn(right, { submissionMonth: '12' }),
  ),
  shows(
    '101',
    'recovered after nobody knows what',
    recoveredOn(right, { incidentDate: undefined }),
    recoveredOn(right),
  ),

  shows('355', 'stolen, and recovered at once', stolenOn(right), stolenOn(undefined)),
  shows('355', 'a date of theft', stolenOn('20261001'), stolenOn(undefined)),
  shows('355', 'a date without value, before 2025', withoutValue(right), withoutValue(undefined), {
    period: '2024-12',
  }),
  // Two mistakes: the date does not belong there, and the value is missing.
  { ...shows('355', 'a date without value', withoutValue(right), stolenOn(undefined)), alongside: ['301'] },
  shows('355', 'the second of two', stolenOn(undefined, right), stolenOn(undefined, undefined)),
  shows('355', 'damaged and recovered', damagedOn(right), damagedOn(undefined)),
  shows(
    '301',
    'a date, and no type of loss',
    robbery(lossOf(undefined, entry('20', value, right))),
    stolenOn(undefined),
  ),
  shows(
    '304',
    'a date, and an unknown type of loss',
    robbery(lossOf('9', entry('20', value, right))),
    stolenOn(undefined),
  ),

  shows('356', 'a date without value', recoveryOf('20', undefined, right), recoveryOf('20', value, right)),
  shows('356', 'a date alone', recoveryOf(undefined, undefined, right), recoveryOf('77', undefined, right)),
  shows('356', 'a date without value, before 2025', recoveryOf('20', undefined, right), recoveryOf('20', undefined), {
    period: '2024-12',
  }),
  shows(
    '304',
    'a date without legible description',
    crimesWith(['280'], recovered([entry('40', undefined, right)])),
    crimesWith(['280'], recovered([entry('77', undefined, right)])),
  ),
  shows('382', 'recovered drugs without value', recoveryOf('10', undefined, right), recoveryOf('10', value, right)),
];

function stolenOn(...dates: (string | undefined)[]) {
  return robbery(stolen(dates.map((date, index) => entry(['20', '17'][index], value, date))));
}

function withoutValue(date: string | undefined) {
  return robbery(stolen([entry('20', undefined, date)]));
}

function damagedOn(date: string | undefined) {
  return crimesWith(['290'], lossOf('4', entry('16', value, date)));
}
