import type { z } from 'zod';
import type { Routes } from '../../../shared/api/routes/index.ts';
import type { Answers } from '../answers.ts';
import { last } from './agencies.ts';

type Outcome = z.input<Routes['readStatistics']['reply']>;
type Counted = Extract<Outcome, { state: 'counted' }>;
type Row = Counted['tables'][number]['total'];

const row = (...figures: (number | 'suppressed')[]): Row => {
  const [first = 0, second = 0, determined = 0, notDetermined = 0, missing = 0, asked = 0] = figures;
  return { byStatus: [first, second], determined, notDetermined, missing, asked };
};

export const counted: Counted = {
  state: 'counted',
  element: 'MO-3',
  title: 'Citizenship status of the arrestee',
  statuses: ['U.S. citizen', 'Not a U.S. citizen'],
  draft: true,
  tables: [
    {
      period: last,
      categories: [
        { category: 'Assault Offenses', ...row(58, 'suppressed', 'suppressed', 11, 7, 81) },
        { category: 'Drug/Narcotic Offenses', ...row(102, 14, 116, 20, 9, 145) },
        { category: 'Robbery', ...row('suppressed', 'suppressed', 12, 'suppressed', 'suppressed', 14) },
      ],
      agencies: [{ ori: 'MO1990100', determined: 'suppressed', notDetermined: 31, missing: 16, asked: 240 }],
      total: row(171, 17, 188, 33, 19, 240),
    },
  ],
};

/** What comes of a count: it is being counted when it is first asked for. */
export function statisticsAnswers(outcome: Outcome = counted): Answers {
  let looks = 0;
  return {
    requestStatistics: () => ({ request: 'count-1' }),
    readStatistics: () => {
      looks += 1;
      return looks === 1 ? { state: 'being counted' } : outcome;
    },
  };
}
