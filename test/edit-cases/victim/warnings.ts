import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { type Crime, crimes, crimesAgainst } from '../incidents.ts';
import { officer, related, weapons } from '../segments.ts';

/** A crime with one victim, who differs so. */
const done = (offense: string, victim: Partial<VictimSegment>) => crimesAgainst([offense], victim);

/** An assault with such weapons and injuries. */
const assault = (offenseCode: string, armedWith: string[], typeInjury: string[]) =>
  crimesAgainst([{ offenseCode, weapons: weapons(...armedWith) }], { typeInjury });

const otherFelony = { assaultHomicideCircumstances: ['08'] };

const attacked = (offense: string, ...assaultHomicideCircumstances: string[]) =>
  done(offense, { ...officer, assaultHomicideCircumstances });

/** Vandalism of the property of such victims. */
const vandalism = (...victims: Partial<VictimSegment>[]) => crimesAgainst(['290'], ...victims);

/** Prostitution and perhaps its promotion, with a bias each. */
const prostitution = (...biases: string[]) => crimes(biases.map((bias, index) => biased(['40A', '40B'][index], bias)));

const biased = (offenseCode: string | undefined, bias: string): Crime => ({ offenseCode, biasMotivation: [bias] });

export const victimWarningCases: EditCase[] = [
  shows(
    '480',
    'another felony beside an aggravated assault',
    done('13A', otherFelony),
    done('13A', { assaultHomicideCircumstances: ['09'] }),
  ),
  shows(
    '480',
    'another felony beside a murder',
    done('09A', otherFelony),
    done('09A', { assaultHomicideCircumstances: ['09'] }),
  ),
  shows(
    '480',
    'an argument and another felony',
    done('13A', { assaultHomicideCircumstances: ['01', '08'] }),
    done('13A', { assaultHomicideCircumstances: ['01', '09'] }),
  ),
  shows(
    '480',
    'another felony, and only one offense',
    done('13A', otherFelony),
    crimesAgainst(
      ['13A', '36B'],
      { ...otherFelony, connectedOffenseCodes: ['13A'] },
      { connectedOffenseCodes: ['36B'] },
    ),
  ),
  shows(
    '480',
    'another felony, and only one victim',
    done('13A', otherFelony),
    crimesAgainst(['13A'], otherFelony, {}),
  ),
  shows('1402', 'aged twelve', done('36B', { ageOfVictim: '12' }), done('36B', { ageOfVictim: '13' })),
  shows('1402', 'aged twelve on average', done('36B', { ageOfVictim: '1014' }), done('36B', { ageOfVictim: '1214' })),
  shows(
    '1402',
    'a baby, against an unknown age',
    done('36B', { ageOfVictim: 'BB' }),
    done('36B', { ageOfVictim: '00' }),
  ),
  shows(
    '1402',
    'aged twelve, not of an assault',
    done('36B', { ageOfVictim: '12' }),
    done('13B', { ageOfVictim: '12' }),
  ),
  ...['N', 'M'].flatMap((injury) =>
    ['40', '99'].map((weapon) =>
      shows(
        '1404',
        `injury ${injury} and weapon ${weapon}`,
        assault('13A', [weapon], [injury]),
        assault('13A', ['30'], [injury]),
      ),
    ),
  ),
  shows(
    '1404',
    'no major injury, such as a broken bone',
    assault('13A', ['40'], ['M']),
    assault('13A', ['40'], ['M', 'B']),
  ),
  shows('1404', 'no weapon but hands', assault('13A', ['40'], ['M']), assault('13A', ['40', '20'], ['M'])),
  shows('401', 'no word of injuries', assault('13A', ['40'], []), assault('13A', ['40'], ['B'])),
  shows('221', 'no word of weapons', assault('13A', [], ['M']), assault('13A', ['30'], ['M'])),
  shows('1405', 'injured with no weapon, as it says', assault('13B', ['99'], ['M']), assault('13B', ['99'], ['N'])),
  shows('1405', 'injured with no weapon, against hands', assault('13B', ['99'], ['M']), assault('13B', ['40'], ['M'])),
  shows('1407', 'nothing known, against an age', unknown({}), unknown({ ageOfVictim: '34' })),
  shows('1407', 'nothing known, against a sex', unknown({}), unknown({ sexOfVictim: 'M' })),
  shows('1407', 'nothing known, against a race', unknown({}), unknown({ raceOfVictim: 'W' })),
  shows('1407', 'nothing known of an officer', unknown(officer), unknown({ ...officer, ageOfVictim: '34' })),
  shows('1408', 'aged six', vandalism({ ageOfVictim: '06' }), vandalism({ ageOfVictim: '07' })),
  shows('1408', 'aged some days', vandalism({ ageOfVictim: 'NB' }), vandalism({ ageOfVictim: '00' })),
  shows(
    '1408',
    'aged six, and the only victim',
    vandalism({ ageOfVictim: '06' }),
    vandalism({ ageOfVictim: '06' }, {}),
  ),
  shows('1408', 'aged six, and nobody beaten', vandalism({ ageOfVictim: '06' }), done('13B', { ageOfVictim: '06' })),
  ...['01', '03', '04', '05', '06', '09', '10'].map((code) =>
    shows('1409', `circumstance ${code}`, attacked('13A', code), attacked('13A', '02')),
  ),
  shows('1409', 'an officer murdered', attacked('09A', '09'), attacked('09A', '09', '02')),
  shows(
    '1409',
    'an officer, not a civilian',
    attacked('13A', '09'),
    done('13A', { assaultHomicideCircumstances: ['09'] }),
  ),
  shows('401', 'an officer, and no word of circumstances', attacked('13A'), attacked('13A', '02')),
  shows('404', 'an officer, and a circumstance there is not', attacked('13A', '11'), attacked('13A', '02')),
  shows('1427', 'bias against society', prostitution('21'), prostitution('88')),
  shows('1427', 'bias in the second offense', prostitution('88', '21'), prostitution('88', '88')),
  shows('204', 'no such bias', prostitution('20'), prostitution('88')),
  shows('1427', 'bias against society, not against a person', prostitution('21'), crimes([biased('290', '21')])),
];

function unknown(victim: Partial<VictimSegment>) {
  const base = { ageOfVictim: '00', sexOfVictim: 'U', raceOfVictim: 'U', relationships: related('ST') };
  return done('13B', { ...base, ...victim });
}
