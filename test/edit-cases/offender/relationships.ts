import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes } from '../incidents.ts';
import { related } from '../segments.ts';

/** An offense by an offender of an age, to whom the victim is something. */
const by = (code: string, relationship: string, ageOfOffender: string, ageOfVictim = '34') =>
  crimes([code], { victims: [{ ageOfVictim, relationships: related(relationship) }], offenders: [{ ageOfOffender }] });

const pair = (relationship: string, ageOfOffender: string, ageOfVictim?: string) =>
  by('13C', relationship, ageOfOffender, ageOfVictim);
const touched = (relationship: string, ageOfOffender: string) => by('11D', relationship, ageOfOffender);
const robbed = (relationship: string, ageOfOffender: string) => by('120', relationship, ageOfOffender);

/** Two victims and two offenders; the second victim is related to the second offender so. */
const four = (relationship: string, ageOfOffender: string) =>
  crimes(['13C'], {
    victims: [{ relationships: related('ST', 'ST') }, { relationships: related('ST', relationship) }],
    offenders: [{ ageOfOffender: '34' }, { ageOfOffender }],
  });

const older = ['PA', 'GP', 'FP'];
const younger = ['CH', 'GC', 'FC'];

export const offenderRelationshipCases: EditCase[] = [
  shows('550', 'aged twelve', pair('SE', '12'), pair('BG', '12')),
  shows('550', 'aged one', pair('SE', '01'), pair('SE', '00')),
  shows('550', 'aged ten, which is rare for a robber as well', robbed('SE', '10'), robbed('BG', '11')),
  shows('550', 'aged twelve on average', pair('SE', '0916'), pair('BG', '0916')),
  shows('550', 'aged twelve, which is rare for such contact as well', touched('SE', '12'), touched('BG', '13')),
  shows('550', 'the second victim and offender', four('SE', '12'), four('BG', '12')),
  shows('1549', 'aged thirteen', pair('SE', '13'), pair('BG', '13')),
  shows('1549', 'aged seventeen', pair('SE', '17'), pair('SE', '18')),
  shows('1549', 'aged seventeen on average', pair('SE', '1520'), pair('SE', '1521')),
  shows('1549', 'the second victim and offender', four('SE', '17'), four('SE', '18')),
  ...older.flatMap((relationship) => [
    shows(
      '554',
      `${relationship} of an older offender`,
      pair(relationship, '50', '20'),
      pair(relationship, '20', '50'),
    ),
    shows('554', `${relationship}, as old`, pair(relationship, '50', '50'), pair(relationship, '39', '50')),
    shows('554', `${relationship}, newborn`, pair(relationship, '20', 'NB'), pair(relationship, '20', '00')),
  ]),
  ...younger.flatMap((relationship) => [
    shows(
      '554',
      `${relationship} of a younger offender`,
      pair(relationship, '20', '50'),
      pair(relationship, '50', '20'),
    ),
    shows('554', `${relationship}, as old`, pair(relationship, '50', '50'), pair(relationship, '50', '39')),
  ]),
  ...['NN', 'NB', 'BB'].map((age) =>
    shows('554', `an offender of some days, ${age}`, pair('PA', '20', age), pair('CH', '20', age)),
  ),
  shows('554', 'ranges, by their averages', pair('PA', '4051', '3041'), pair('PA', '2029', '3041')),
  shows('554', 'an offender of two, which is rare', pair('CH', '02'), pair('CH', '50')),
  shows('554', 'aged twelve, which is rare for such contact as well', touched('CH', '12'), touched('CH', '50')),
  shows('554', 'a robber of two, which is rare as well', robbed('CH', '02'), robbed('CH', '50')),
  shows('554', 'an age known against an unknown one', pair('CH', '20'), pair('CH', '00')),
  shows('554', 'the second victim and offender', four('CH', '20'), four('CH', '50')),
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
