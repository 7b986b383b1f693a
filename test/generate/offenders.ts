import type { OffenderSegment, OffenseSegment } from '../../shared/nibrs/model/index.ts';
import { header, type ReportContext, twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import { factsOf } from './offense-facts.ts';
import { drawPerson, type Person } from './people.ts';

/** An offender: number 00, of whom nothing is known, or a person. */
export interface Offender {
  segment: OffenderSegment;
  person: Person | undefined;
}

const unknownChance = { person: 0.1, property: 0.5, society: 0 } as const;

/** Level 5: one who is unknown, or one or two who are known. */
export function drawOffenders(draw: Draw, context: ReportContext, [first]: readonly OffenseSegment[]): Offender[] {
  const { against, kin, knownOffender } = factsOf(first?.offenseCode ?? '');
  if (kin || knownOffender) return [offender(context, 1, { ...drawPerson(draw, 30, 60, true), race: 'W' })];
  if (draw.chance(unknownChance[against])) return [offender(context, 0, undefined)];
  const count = draw.chance(0.12) ? 2 : 1;
  return Array.from({ length: count }, (_, index) => offender(context, index + 1, drawPerson(draw, 14, 74)));
}

function offender(context: ReportContext, number: number, person: Person | undefined): Offender {
  const segment: OffenderSegment = {
    ...header('5', '0046', 'I', context),
    incidentNumber: context.number,
    offenderSequenceNumber: twoDigits(number),
    ageOfOffender: person?.age,
    sexOfOffender: person?.sex,
    raceOfOffender: person?.race,
    ethnicityOfOffender: person?.ethnicity,
  };
  return { segment, person };
}
