import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimesWith, robbery } from '../incidents.ts';
import { entry, lossOf, recovered, stolen, worthless } from '../segments.ts';

const zero = '000000000';
const one = '000000001';

/** The robbery of one thing. */
const robberyOf = (description: string | undefined, value: string | undefined) =>
  robbery(stolen([entry(description, value)]));

/** The same thing stolen and recovered, at these values. */
const recoveryOf = (description: string, before: string | undefined, after: string | undefined, date = '20261005') =>
  robbery(stolen([entry(description, before)]), recovered([entry(description, after, date)]));

const seizure = (drugs: string[], description = '10', value?: string) => ({
  ...lossOf('6', entry(description, value)),
  drugs: drugs.map((type) => ({ type, quantity: '000000001500', measurement: 'GM' })),
});

export const propertyValueCases: EditCase[] = [
  shows('351', 'worthless money', robberyOf('20', zero), robberyOf('20', one)),
  shows('351', 'worthless drugs', robberyOf('10', zero), robberyOf('10', one)),
  shows('351', 'a thing that may be worthless', robberyOf('78', zero), robberyOf('77', zero)),
  shows(
    '351',
    'the second of two',
    robbery(stolen([entry('20', one), entry('17', zero)])),
    robbery(stolen([entry('20', one), entry('17', one)])),
  ),
  shows('304', 'nobody knows what, worth nothing', robberyOf('40', zero), robberyOf('77', zero)),
  shows('1307', 'description 99, worth nothing', robberyOf('99', zero), robberyOf('77', zero), olderPeriod),
  shows(
    '301',
    'no type of loss, and worth something',
    robbery(lossOf(undefined, entry('20', one))),
    robberyOf('20', one),
  ),

  shows('353', 'an inventory of two dollars', robberyOf('88', '000000002'), robberyOf('88', one)),
  shows('353', 'an inventory worth nothing', robberyOf('88', zero), robberyOf('88', one)),
  shows('353', 'an inventory without value', robberyOf('88', undefined), robberyOf('88', one)),
  shows('353', 'an inventory worth a million', robberyOf('88', '001000000'), robberyOf('20', '000000002')),
  shows('353', 'an inventory that gained', recoveryOf('88', one, '000000002'), recoveryOf('88', one, one)),
  shows('302', 'an inventory of 1', robberyOf('88', '1'), robberyOf('88', one)),

  shows('354', 'a value of nothing', robberyOf(undefined, one), robberyOf('77', one)),
  shows('354', 'a value without description, recovered', withoutDescription('20261005'), recoveryOf('20', one, one)),
  shows('354', 'a value of nothing, and worthless', robberyOf(undefined, zero), robberyOf('77', zero)),

  ...worthless.flatMap((description) => [
    shows('391', `${description} with a value`, robberyOf(description, one), robberyOf(description, zero)),
    shows(
      '391',
      `${description} with a value, instead of none`,
      robberyOf(description, one),
      robberyOf(description, undefined),
    ),
  ]),
  shows('391', 'a document worth a million', robberyOf('48', '001000000'), robberyOf('48', zero)),
  shows('391', 'a document that gained', recoveryOf('48', zero, one), recoveryOf('48', zero, zero)),
  shows('302', 'a document worth 0', robberyOf('48', '0'), robberyOf('48', zero)),

  shows('301', 'money without value', robberyOf('20', undefined), robberyOf('20', one)),
  shows('301', 'a thing without value that needs one', robberyOf('78', undefined), robberyOf('77', undefined)),
  shows('301', 'a value that is blank since 2025', robberyOf('20', undefined), robberyOf('20', one), {
    period: '2025-01',
  }),
  shows(
    '301',
    'a value that was blank until 2024',
    robbery(lossOf(undefined, entry('20', one))),
    robberyOf('20', undefined),
    {
      period: '2024-12',
    },
  ),
  shows(
    '301',
    'recovered without value, nobody knows when',
    robbery(stolen([entry('20', one)]), recovered([entry('20', undefined)])),
    robbery(stolen([entry('20', one)]), recovered([entry('20', one)])),
  ),
  shows(
    '301',
    'damage without value, once on a date',
    crimesWith(['290'], lossOf('4', entry('16', undefined))),
    crimesWith(['290'], lossOf('4', entry('16', one))),
  ),
  shows('304', 'nobody knows what, nor of what value', robberyOf('40', undefined), robberyOf('77', undefined)),
  shows(
    '304',
    'nobody knows how, nor of what value',
    robbery(lossOf('9', entry('20', undefined))),
    robberyOf('20', one),
  ),
  shows('382', 'stolen drugs without value', robberyOf('10', undefined), robberyOf('10', one)),

  shows('301', 'seized drugs of no type', drugs35A(seizure([])), drugs35A(seizure(['E']))),
  shows(
    '301',
    'seized drugs of no type, and pipes',
    crimesWith(['35A', '35B'], seizure([])),
    crimesWith(['35A', '35B'], seizure([], '11', '000000020')),
  ),
  shows(
    '301',
    'drugs of no type in a case of drugs only',
    drugs35A(seizure([])),
    crimesWith(['250'], seizure([], '10', '000000020')),
  ),
  shows(
    '301',
    'stolen drugs beside seized ones',
    crimesWith(['35A', '220'], seizure([]), stolen([entry('20', one)])),
    crimesWith(['35A', '220'], seizure(['E']), stolen([entry('10', one)])),
  ),
  shows('392', 'drugs of no type, not seized', drugs35A(lossOf('1')), drugs35A(seizure(['E']))),
];

function drugs35A(...properties: Parameters<typeof crimesWith>[1][]) {
  return crimesWith(['35A'], ...properties);
}

function withoutDescription(date: string) {
  return robbery(stolen([entry('20', one)]), recovered([entry(undefined, one, date)]));
}
