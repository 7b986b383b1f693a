import { type EditCase, shows } from '../case.ts';
import { crimesWith, robbery } from '../incidents.ts';
import { drug, entry, lossOf, money, seizedDrugs, stolen } from '../segments.ts';

const jewelry = entry('17', '000000250');

/** Measurements, and for each another one of the same kind and one of another kind. */
const kinds = {
  GM: ['KG', 'ML'],
  KG: ['LB', 'LT'],
  LB: ['OZ', 'GL'],
  OZ: ['GM', 'FO'],
  FO: ['GL', 'DU'],
  GL: ['LT', 'NP'],
  LT: ['ML', 'DU'],
  ML: ['FO', 'NP'],
  DU: ['NP', 'KG'],
  NP: ['DU', 'LB'],
  XX: ['XX', 'OZ'],
} as const;

const seized = (...drugs: [string, string][]) =>
  crimesWith(['35A'], {
    ...lossOf('6', seizedDrugs),
    drugs: drugs.map(([type, measurement]) => ({ type, quantity: '000000001000', measurement })),
  });

const suspected = (...types: string[]) =>
  crimesWith([{ offenseCode: '35A', attemptedCompleted: 'A' }], {
    ...lossOf('1'),
    drugs: types.map((type) => drug(type)),
  });

export const repeatCases: EditCase[] = [
  shows('306', 'money twice', robbery(stolen([money, money])), robbery(stolen([money, jewelry]))),
  shows('306', 'money first and last', robbery(stolen([money, jewelry, money])), robbery(stolen([money, jewelry]))),
  shows(
    '306',
    'jewelry last',
    robbery(stolen([money, jewelry, jewelry])),
    robbery(stolen([money, jewelry, entry('16', '000000250')])),
  ),
  shows(
    '304',
    'a description that is none, twice',
    robbery(stolen([entry('40', '000000250'), entry('40', '000000250')])),
    robbery(stolen([money])),
  ),
  shows(
    '354',
    'no description, twice',
    robbery(stolen([entry(undefined, '000000250'), entry(undefined, '000000250')])),
    robbery(stolen([money])),
  ),
  ...Object.entries(kinds).map(([measurement, [same, other]]) =>
    shows(
      '306',
      `opium in ${measurement} and ${same}`,
      seized(['G', measurement], ['G', same]),
      seized(['G', measurement], ['G', other]),
    ),
  ),
  shows('306', 'opium twice', seized(['G', 'GM'], ['G', 'GM']), seized(['G', 'GM'], ['D', 'GM'])),
  shows(
    '306',
    'opium first and last',
    seized(['G', 'GM'], ['D', 'GM'], ['G', 'GM']),
    seized(['G', 'GM'], ['D', 'GM'], ['G', 'ML']),
  ),
  shows(
    '306',
    'unknown drugs by weight and in doses',
    seized(['U', 'GM'], ['U', 'DU']),
    seized(['U', 'GM'], ['P', 'DU']),
  ),
  shows('306', 'opium twice, not seized', suspected('G', 'G'), suspected('G', 'D')),
  shows('304', 'a drug that is none, twice', suspected('Z', 'Z'), suspected('G', 'D')),
];
