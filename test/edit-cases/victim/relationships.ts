import type { OffenderSegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';
import { officer, related, shop, unknownOffender, unknownPerson } from '../segments.ts';

type Relationships = VictimSegment['relationships'];

/** A brawl of so many offenders with victims who stand so to them. */
const brawl = (offenders: number, ...victims: Relationships[]) =>
  crimes(['13B'], {
    victims: victims.map((relationships) => ({ relationships })),
    offenders: Array.from({ length: offenders }, () => ({})),
  });

/** The beating of a victim by these offenders, to whom the victim stands so. */
const beating = (
  offenders: Partial<OffenderSegment>[],
  relationships: Relationships,
  victim: Partial<VictimSegment> = {},
) => crimes(['13B'], { offenders, victims: [{ relationships, ...victim }] });

/** A beating by somebody of whom nothing is known. */
const byNobody = (relationship: string | undefined) => beating([unknownOffender], toNobody(relationship));

/** A beating by one who was seen and not made out. */
const byShadow = (relationship: string, shadow: Partial<OffenderSegment> = {}) =>
  beating([{ ...unknownPerson, ...shadow }], related(relationship));

/** The same by two, of whom the first was recognized. */
const byShadows = (first: string, second: string, shadow: Partial<OffenderSegment> = {}) =>
  beating([{}, { ...unknownPerson, ...shadow }], related(first, second));

/** A robbery of a person and of a shop, which stands so to the offenders. */
const robbedShop = (relationships: Relationships, offenders: Partial<OffenderSegment>[] = [{}, {}]) =>
  crimes(['120'], { victims: [{}, { ...shop, relationships }], offenders });

export const victimRelationshipCases: EditCase[] = [
  shows('460', 'no relationship', brawl(1, related(undefined)), brawl(1, related('RU'))),
  shows('460', 'no relationship to the second', brawl(2, related('ST', undefined)), brawl(2, related('ST', 'RU'))),
  shows('460', 'an officer', beating([{}], related(undefined), officer), beating([{}], related('ST'), officer)),
  shows('468', 'a relationship to nobody', byNobody('ST'), byNobody(undefined)),
  shows('468', 'no such relationship to nobody', byNobody('ZZ'), byNobody(undefined)),
  shows('070', 'a relationship to nobody, where somebody is known', brawl(1, toNobody('ST')), brawl(1, related('ST'))),
  shows('470', 'one victim, one offender', brawl(1, related('VO')), brawl(1, related('ST'))),
  shows(
    '470',
    'one victim, two offenders',
    brawl(2, related('VO', 'ST')),
    brawl(2, related('VO', 'ST'), related('ST', 'VO')),
  ),
  shows(
    '470',
    'two victims, one offender',
    brawl(1, related('ST'), related('VO')),
    brawl(2, related('ST', 'ST'), related('ST', 'VO')),
  ),
  shows(
    '470',
    'one offender, who is both victims',
    brawl(1, related('VO'), related('VO')),
    brawl(2, related('VO', 'AQ'), related('AQ', 'VO')),
  ),
  shows('075', 'a victim who was offender, and no offender', beating([], related('VO')), brawl(1, related('ST'))),
  shows(
    '471',
    'two offenders in one',
    brawl(2, related('VO', 'VO'), related('ST', 'ST')),
    brawl(2, related('VO', 'ST'), related('ST', 'ST')),
  ),
  shows(
    '471',
    'the first offender and the third in one',
    brawl(3, related('VO', 'ST', 'VO'), related('ST', 'ST', 'ST')),
    brawl(3, related('AQ', 'ST', 'VO'), related('ST', 'ST', 'ST')),
  ),
  shows(
    '406',
    'the same offender twice',
    brawl(2, [...related('VO', 'ST'), ...related('VO')], related('ST', 'ST')),
    brawl(2, related('VO', 'ST'), related('ST', 'ST')),
  ),
  ...[
    shows('472', 'a friend whose age is unknown too', byShadow('FR'), byShadow('FR', { ageOfOffender: '27' })),
    shows('472', 'a friend whose sex is unknown too', byShadow('FR'), byShadow('FR', { sexOfOffender: 'M' })),
    shows('472', 'a friend whose race is unknown too', byShadow('FR'), byShadow('FR', { raceOfOffender: 'W' })),
    shows('472', 'a friend, the second of two', byShadows('AQ', 'FR'), byShadows('AQ', 'FR', { raceOfOffender: 'W' })),
    shows('404', 'no relationship there is', byShadow('ZZ'), byShadow('FR', { ageOfOffender: '27' })),
  ].map((shown) => ({ ...shown, alongside: ['1607'] })),
  shows('1607', 'not said to be known', byShadow('RU'), byShadow('RU', { ageOfOffender: '27' })),
  shows('458', 'a shop without relationships', robbedShop(related(undefined, undefined)), robbedShop([])),
  shows('458', 'a shop as a friend', robbedShop(related('ST', 'FR')), robbedShop([])),
  {
    ...shows('458', 'a shop as the friend of a shadow', robbedShop(related('FR'), [unknownPerson]), robbedShop([])),
    alongside: ['1607'],
  },
  shows(
    '458',
    'a shop as a stranger to nobody',
    robbedShop(toNobody('ST'), [unknownOffender]),
    robbedShop([], [unknownOffender]),
  ),
  shows('458', 'a shop as both offenders', robbedShop(related('VO', 'VO')), robbedShop([])),
  shows(
    '474',
    'two victims in one offender',
    brawl(2, related('VO', 'ST'), related('VO', 'ST')),
    brawl(2, related('VO', 'ST'), related('ST', 'VO')),
  ),
  shows(
    '474',
    'two victims in the second offender',
    brawl(2, related('ST', 'VO'), related('ST', 'ST'), related('AQ', 'VO')),
    brawl(2, related('ST', 'VO'), related('ST', 'ST'), related('VO', 'AQ')),
  ),
  shows(
    '451',
    'one victim sent twice, who was offender',
    crimes(['13B'], {
      victims: [
        { relationships: related('VO', 'ST') },
        { relationships: related('VO', 'ST'), victimSequenceNumber: '001' },
      ],
      offenders: [{}, {}],
    }),
    brawl(2, related('VO', 'ST'), related('ST', 'VO')),
  ),
  shows('475', 'married to both', brawl(2, related('SE', 'SE')), brawl(2, related('SE', 'XS'))),
  shows('476', 'two spouses', brawl(1, related('SE'), related('SE')), brawl(1, related('SE'), related('XS'))),
  shows(
    '476',
    'two spouses of the second offender',
    brawl(2, related('AQ', 'SE'), related('AQ', 'SE')),
    brawl(2, related('AQ', 'SE'), related('SE', 'AQ')),
  ),
  shows(
    '470',
    'a person who was nobody said which offender',
    theftFrom({}, [toNoOne('VO')]),
    theftFrom({}, [toNoOne('ST')]),
  ),
  shows('470', 'a shop that was nobody said which offender', theftFrom(shop, [toNoOne('VO')]), theftFrom(shop, [])),
];

function theftFrom(victim: Partial<VictimSegment>, relationships: Relationships) {
  return crimes(['23H'], { victims: [{ ...victim, relationships }] });
}

/** A relationship beside no number of an offender, which no edit forbids. */
function toNoOne(relationship: string): Relationships[number] {
  return { offenderNumber: undefined, relationship };
}

function toNobody(relationship: string | undefined): Relationships {
  return [{ offenderNumber: '00', relationship }];
}
