import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes } from './incidents.ts';

const [intimidated] = crimes['13C'].victims ?? [];

/** A victim of an age who is something to an offender of an age. */
const pair = (relationship: string, ageOfOffender: string, ageOfVictim = '34') =>
  incident({
    ...crimes['13C'],
    victims: [{ ...intimidated, ageOfVictim, relationships: [{ offenderNumber: '01', relationship }] }],
    offenders: [{ ageOfOffender }],
  });

const touched = (relationship: string, ageOfOffender: string) =>
  incident({
    ...crimes['11D'],
    victims: [{ connectedOffenseCodes: ['11D'], relationships: [{ offenderNumber: '01', relationship }] }],
    offenders: [{ ageOfOffender }],
  });

const robbed = (relationship: string, ageOfOffender: string) =>
  incident({
    arrestees: [],
    victims: [{ relationships: [{ offenderNumber: '01', relationship }] }],
    offenders: [{ ageOfOffender }],
  });

/** Two victims and two offenders; the second victim is related to the second offender so. */
const four = (relationship: string, ageOfOffender: string) =>
  incident({
    ...crimes['13C'],
    victims: [
      {
        ...intimidated,
        relationships: [
          { offenderNumber: '01', relationship: 'ST' },
          { offenderNumber: '02', relationship: 'ST' },
        ],
      },
      {
        ...intimidated,
        victimSequenceNumber: '002',
        relationships: [
          { offenderNumber: '01', relationship: 'ST' },
          { offenderNumber: '02', relationship },
        ],
      },
    ],
    offenders: [{ ageOfOffender: '34' }, { offenderSequenceNumber: '02', ageOfOffender }],
  });

const older = ['PA', 'GP', 'FP'];
const younger = ['CH', 'GC', 'FC'];

export const offenderRelationshipCases: EditCase[] = [
  shows('550', 'twelve', pair('SE', '12'), pair('BG', '12')),
  shows('550', 'one', pair('SE', '01'), pair('SE', '00')),
  shows('550', 'ten, which is rare for a robber as well', robbed('SE', '10'), robbed('BG', '11')),
  shows('550', 'nine to sixteen, on average twelve', pair('SE', '0916'), pair('BG', '0916')),
  shows('550', 'twelve, which is rare for such contact as well', touched('SE', '12'), touched('BG', '13')),
  shows('550', 'the second of each', four('SE', '12'), four('BG', '12')),
  shows('1549', 'thirteen', pair('SE', '13'), pair('BG', '13')),
  shows('1549', 'seventeen', pair('SE', '17'), pair('SE', '18')),
  shows('1549', 'fifteen to twenty, on average seventeen', pair('SE', '1520'), pair('SE', '1521')),
  shows('1549', 'the second of each', four('SE', '17'), four('SE', '18')),
  ...older.flatMap((relationship) => [
    shows('554', `${relationship}, younger`, pair(relationship, '50', '20'), pair(relationship, '20', '50')),
    shows('554', `${relationship}, as old`, pair(relationship, '50', '50'), pair(relationship, '39', '50')),
    shows('554', `${relationship}, newborn`, pair(relationship, '20', 'NB'), pair(relationship, '20', '00')),
  ]),
  ...younger.flatMap((relationship) => [
    shows('554', `${relationship}, older`, pair(relationship, '20', '50'), pair(relationship, '50', '20')),
    shows('554', `${relationship}, as old`, pair(relationship, '50', '50'), pair(relationship, '50', '39')),
  ]),
  ...['NN', 'NB', 'BB'].map((age) =>
    shows('554', `an offender of some days, ${age}`, pair('PA', '20', age), pair('CH', '20', age)),
  ),
  shows('554', 'ranges, by their averages', pair('PA', '4051', '3041'), pair('PA', '2029', '3041')),
  shows('554', 'an offender of two, which is rare', pair('CH', '02'), pair('CH', '50')),
  shows('554', 'twelve, which is rare for such contact as well', touched('CH', '12'), touched('CH', '50')),
  shows('554', 'of a robber of two, which is rare as well', robbed('CH', '02'), robbed('CH', '50')),
  shows('554', 'an age known against an unknown one', pair('CH', '20'), pair('CH', '00')),
  shows('554', 'the second of each', four('CH', '20'), four('CH', '50')),
  ...['SP', 'SC', 'IL', 'OF'].map((relationship) =>
    shows('554', `nothing is said of ${relationship}`, pair('GC', '20', '50'), pair(relationship, '20', '50')),
  ),
  shows('554', 'a foster parent as soon as there are', pair('FP', '50', '20'), pair('FP', '20', '50'), {
    period: '2025-01',
  }),
  ...['FP', 'FC'].map((relationship) =>
    shows(
      '404',
      `${relationship} before its time`,
      pair(relationship, '34', '34'),
      pair('OF', '34', '34'),
      olderPeriod,
    ),
  ),
];
