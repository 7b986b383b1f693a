import type { ArresteeSegment, OffenseSegment } from '../../shared/nibrs/model/index.ts';
import { dateOf, header, lastDayOf, type ReportContext, twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import type { Offender } from './offenders.ts';
import { factsOf } from './offense-facts.ts';
import type { Person } from './people.ts';

/** Level 6: some of the offenders whose age is known, arrested in the month of the incident. */
export function drawArrestees(
  draw: Draw,
  context: ReportContext,
  offenses: readonly OffenseSegment[],
  offenders: readonly Offender[],
  day: number,
): ArresteeSegment[] {
  const code = offenses[0]?.offenseCode ?? '';
  if (factsOf(code).noArrest) return [];
  const likely = factsOf(code).against === 'society' ? 0.8 : 0.45;
  return offenders
    .flatMap(({ person }) => (person?.years !== undefined && draw.chance(likely) ? [person] : []))
    .map((person, index) => ({
      ...header('6', '0110', 'I', context),
      incidentNumber: context.number,
      multipleArresteeIndicator: 'N',
      ...drawArrest(draw, person, {
        number: index + 1,
        transaction: `${context.number}-${index + 1}`,
        date: dateOf(context, draw.integer(day, lastDayOf(context))),
        code,
      }),
    }));
}

interface ArrestKey {
  number: number;
  transaction: string;
  date: string;
  code: string;
}

/** Elements 40–52 but 44, which levels 6 and 7 share. */
export function drawArrest(draw: Draw, person: Person, { number, transaction, date, code }: ArrestKey) {
  return {
    arresteeSequenceNumber: twoDigits(number),
    arrestTransactionNumber: transaction,
    arrestDate: date,
    typeOfArrest: draw.pick(['O', 'S', 'T']),
    arrestOffenseCode: code,
    armedWith: [{ weapon: draw.chance(0.9) ? '01' : draw.pick(['12', '16']), automatic: undefined }],
    ageOfArrestee: person.age,
    sexOfArrestee: person.sex,
    raceOfArrestee: person.race,
    ethnicityOfArrestee: person.ethnicity,
    residentStatusOfArrestee: person.resident,
    dispositionUnder18: (person.years ?? 0) < 18 ? draw.pick(['H', 'R']) : undefined,
  };
}
