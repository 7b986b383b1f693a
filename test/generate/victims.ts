import { offensesAgainstGovernment } from '../../shared/nibrs/codes/index.ts';
import type { OffenseSegment, VictimSegment } from '../../shared/nibrs/model/index.ts';
import { header, type ReportContext } from './context.ts';
import type { Draw } from './draw.ts';
import { drawInjury } from './injuries.ts';
import type { Offender } from './offenders.ts';
import { factsOf } from './offense-facts.ts';
import { drawPerson, type Person } from './people.ts';
import { drawRelationships, type Relation } from './relationships.ts';

const society = (code: string) => factsOf(code).against === 'society';
const person = (code: string) => factsOf(code).against === 'person';
const sexual = (code: string) => /^(11|36|64)/.test(code);
/** Element 32 for a criminal killed by a citizen and by an officer. */
const justifications: ReadonlyMap<string, string> = new Map([
  ['20', 'C'],
  ['21', 'A'],
]);
const anybody = ['I', 'I', 'I', 'B', 'G', 'R', 'F'] as const;

/**
 * Level 4: somebody for the offenses against persons and property, the public for those against society; each offense
 * has a victim (edit 065) and each victim only offenses that suit it (edits 464–467).
 */
export function drawVictims(
  draw: Draw,
  context: ReportContext,
  offenses: readonly OffenseSegment[],
  offenders: readonly Offender[],
): VictimSegment[] {
  const codes = offenses.map(({ offenseCode }) => offenseCode ?? '');
  const personal = codes.filter((code) => !society(code));
  const victims: VictimSegment[] = [];
  if (personal.length > 0) {
    const several = codes.length === 1 && personal.every((code) => person(code) && !factsOf(code).kin);
    const count = several && draw.chance(0.15) ? 2 : 1;
    for (let number = 1; number <= count; number += 1) {
      const type = drawType(draw, personal);
      const neutral = count > 1 || type === 'L';
      victims.push(somebody(draw, context, { number, type, codes: personal, offenses, offenders, neutral }));
    }
  }
  const wronged = codes.some((code) => offensesAgainstGovernment.has(code)) ? 'G' : 'S';
  if (codes.some(society)) victims.push(victim(context, victims.length + 1, wronged, codes.filter(society)));
  return victims;
}

function drawType(draw: Draw, codes: readonly string[]): string {
  if (codes.every((code) => code === '13A' || code === '13B') && draw.chance(0.08)) return 'L';
  if (codes.some(person)) return 'I';
  const [first = '', second = first] = codes;
  const allowed = factsOf(first).victims ?? anybody;
  const other = factsOf(second).victims;
  return draw.pick(other && other.length < allowed.length ? other : allowed);
}

interface Somebody {
  number: number;
  type: string;
  codes: readonly string[];
  offenses: readonly OffenseSegment[];
  offenders: readonly Offender[];
  /** No kinship with the offender: for several victims, and for officers on duty. */
  neutral: boolean;
}

function somebody(draw: Draw, context: ReportContext, { number, type, codes, offenses, offenders, neutral }: Somebody) {
  const segment = victim(context, number, type, codes);
  if (type !== 'I' && type !== 'L') return segment;

  const related = codes.some(person) || codes.includes('120');
  const { victimAge } = factsOf(codes[0] ?? '');
  const [youngest, oldest] = victimAge ?? (type === 'L' ? [22, 62] : [18, 90]);
  const alone = drawPerson(draw, youngest, oldest, type === 'L' || victimAge !== undefined);
  const ties = codes.some((code) => factsOf(code).kin) ? 'family' : neutral || codes.some(sexual) ? 'neutral' : 'any';
  const relation: Relation = related
    ? drawRelationships(draw, alone, offenders, ties)
    : { victim: alone, relationships: [] };
  describe(segment, relation.victim);
  segment.relationships = relation.relationships;
  if (codes.some((code) => factsOf(code).injuries)) segment.typeInjury = [drawInjury(draw, offenses)];
  const circumstances = codes.flatMap((code) => factsOf(code).circumstances ?? []);
  const [first, ...others] = circumstances;
  if (first !== undefined) segment.assaultHomicideCircumstances = [type === 'L' ? '02' : draw.pick([first, ...others])];
  segment.justifiableHomicideCircumstance = justifications.get(segment.assaultHomicideCircumstances[0] ?? '');
  if (type === 'L') describeDuty(draw, segment);
  return segment;
}

function describe(segment: VictimSegment, { age, sex, race, ethnicity, resident }: Person): void {
  segment.ageOfVictim = age;
  segment.sexOfVictim = sex;
  segment.raceOfVictim = race;
  segment.ethnicityOfVictim = ethnicity;
  segment.residentStatusOfVictim = resident;
}

function describeDuty(draw: Draw, segment: VictimSegment): void {
  segment.officerActivityCircumstance = draw.pick(['01', '04', '07', '10']);
  segment.officerAssignmentType = draw.pick(['F', 'G', 'H']);
}

function victim(context: ReportContext, number: number, type: string, codes: readonly string[]): VictimSegment {
  return {
    ...header('4', '0141', 'I', context),
    incidentNumber: context.number,
    victimSequenceNumber: String(number).padStart(3, '0'),
    connectedOffenseCodes: [...codes],
    typeOfVictim: type,
    officerActivityCircumstance: undefined,
    officerAssignmentType: undefined,
    officerOriOtherJurisdiction: undefined,
    ageOfVictim: undefined,
    sexOfVictim: undefined,
    raceOfVictim: undefined,
    ethnicityOfVictim: undefined,
    residentStatusOfVictim: undefined,
    assaultHomicideCircumstances: [],
    justifiableHomicideCircumstance: undefined,
    typeInjury: [],
    relationships: [],
  };
}
