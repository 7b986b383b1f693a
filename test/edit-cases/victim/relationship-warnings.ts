import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes } from '../incidents.ts';
import { related } from '../segments.ts';

const family = 'SE CS PA SB CH GP GC IL SP SC SS OF FP FC'.split(' ');
const others = 'AQ FR NE BE BG CF XS XR EE ER OK CO RU ST'.split(' ');

/** The age of a victim who is 15, or as far from the offender of 27 as the relationship takes. */
const ages: Readonly<Record<string, string>> = { SE: '18', PA: '45', GP: '70', SP: '45', FP: '45' };

const incest = (...relationships: (string | undefined)[]) =>
  sexual('36A', ages[relationships[0] ?? ''] ?? '15', relationships);
const statutoryRape = (...relationships: (string | undefined)[]) => sexual('36B', '15', relationships);

function sexual(offense: string, ageOfVictim: string, relationships: (string | undefined)[]) {
  return crimes([offense], {
    victims: [{ ageOfVictim, relationships: related(...relationships) }],
    offenders: relationships.map(() => ({})),
  });
}

/** A beating of a victim by an offender of these ages. */
const beating = (relationship: string, ageOfVictim: string, ageOfOffender: string, typeOfVictim = 'I') =>
  crimes(['13B'], {
    victims: [{ typeOfVictim, ageOfVictim, relationships: related(relationship) }],
    offenders: [{ ageOfOffender }],
  });

/** The same of a victim of 20 and two offenders, whose child it is. */
const childOfTwo = (ageOfSecond: string) =>
  crimes(['13B'], {
    victims: [{ ageOfVictim: '20', relationships: related('CH', 'CH') }],
    offenders: [{ ageOfOffender: '40' }, { ageOfOffender: ageOfSecond }],
  });

/** Relationships whose elder is the victim, the offender, or either of them. */
const elderVictims = ['PA', 'GP', 'FP'];
const elderOffenders = ['CH', 'GC', 'FC'];
const eitherElder = ['SP', 'SC', 'CF'];

export const victimRelationshipWarningCases: EditCase[] = [
  ...others.map((relationship) => shows('1401', `related as ${relationship}`, incest(relationship), incest('OF'))),
  ...family
    .filter((relationship) => relationship !== 'OF')
    .map((relationship) => shows('1401', `${relationship} is family`, incest('ST'), incest(relationship))),
  shows('1401', 'no relative among two', incest('AQ', 'RU'), incest('AQ', 'SB')),
  shows('404', 'incest with no relationship there is', incest('ZZ'), incest('SB')),
  shows('404', 'incest with a foster child before 2025', incest('FC'), incest('CH'), olderPeriod),
  ...family
    .filter((relationship) => !(relationship in ages))
    .map((relationship) =>
      shows('1403', `${relationship}, which is incest`, statutoryRape(relationship), incest(relationship)),
    ),
  ...['CS', 'IL'].map((relationship) =>
    shows('1403', `${relationship} is family`, statutoryRape(relationship), statutoryRape('ST')),
  ),
  ...others.map((relationship) =>
    shows('1403', `${relationship} is no family`, statutoryRape('OF'), statutoryRape(relationship)),
  ),
  shows('1403', 'a relative among two', statutoryRape('AQ', 'SB'), statutoryRape('AQ', 'RU')),
  shows('404', 'statutory rape of a foster child before 2025', statutoryRape('FC'), statutoryRape('ST'), olderPeriod),
  ...elderVictims.map((code) =>
    shows('1413', `${code}, ten years older`, beating(code, '40', '30'), beating(code, '41', '30')),
  ),
  ...elderOffenders.map((code) =>
    shows('1413', `${code}, ten years younger`, beating(code, '20', '30'), beating(code, '19', '30')),
  ),
  ...eitherElder.flatMap((code) => [
    shows('1413', `${code}, an elder victim`, beating(code, '40', '30'), beating(code, '41', '30')),
    shows('1413', `${code}, an elder offender`, beating(code, '20', '30'), beating(code, '19', '30')),
    shows('1413', `${code}, of the same age`, beating(code, '30', '30'), beating('AQ', '30', '30')),
  ]),
  ...elderVictims.map((code) =>
    shows('554', `${code}, who is younger`, beating(code, '30', '31'), beating(code, '42', '31')),
  ),
  ...elderOffenders.map((code) =>
    shows('554', `${code}, who is older`, beating(code, '31', '30'), beating(code, '19', '30')),
  ),
  ...elderOffenders.map((code) =>
    shows('554', `${code}, of the same age`, beating(code, '30', '30'), beating(code, '19', '30')),
  ),
  shows('1413', 'a baby', beating('CH', 'BB', '10'), beating('CH', 'BB', '11')),
  shows('1413', 'the average of a range', beating('CH', '20', '2833'), beating('CH', '20', '2834')),
  shows('1413', 'an age that is known', beating('CH', '20', '30'), beating('CH', '00', '30')),
  shows('1413', 'ages that are known', beating('CH', '20', '30'), beating('CH', '20', '00')),
  shows('1413', 'the second offender', childOfTwo('30'), childOfTwo('31')),
  shows('464', 'a business as child', beating('CH', '20', '30', 'B'), beating('CH', '19', '30')),
  shows('404', 'a foster child before 2025', beating('FC', '20', '30'), beating('CH', '19', '30'), olderPeriod),
  shows('1449', 'a spouse of 17', beating('SE', '17', '27'), beating('SE', '18', '27')),
  shows('1449', 'a spouse of 13', beating('SE', '13', '27'), beating('BG', '13', '27')),
  shows('1449', 'a spouse of 16 to 19', beating('SE', '1619', '27'), beating('SE', '1719', '27')),
  shows('1449', 'a spouse whose age is known', beating('SE', '17', '27'), beating('SE', '00', '27')),
  shows('450', 'a spouse of 12', beating('SE', '12', '27'), beating('AQ', '12', '27')),
];
