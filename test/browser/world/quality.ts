import type { z } from 'zod';
import type { Routes } from '../../../shared/api/routes/index.ts';
import { type Answers, problem } from '../answers.ts';
import { agencies, ago } from './agencies.ts';
import { rows } from './months.ts';

type Quality = z.input<Routes['readQuality']['reply']>;

export const codes: Quality['codes'] = [
  {
    code: '219',
    severity: 'error',
    count: 41,
    agencies: 3,
    message: 'A suspected drug type cannot be reported with this offense.',
  },
  {
    code: '075',
    severity: 'error',
    count: 17,
    agencies: 2,
    message: 'A segment that the report must have is missing.',
  },
  {
    code: '1419',
    severity: 'warning',
    count: 12,
    agencies: 1,
    message: 'The value of the property is unusually high for what it is.',
  },
  { code: '401', severity: 'error', count: 4, agencies: 1, message: 'A mandatory data element is blank.' },
];

const rates = [0.09, 0.081, 0.062, 0.071, 0.055, 0.048, 0.052, 0.041, 0.037, 0.029, 0.033, 0.047];

const periods: Quality['periods'] = rates.map((errorRate, at) => {
  const submitted = 300 + 17 * ((at * 5) % 7);
  return {
    period: ago(11 - at),
    submitted,
    rejected: Math.round(submitted * errorRate),
    warnings: 20 + at,
    errorRate,
  };
});

export const nothingReported = {
  periods: periods.map(({ period }) => ({ period, submitted: 0, rejected: 0, warnings: 0, errorRate: null })),
  agencies: [],
  codes: [],
} satisfies Quality;

/** What is told of agencies and of the quality of their reports; to an agency's people only their own. */
export function qualityAnswers(oris?: readonly string[]): Answers {
  const isTold = ({ ori }: { ori: string }) => !oris || oris.includes(ori);
  return {
    readQuality: ({ query: { from = '', to = '9999' } }) => ({
      periods: periods.filter(({ period }) => period >= from && period <= to),
      agencies: [
        { ...named(0), submitted: 1853, rejected: 54, errorRate: 54 / 1853, standing: 'met' as const, run: 9 },
        { ...named(1), submitted: 212, rejected: 31, errorRate: 31 / 212, standing: 'lost' as const, run: 0 },
        { ...named(2), submitted: 1204, rejected: 96, errorRate: 96 / 1204, standing: 'not yet' as const, run: 2 },
      ].filter(isTold),
      codes,
    }),
    listAgencies: () => ({
      agencies: agencies.filter(isTold).map((agency) => ({ ...agency, uploaders: ['blueline-rms'] })),
    }),
    readAgency: ({ params: { ori } }) => {
      const row = rows.find((one) => one.ori === ori);
      if (!row || !isTold(row)) {
        throw problem(404, 'Not found', 'There is no such agency, or it is not one of yours.');
      }
      const facts = agencies.find((agency) => agency.ori === ori);
      return {
        facts: facts ? { ...facts, uploaders: ['blueline-rms'] } : null,
        months: row.months,
        certification: {
          standing: 'lost',
          run: 0,
          changes: [
            { period: ago(8), became: 'met' },
            { period: ago(1), became: 'lost' },
          ],
        },
        codes,
      };
    },
  };
}

function named(which: 0 | 1 | 2) {
  const { ori, name } = agencies[which];
  return { ori, name };
}
