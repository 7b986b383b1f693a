import { z } from 'zod';
import { agencyFacts } from '../../../events/agency.ts';
import { statuses } from '../../months/status.ts';
import { stateRoles } from '../caller.ts';
import { route } from '../route.ts';
import { count, ori, period, time } from './fields.ts';

const people = ['agency-clerk', 'agency-admin', ...stateRoles] as const;

const rate = z.number().min(0).max(1).nullable().meta({ description: 'Rejected reports over submitted ones' });

export const month = z
  .object({
    period,
    status: z.enum(statuses),
    /** Whether the agency has to report it itself. */
    expected: z.boolean(),
    /** Days after the due day; of a month that is not reported, those that have passed. */
    daysLate: count,
    onFile: z.object({ incidents: count, arrests: count, zeroReports: count }),
    /** Rejected reports that are not put right yet. */
    open: count,
    /** Whether the FBI does not have all of it. */
    unsent: z.boolean(),
    submitted: count,
    rejected: count,
    errors: count,
    warnings: count,
    errorRate: rate,
    lastUpload: time.nullable(),
    /** Names of the sealed files that say something of it. */
    transmissions: z.array(z.string()),
  })
  .meta({ id: 'Month' });

/** How often an edit's number was found, and in the files of how many agencies. */
const commonCode = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    count,
    agencies: count,
    message: z.string().meta({ description: 'What the edit says' }),
  })
  .meta({ id: 'CommonCode' });

const standing = z.enum(['met', 'lost', 'not yet']).meta({
  description: 'Against the FBI’s error rate for certification: 4 % or less in three months one after the other',
});

export const monthRoutes = {
  listMonths: route({
    method: 'GET',
    path: '/months',
    summary: 'The matrix: how far each agency’s months are',
    description: 'At most 24 months; without `from` and `to` the last twelve that are over.',
    answeredBy: 'show-records',
    roles: people,
    query: z.object({ from: period.optional(), to: period.optional(), agency: ori.optional() }),
    reply: z.object({
      periods: z.array(z.object({ period, due: z.iso.date() })),
      agencies: z.array(
        z.object({ ori, name: z.string().nullable(), registered: z.boolean(), months: z.array(month) }),
      ),
    }),
  }),

  readCompleteness: route({
    method: 'GET',
    path: '/months/{period}/completeness',
    summary: 'Which agencies have reported a month, which have not, and whom to write to',
    answeredBy: 'show-records',
    roles: stateRoles,
    params: z.object({ period }),
    reply: z.object({
      period,
      due: z.iso.date(),
      expected: count,
      reported: count,
      submitted: count,
      rejected: count,
      missing: z.array(z.object({ ori, name: z.string().nullable() })),
      late: z.array(z.object({ ori, name: z.string().nullable(), daysLate: count })),
      unexpected: z.array(ori),
      reminders: z.array(
        z.object({
          ori,
          name: z.string().nullable(),
          why: z.enum(['nothing reported', 'reports rejected']),
          contactOffice: z.string().nullable(),
          contactEmail: z.string().nullable(),
        }),
      ),
    }),
  }),

  readQuality: route({
    method: 'GET',
    path: '/quality',
    summary: 'Error rates of agencies, and the most common errors and warnings',
    description:
      'At most 24 months; without `from` and `to` the last twelve that are over. `standing` and `run` follow from these.',
    answeredBy: 'show-records',
    roles: people,
    query: z.object({ from: period.optional(), to: period.optional(), agency: ori.optional() }),
    reply: z.object({
      periods: z.array(z.object({ period, submitted: count, rejected: count, warnings: count, errorRate: rate })),
      agencies: z.array(
        z.object({
          ori,
          name: z.string().nullable(),
          submitted: count,
          rejected: count,
          errorRate: rate,
          standing,
          /** Months kept to in a row. */
          run: count,
        }),
      ),
      codes: z.array(commonCode),
    }),
  }),

  listAgencies: route({
    method: 'GET',
    path: '/agencies',
    summary: 'Agencies that are registered',
    answeredBy: 'show-records',
    roles: people,
    reply: z.object({ agencies: z.array(agencyFacts) }),
  }),

  readAgency: route({
    method: 'GET',
    path: '/agencies/{ori}',
    summary: 'An agency: what is known of it, its months, its error rate over time, its most common errors',
    answeredBy: 'show-records',
    roles: people,
    params: z.object({ ori }),
    reply: z.object({
      /** `null` for an agency that is not registered. */
      facts: agencyFacts.nullable(),
      months: z.array(month),
      certification: z.object({
        standing,
        run: count,
        changes: z.array(z.object({ period, became: z.enum(['met', 'lost']) })),
      }),
      codes: z.array(commonCode),
    }),
  }),

  registerAgencies: route({
    method: 'PUT',
    path: '/agencies',
    summary: 'Take up a list of agencies, as CSV',
    description:
      'The first row names the columns. The same list again changes nothing; a cell that is empty is a fact that is not known.',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    body: z.object({ csv: z.string().max(2_000_000) }),
    reply: z.object({ registered: z.array(ori), changed: z.array(ori), unchanged: count }),
  }),
};
