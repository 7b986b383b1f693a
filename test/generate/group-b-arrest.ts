import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { drawArrest } from './arrestees.ts';
import { dateOf, districtOf, header, lastDayOf, type ReportContext } from './context.ts';
import type { Draw } from './draw.ts';
import { drawPerson } from './people.ts';

const offenses = ['90B', '90C', '90D', '90F', '90G', '90J', '90Z', '90Z'] as const;
const federalOffenses = ['90K', '90L', '90M'] as const;

/** A Group B arrest; `arrestee` is 2 for a second person under the same arrest transaction number. */
export function drawGroupBArrest(draw: Draw, context: ReportContext, arrestee: number): SubmittedReport {
  const person = drawPerson(draw, 16, 75, true);
  return {
    kind: 'arrest',
    ori: context.ori,
    number: context.number,
    action: 'A',
    segments: [
      {
        ...header('7', '0066', 'A', context),
        ...drawArrest(draw, person, {
          number: arrestee,
          transaction: context.number,
          date: dateOf(context, draw.integer(1, lastDayOf(context))),
          code: draw.pick(context.offenses === 'federal' ? federalOffenses : offenses),
        }),
        federalJudicialDistrict: districtOf(context),
      },
    ],
  };
}
