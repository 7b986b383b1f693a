import type { AdministrativeSegment, SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { drawArrestees } from './arrestees.ts';
import { dateOf, districtOf, header, lastDayOf, type ReportContext, twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import { drawOffenders } from './offenders.ts';
import { factsOf } from './offense-facts.ts';
import { drawOffenses } from './offenses.ts';
import { drawProperty } from './property.ts';
import { drawScenario } from './scenarios.ts';
import { drawVictims } from './victims.ts';

/** A Group A incident of which the FBI's edits find nothing to say, neither error nor warning. */
export function drawIncident(draw: Draw, context: ReportContext): SubmittedReport {
  const day = draw.integer(1, lastDayOf(context));
  const offenses = drawOffenses(draw, context, drawScenario(draw, context.offenses));
  const properties = drawProperty(draw, context, offenses, day);
  const offenders = drawOffenders(draw, context, offenses);
  const victims = drawVictims(draw, context, offenses, offenders);
  const arrestees = drawArrestees(draw, context, offenses, offenders, day);

  const administrative: AdministrativeSegment = {
    ...header('1', '0088', 'I', context),
    incidentNumber: context.number,
    incidentDate: dateOf(context, day),
    reportDateIndicator: draw.chance(0.05) ? 'R' : undefined,
    incidentHour: draw.chance(0.9) ? twoDigits(draw.integer(0, 23)) : undefined,
    clearedExceptionally: 'N',
    exceptionalClearanceDate: undefined,
    cargoTheft: offenses.some(({ offenseCode = '' }) => factsOf(offenseCode).cargo) ? 'N' : undefined,
    federalJudicialDistrict: districtOf(context),
  };
  // Edit 490: the hour is needed when an officer was assaulted.
  if (victims.some(({ typeOfVictim }) => typeOfVictim === 'L')) administrative.incidentHour ??= '21';
  // Edits 557 and 558: only a known offender lets an incident be cleared exceptionally.
  const known = offenders.some(({ person }) => person?.years !== undefined && person.race !== 'U');
  if (known && arrestees.length === 0 && draw.chance(0.1)) {
    administrative.clearedExceptionally = draw.pick(['A', 'B', 'C', 'D']);
    administrative.exceptionalClearanceDate = dateOf(context, draw.integer(day, lastDayOf(context)));
  }
  return {
    kind: 'incident',
    ori: context.ori,
    number: context.number,
    action: 'I',
    segments: [
      administrative,
      ...offenses,
      ...properties,
      ...victims,
      ...offenders.map(({ segment }) => segment),
      ...arrestees,
    ],
  };
}
