import type { OffenseSegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crime, offenseOf, related, victimOf } from './crimes.ts';

/** A crime with one victim, who differs so. */
const done = (offense: string, victim: Partial<VictimSegment>) =>
  crime([offense], { victims: [victimOf([offense], victim)] });

/** An assault with such weapons and injuries. */
const assault = (code: string, weapons: string[], typeInjury: string[]) =>
  crime([code], {
    offenses: [offenseOf(code, { weapons: weapons.map((weapon) => ({ weapon, automatic: undefined })) })],
    victims: [victimOf([code], { typeInjury })],
  });

const otherFelony = { assaultHomicideCircumstances: ['08'] };

const officer: Partial<VictimSegment> = {
  typeOfVictim: 'L',
  officerActivityCircumstance: '01',
  officerAssignmentType: 'F',
};
const attacked = (offense: string, ...assaultHomicideCircumstances: string[]) =>
  done(offense, { ...officer, assaultHomicideCircumstances });

/** Vandalism with such victims. */
const vandalism = (...victims: Partial<VictimSegment>[]) =>
  crime(['290'], {
    properties: [{ typePropertyLoss: '4' }],
    victims: victims.map((victim, index) => victimOf(['290'], { victimSequenceNumber: `00${index + 1}`, ...victim })),
  });

/** Prostitution, with such bias, and society as its victim. */
const prostitution = (...biases: string[][]) => {
  const codes = ['40A', '370'].slice(0, biases.length);
  return crime(codes, {
    offenses: codes.map((code, index) =>
      offenseOf(code, {
        biasMotivation: biases[index] ?? [],
        criminalActivityGang: [code === '370' ? 'P' : 'N'],
        offenderSuspectedOfUsing: [code === '370' ? 'C' : 'N'],
      } satisfies Partial<OffenseSegment>),
    ),
    victims: [{ ...nobody, connectedOffenseCodes: codes }],
  });
};

const nobody: Partial<VictimSegment> = {
  typeOfVictim: 'S',
  ageOfVictim: undefined,
  sexOfVictim: undefined,
  raceOfVictim: undefined,
  ethnicityOfVictim: undefined,
  residentStatusOfVictim: undefined,
  typeInjury: [],
  relationships: [],
};

export const victimWarningCases: EditCase[] = [
  shows('480', 'aggravated assault', done('13A', otherFelony), done('13A', { assaultHomicideCircumstances: ['09'] })),
  shows('480', 'murder', done('09A', otherFelony), done('09A', { assaultHomicideCircumstances: ['09'] })),
  shows(
    '480',
    'beside an argument',
    done('13A', { assaultHomicideCircumstances: ['01', '08'] }),
    done('13A', { assaultHomicideCircumstances: ['01', '09'] }),
  ),
  shows(
    '480',
    'one offense',
    done('13A', otherFelony),
    crime(['13A', '36B'], {
      victims: [victimOf(['13A'], otherFelony), victimOf(['36B'], { victimSequenceNumber: '002' })],
    }),
  ),
  shows(
    '480',
    'one victim',
    done('13A', otherFelony),
    crime(['13A'], {
      victims: [victimOf(['13A'], otherFelony), victimOf(['13A'], { victimSequenceNumber: '002' })],
    }),
  ),
  shows('1402', 'twelve years', done('36B', { ageOfVictim: '12' }), done('36B', { ageOfVictim: '13' })),
  shows('1402', '10 to 14 years', done('36B', { ageOfVictim: '1014' }), done('36B', { ageOfVictim: '1214' })),
  shows('1402', 'unknown', done('36B', { ageOfVictim: 'BB' }), done('36B', { ageOfVictim: '00' })),
  shows('1402', 'another offense', done('36B', { ageOfVictim: '12' }), done('13B', { ageOfVictim: '12' })),
  ...['N', 'M'].flatMap((injury) =>
    ['40', '99'].map((weapon) =>
      shows('1404', `${injury} and ${weapon}`, assault('13A', [weapon], [injury]), assault('13A', ['30'], [injury])),
    ),
  ),
  shows('1404', 'a broken bone', assault('13A', ['40'], ['M']), assault('13A', ['40'], ['M', 'B'])),
  shows('1404', 'a knife', assault('13A', ['40'], ['M']), assault('13A', ['40', '20'], ['M'])),
  shows('401', 'no word of injuries', assault('13A', ['40'], []), assault('13A', ['40'], ['B'])),
  shows('221', 'no word of weapons', assault('13A', [], ['M']), assault('13A', ['30'], ['M'])),
  shows('1405', 'a minor injury', assault('13B', ['99'], ['M']), assault('13B', ['99'], ['N'])),
  shows('1405', 'no weapon', assault('13B', ['99'], ['M']), assault('13B', ['40'], ['M'])),
  shows('1407', 'age', unknown({}), unknown({ ageOfVictim: '34' })),
  shows('1407', 'sex', unknown({}), unknown({ sexOfVictim: 'M' })),
  shows('1407', 'race', unknown({}), unknown({ raceOfVictim: 'W' })),
  shows('1407', 'an officer', unknown(officer), unknown({ ...officer, ageOfVictim: '34' })),
  shows('1408', 'six years', vandalism({ ageOfVictim: '06' }), vandalism({ ageOfVictim: '07' })),
  shows('1408', 'six days', vandalism({ ageOfVictim: 'NB' }), vandalism({ ageOfVictim: '00' })),
  shows('1408', 'the only victim', vandalism({ ageOfVictim: '06' }), vandalism({ ageOfVictim: '06' }, {})),
  shows('1408', 'a crime against property', vandalism({ ageOfVictim: '06' }), done('13B', { ageOfVictim: '06' })),
  ...['01', '03', '04', '05', '06', '09', '10'].map((code) =>
    shows('1409', code, attacked('13A', code), attacked('13A', '02')),
  ),
  shows('1409', 'murder', attacked('09A', '09'), attacked('09A', '09', '02')),
  shows('1409', 'an officer', attacked('13A', '09'), done('13A', { assaultHomicideCircumstances: ['09'] })),
  shows('401', 'an officer, and no word of circumstances', attacked('13A'), attacked('13A', '02')),
  shows('404', 'an officer, and a circumstance there is not', attacked('13A', '11'), attacked('13A', '02')),
  shows('1427', 'bias', prostitution(['21']), prostitution(['88'])),
  shows('1427', 'bias in the second offense', prostitution(['88'], ['21']), prostitution(['88'], ['88'])),
  shows('204', 'no such bias', prostitution(['20']), prostitution(['88'])),
  shows(
    '1427',
    'society',
    prostitution(['21']),
    crime(['290'], {
      offenses: [offenseOf('290', { biasMotivation: ['21'] })],
      properties: [{ typePropertyLoss: '4' }],
    }),
  ),
];

function unknown(victim: Partial<VictimSegment>) {
  const base = { ageOfVictim: '00', sexOfVictim: 'U', raceOfVictim: 'U', relationships: related('ST') };
  return done('13B', { ...base, ...victim });
}
