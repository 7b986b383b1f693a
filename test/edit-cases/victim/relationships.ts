import type { OffenderSegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crime, related, victimOf } from './crimes.ts';

type Relationships = VictimSegment['relationships'];

/** Somebody who was beaten, and stands so to the offenders. */
const beaten = (relationships: Relationships, overrides: Partial<VictimSegment> = {}) =>
  victimOf(['13B'], { relationships, ...overrides });

/** A brawl of these victims with so many offenders. */
const brawl = (offenders: number, ...victims: Partial<VictimSegment>[]) =>
  crime(['13B'], {
    victims: victims.map((victim, index) => ({ victimSequenceNumber: `00${index + 1}`, ...victim })),
    offenders: Array.from({ length: offenders }, (_, index) => ({ offenderSequenceNumber: `0${index + 1}` })),
  });

/** An officer on duty who was beaten. */
const officer: Partial<VictimSegment> = {
  typeOfVictim: 'L',
  officerActivityCircumstance: '01',
  officerAssignmentType: 'F',
};

/** A beating by somebody of whom nothing is known. */
const byNobody = (relationship: string | undefined) =>
  crime(['13B'], {
    victims: [beaten(toNobody(relationship))],
    offenders: [nobody],
  });

const nobody: Partial<OffenderSegment> = {
  offenderSequenceNumber: '00',
  ageOfOffender: undefined,
  sexOfOffender: undefined,
  raceOfOffender: undefined,
  ethnicityOfOffender: undefined,
};

/** A beating by one who was seen and not made out. */
const byShadow = (relationship: string, shadow: Partial<OffenderSegment> = {}) =>
  crime(['13B'], { victims: [beaten(related(relationship))], offenders: [{ ...unknownPerson, ...shadow }] });

/** The same by two, of whom the first was recognized. */
const byShadows = (first: string, second: string, shadow: Partial<OffenderSegment> = {}) =>
  crime(['13B'], {
    victims: [beaten(related(first, second))],
    offenders: [{}, { ...unknownPerson, offenderSequenceNumber: '02', ...shadow }],
  });

const unknownPerson: Partial<OffenderSegment> = { ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' };

/** A robbery of a person (who stands to the offenders as `own` says) and of a shop (which stands to them so). */
const robbedShop = (relationships: Relationships, offenders: Partial<OffenderSegment>[] = [{}, second], own = 'ST') =>
  crime(['120'], {
    victims: [
      victimOf(['120'], { relationships: related(...offenders.map(() => own)) }),
      { ...blankPerson, relationships, connectedOffenseCodes: ['120'], typeOfVictim: 'B', victimSequenceNumber: '002' },
    ],
    offenders,
  });

const second = { offenderSequenceNumber: '02' };

const blankPerson: Partial<VictimSegment> = {
  ageOfVictim: undefined,
  sexOfVictim: undefined,
  raceOfVictim: undefined,
  ethnicityOfVictim: undefined,
  residentStatusOfVictim: undefined,
  typeInjury: [],
};

export const victimRelationshipCases: EditCase[] = [
  shows('460', 'no relationship', brawl(1, beaten(related(undefined))), brawl(1, beaten(related('RU')))),
  shows(
    '460',
    'no relationship to the second',
    brawl(2, beaten(related('ST', undefined))),
    brawl(2, beaten(related('ST', 'RU'))),
  ),
  shows('460', 'an officer', brawl(1, beaten(related(undefined), officer)), brawl(1, beaten(related('ST'), officer))),
  shows('468', 'a relationship to nobody', byNobody('ST'), byNobody(undefined)),
  shows('468', 'no such relationship to nobody', byNobody('ZZ'), byNobody(undefined)),
  shows(
    '070',
    'a relationship to nobody, where somebody is known',
    brawl(1, beaten(toNobody('ST'))),
    brawl(1, beaten(related('ST'))),
  ),
  shows('470', 'one victim, one offender', brawl(1, beaten(related('VO'))), brawl(1, beaten(related('ST')))),
  shows(
    '470',
    'one victim',
    brawl(2, beaten(related('VO', 'ST'))),
    brawl(2, beaten(related('VO', 'ST')), beaten(related('ST', 'VO'))),
  ),
  shows(
    '470',
    'one offender',
    brawl(1, beaten(related('ST')), beaten(related('VO'))),
    brawl(2, beaten(related('ST', 'ST')), beaten(related('ST', 'VO'))),
  ),
  shows(
    '470',
    'one offender, who is both victims',
    brawl(1, beaten(related('VO')), beaten(related('VO'))),
    brawl(2, beaten(related('VO', 'AQ')), beaten(related('AQ', 'VO'))),
  ),
  shows(
    '075',
    'a victim who was offender, and no offender',
    crime(['13B'], { victims: [beaten(related('VO'))], offenders: [] }),
    brawl(1, beaten(related('ST'))),
  ),
  shows(
    '471',
    'two offenders in one',
    brawl(2, beaten(related('VO', 'VO')), beaten(related('ST', 'ST'))),
    brawl(2, beaten(related('VO', 'ST')), beaten(related('ST', 'ST'))),
  ),
  shows(
    '471',
    'the first and the third',
    brawl(3, beaten(related('VO', 'ST', 'VO')), beaten(related('ST', 'ST', 'ST'))),
    brawl(3, beaten(related('AQ', 'ST', 'VO')), beaten(related('ST', 'ST', 'ST'))),
  ),
  shows(
    '406',
    'the same offender twice',
    brawl(2, beaten([...related('VO', 'ST'), ...related('VO')]), beaten(related('ST', 'ST'))),
    brawl(2, beaten(related('VO', 'ST')), beaten(related('ST', 'ST'))),
  ),
  ...[
    shows('472', 'a friend whose age is unknown too', byShadow('FR'), byShadow('FR', { ageOfOffender: '27' })),
    shows('472', 'a friend whose sex is unknown too', byShadow('FR'), byShadow('FR', { sexOfOffender: 'M' })),
    shows('472', 'a friend whose race is unknown too', byShadow('FR'), byShadow('FR', { raceOfOffender: 'W' })),
    shows('472', 'the second of two', byShadows('AQ', 'FR'), byShadows('AQ', 'FR', { raceOfOffender: 'W' })),
    shows('404', 'no relationship there is', byShadow('ZZ'), byShadow('FR', { ageOfOffender: '27' })),
  ].map((shown) => ({ ...shown, alongside: ['1607'] })),
  shows('1607', 'not said to be known', byShadow('RU'), byShadow('RU', { ageOfOffender: '27' })),
  shows('458', 'a shop without relationships', robbedShop(related(undefined, undefined)), robbedShop([])),
  shows('458', 'a shop as a friend', robbedShop(related('ST', 'FR')), robbedShop([])),
  {
    ...shows(
      '458',
      'a shop as the friend of a shadow',
      robbedShop(related('FR'), [unknownPerson], 'RU'),
      robbedShop([]),
    ),
    alongside: ['1607'],
  },
  shows('458', 'a shop as a stranger to nobody', shopOfNobody('ST'), shopOfNobody()),
  shows('458', 'a shop as both offenders', robbedShop(related('VO', 'VO')), robbedShop([])),
  shows(
    '474',
    'two victims in one offender',
    brawl(2, beaten(related('VO', 'ST')), beaten(related('VO', 'ST'))),
    brawl(2, beaten(related('VO', 'ST')), beaten(related('ST', 'VO'))),
  ),
  shows(
    '474',
    'the second offender',
    brawl(2, beaten(related('ST', 'VO')), beaten(related('ST', 'ST')), beaten(related('AQ', 'VO'))),
    brawl(2, beaten(related('ST', 'VO')), beaten(related('ST', 'ST')), beaten(related('VO', 'AQ'))),
  ),
  shows(
    '451',
    'one victim sent twice, who was offender',
    brawl(2, beaten(related('VO', 'ST')), beaten(related('VO', 'ST'), { victimSequenceNumber: '001' })),
    brawl(2, beaten(related('VO', 'ST')), beaten(related('ST', 'VO'))),
  ),
  shows('475', 'married to both', brawl(2, beaten(related('SE', 'SE'))), brawl(2, beaten(related('SE', 'XS')))),
  shows(
    '476',
    'two spouses',
    brawl(1, beaten(related('SE')), beaten(related('SE'))),
    brawl(1, beaten(related('SE')), beaten(related('XS'))),
  ),
  shows(
    '476',
    'two spouses of the second offender',
    brawl(2, beaten(related('AQ', 'SE')), beaten(related('AQ', 'SE'))),
    brawl(2, beaten(related('AQ', 'SE')), beaten(related('SE', 'AQ'))),
  ),
];

/** A robbery in a shop by somebody of whom nothing is known, and how the shop stands to nobody. */
function shopOfNobody(...relationships: string[]) {
  return crime(['120'], {
    victims: [
      victimOf(['120'], { relationships: toNobody(undefined) }),
      {
        ...blankPerson,
        relationships: relationships.flatMap(toNobody),
        connectedOffenseCodes: ['120'],
        typeOfVictim: 'B',
        victimSequenceNumber: '002',
      },
    ],
    offenders: [nobody],
  });
}

function toNobody(relationship: string | undefined): Relationships {
  return [{ offenderNumber: '00', relationship }];
}
