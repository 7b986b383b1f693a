import type { OffenseSegment, Property } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows, tribalAgency } from '../case.ts';
import { crimesWith, taken } from '../incidents.ts';
import { entry, lossOf, marijuana, money, pipe, recovered, seizedDrugs, stolen, thing } from '../segments.ts';

/** A drug case with these drugs seized. */
const seizure = (value: string | undefined, ...others: string[]) =>
  crimesWith(['35A', ...others], { ...lossOf('6', entry('10', value)), drugs: [marijuana] });

/** Gambling equipment and perhaps another offense, drugs without value among what was seized. */
const gambling = (value: string | undefined, ...others: Partial<OffenseSegment>[]) =>
  crimesWith(['39C', ...others], lossOf('6', entry('14', '000000100'), entry('10', value)));

const caseOf35A = (...properties: Property[]) =>
  crimesWith(['35A'], { ...lossOf('6', seizedDrugs, ...properties), drugs: [marijuana] });

const buildings = '29 30 31 32 33 34 35'.split(' ');
const tooBigToHide = '01 12 15 18 39'.split(' ');

/** What an offense cannot have taken, the motor vehicles of larcenies aside. */
const illogical: Readonly<Record<string, readonly string[]>> = {
  '220': buildings,
  '240': buildings,
  '23A': [...buildings, ...tooBigToHide, '04', '66', '78'],
  '23B': [...buildings, ...tooBigToHide, '04', '66', '78'],
  '23C': [...buildings, ...tooBigToHide],
  '23D': buildings,
  '23E': buildings,
  '23F': buildings,
  '23G': buildings,
};

export const descriptionCases: EditCase[] = [
  shows('382', 'stolen drugs', crimesWith(['23H'], stolen([seizedDrugs])), crimesWith(['23H'], stolen([thing('10')]))),
  shows(
    '382',
    'stolen drugs before 2021',
    crimesWith(['23H'], stolen([seizedDrugs])),
    crimesWith(['23H'], stolen([thing('10')])),
    olderPeriod,
  ),
  shows(
    '382',
    'stolen drugs, after money',
    crimesWith(['23H'], stolen([money, seizedDrugs])),
    crimesWith(['23H'], stolen([money, thing('10')])),
  ),
  shows('382', 'seized drugs', gambling(undefined), gambling('000000100')),
  shows(
    '382',
    'stolen drugs, and a drug case',
    crimesWith(['23H'], stolen([seizedDrugs])),
    crimesWith(['23H', '35A'], stolen([seizedDrugs]), { ...lossOf('6', seizedDrugs), drugs: [marijuana] }),
  ),
  shows(
    '387',
    'drugs without value in a case of equipment',
    crimesWith(['35B'], lossOf('6', seizedDrugs)),
    crimesWith(['35B'], lossOf('6', pipe)),
  ),
  shows(
    '352',
    'drugs without value, and nothing lost',
    crimesWith(['100'], lossOf('1', seizedDrugs)),
    crimesWith(['100'], lossOf('1')),
  ),
  shows(
    '081',
    'seized in a theft',
    crimesWith(['23H'], stolen([money]), lossOf('6', seizedDrugs)),
    crimesWith(['23H'], stolen([money])),
  ),
  shows(
    '204',
    'drugs without value, and an offense of no list',
    gambling(undefined, { offenseCode: '35Z' }),
    gambling('000000100'),
  ),
  shows(
    '201',
    'drugs without value, and an offense without code',
    gambling(undefined, { offenseCode: undefined }),
    gambling('000000100'),
  ),
  shows(
    '075',
    'drugs without value, and no offense',
    incident({ offenses: [], properties: [stolen([seizedDrugs])] }),
    incident(),
  ),

  shows('383', 'a value of drugs', seizure('000000250'), seizure(undefined)),
  shows('383', 'drugs of a million', seizure('001000000'), seizure(undefined)),
  shows('383', 'drugs of a dollar', seizure('000000001'), seizure(undefined)),
  shows('383', 'a value of drugs, not beside an assault', seizure('000000250'), seizure('000000250', '13B')),
  shows('383', 'a value of other property', seizure('000000250'), caseOf35A(money)),
  shows(
    '383',
    'a value of drugs after money',
    crimesWith(['35A'], { ...lossOf('6', money, thing('10')), drugs: [marijuana] }),
    caseOf35A(money),
  ),
  shows('351', 'drugs of the value zero', seizure('000000000'), seizure(undefined)),
  shows('302', 'drugs of a value that is no number', seizure('250'), seizure(undefined)),
  shows(
    '081',
    'stolen in a drug case',
    crimesWith(['35A'], { ...lossOf('6', seizedDrugs), drugs: [marijuana] }, stolen([thing('10')])),
    caseOf35A(),
  ),

  shows('387', 'equipment of drugs', caseOf35A(pipe), caseOf35A(money)),
  shows(
    '387',
    'equipment of both',
    caseOf35A(pipe),
    crimesWith(['35A', '35B'], { ...lossOf('6', seizedDrugs, pipe), drugs: [marijuana] }),
  ),
  shows(
    '387',
    'drugs of equipment',
    crimesWith(['35B'], lossOf('6', thing('10'))),
    crimesWith(['35B'], lossOf('6', pipe)),
  ),
  shows(
    '387',
    'drugs after equipment',
    crimesWith(['35B'], lossOf('6', pipe, thing('10'))),
    crimesWith(['35B'], lossOf('6', pipe, money)),
  ),
  ...['39C', '280', '250', '290'].map((other) => {
    const losses: Record<string, ReturnType<typeof lossOf>[]> = {
      '280': [recovered([thing('36', '20261005')])],
      '290': [lossOf('4', thing('16'))],
    };
    return shows(
      '387',
      `equipment of drugs, and not beside ${other}`,
      caseOf35A(pipe),
      crimesWith(['35A', other], { ...lossOf('6', seizedDrugs, pipe), drugs: [marijuana] }, ...(losses[other] ?? [])),
    );
  }),
  shows(
    '387',
    'equipment beside an assault',
    crimesWith(['35A', '13B'], { ...lossOf('6', seizedDrugs, pipe), drugs: [marijuana] }),
    caseOf35A(),
  ),
  shows('387', 'equipment of gambling', caseOf35A(pipe), crimesWith(['39C'], lossOf('6', pipe))),
  shows(
    '204',
    'equipment of an offense of no list',
    crimesWith(['35A', { offenseCode: '35Z' }], { ...lossOf('6', seizedDrugs, pipe), drugs: [marijuana] }),
    caseOf35A(),
  ),
  shows(
    '201',
    'equipment of an offense without code',
    crimesWith(['35A', { offenseCode: undefined }], { ...lossOf('6', seizedDrugs, pipe), drugs: [marijuana] }),
    caseOf35A(),
  ),
  shows(
    '352',
    'equipment that was not seized',
    crimesWith(['35A'], {
      ...lossOf('1', pipe),
      drugs: [{ ...marijuana, quantity: undefined, measurement: undefined }],
    }),
    caseOf35A(),
  ),
  shows(
    '081',
    'equipment seized in an attempt',
    crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], lossOf('8'), lossOf('6', pipe)),
    crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], lossOf('8')),
  ),

  ...Object.entries(illogical).flatMap(([offense, descriptions]) =>
    descriptions.map((description) =>
      shows(
        '390',
        `description ${description} stolen by ${offense}`,
        taken([offense], description),
        taken([offense], '20'),
      ),
    ),
  ),
  shows('390', 'a bicycle by shoplifting, and an identity', taken(['23C'], '29'), taken(['23C'], '04', '66', '78')),
  shows('390', 'a building by burglary, against farm equipment', taken(['220'], '29'), taken(['220'], '12', '39')),
  shows('390', 'a bicycle by two offenses', taken(['23A', '23B'], '04'), taken(['23A', '23C'], '04')),
  shows('390', 'by the first of two offenses only', taken(['23C', '23D'], '29'), taken(['23D', '23C'], '12')),
  shows('390', 'a trailer, and all other larceny', taken(['23B'], '78'), taken(['23B', '23H'], '78')),
  shows('390', 'a building, and all other larceny', taken(['23B'], '29'), taken(['23B', '23H'], '35')),
  ...['26A', '270'].map((other) =>
    shows('390', `a building, and not beside ${other}`, taken(['220'], '29'), taken(['220', other], '29')),
  ),
  shows('390', 'a building, and an assault', taken(['220', '13B'], '29'), taken(['220', '13B'], '20')),
  shows('390', 'a building, before an assault', taken(['13B', '220'], '29'), taken(['13B', '220'], '20')),
  shows('390', 'money and a building', taken(['220'], '20', '29'), taken(['220'], '20', '36')),
  shows(
    '390',
    'a building stolen and recovered',
    crimesWith(['220'], stolen([thing('29')]), recovered([thing('29', '20261005')])),
    crimesWith(['220'], stolen([thing('20')]), recovered([thing('20', '20261005')])),
  ),
  shows(
    '390',
    'a building recovered of an export',
    crimesWith(['220', '58B'], stolen([thing('20')]), recovered([thing('29', '20261005')])),
    crimesWith(['220', '58B'], stolen([thing('20')]), recovered([thing('36', '20261005')])),
    tribalAgency,
  ),
  shows(
    '390',
    'a building stolen, not seized',
    crimesWith(['220', '39C'], stolen([thing('29')]), lossOf('6', thing('14'))),
    crimesWith(['220', '39C'], stolen([thing('20')]), lossOf('6', thing('29'))),
  ),
  shows(
    '390',
    'a building stolen, not paid as ransom',
    taken(['220'], '29'),
    crimesWith(['100'], stolen([thing('29')])),
  ),
  shows(
    '204',
    'a building by an offense of no list',
    crimesWith(['220', { offenseCode: '22Z' }], stolen([thing('29')])),
    taken(['220'], '20'),
  ),
  shows(
    '201',
    'a building by an offense without code',
    crimesWith(['220', { offenseCode: undefined }], stolen([thing('29')])),
    taken(['220'], '20'),
  ),
];
