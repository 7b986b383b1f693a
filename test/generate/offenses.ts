import type { OffenseSegment } from '../../shared/nibrs/model/index.ts';
import { header, type ReportContext, twoDigits } from './context.ts';
import type { Draw } from './draw.ts';
import { factsOf } from './offense-facts.ts';

const biased = new Set(['13B', '13C', '290']);

/** Level 2: one segment for each offense. Only an incident of one offense may be an attempt, to keep the rest simple. */
export function drawOffenses(draw: Draw, context: ReportContext, codes: readonly string[]): OffenseSegment[] {
  return codes.map((code) => drawOffense(draw, context, code, codes.length === 1));
}

function drawOffense(draw: Draw, context: ReportContext, code: string, alone: boolean): OffenseSegment {
  const { attemptable, using, locations, activities, gangs, weapons } = factsOf(code);
  const locationType = draw.pick(locations);
  const attempted = alone && attemptable === true && draw.chance(0.15);
  const several = code === '220' && (locationType === '14' || locationType === '19');
  const activity = activities ? [draw.pick(activities)] : [];
  if (gangs && draw.chance(0.2)) activity.push(draw.pick(['N', 'G']));
  return {
    ...header('2', '0071', 'I', context),
    incidentNumber: context.number,
    offenseCode: code,
    attemptedCompleted: attempted ? 'A' : 'C',
    offenderSuspectedOfUsing: [using !== undefined && draw.chance(0.5) ? using : 'N'],
    locationType,
    numberOfPremisesEntered: several ? twoDigits(draw.integer(1, 9)) : undefined,
    methodOfEntry: code === '220' ? draw.pick(['F', 'N']) : undefined,
    criminalActivityGang: activity,
    weapons: weapons ? [{ weapon: draw.pick(weapons), automatic: undefined }] : [],
    biasMotivation: [alone && biased.has(code) && draw.chance(0.05) ? draw.pick(['12', '21', '24', '41']) : '88'],
  };
}
