import { z } from 'zod';
import { findingSchema } from '../../findings/finding.ts';
import { stateRoles } from '../caller.ts';
import { route } from '../route.ts';
import { count, cursor, limit, ori, pageOf, period, reason, sha256, submissionId, time } from './fields.ts';

const allButReaders = ['agency-clerk', 'agency-admin', 'machine-uploader', ...stateRoles] as const;

/** How far a submission is. */
export const submissionStatus = z
  .enum(['opened', 'received', 'processing', 'completed', 'refused'])
  .meta({ id: 'SubmissionStatus' });

export const submission = z
  .object({
    submission: submissionId,
    fileName: z.string(),
    /** In whose name it was uploaded: an agency, or the state program. */
    agency: z.string(),
    /** Who uploaded it; `null` where it did not come through this API. */
    uploadedBy: z.string().nullable(),
    openedAt: time,
    status: submissionStatus,
    /** When nothing more will come of it; `null` before. */
    endedAt: time.nullable(),
    bytes: count,
    sha256,
    kind: z.enum(['reports', 'supplement']).nullable(),
    period: period.nullable(),
    agencies: z.array(z.string()),
    /** Reports are accepted or rejected as wholes; those unchanged and superseded are among the accepted. */
    reports: z.object({ total: count, accepted: count, rejected: count, unchanged: count, superseded: count }),
    records: count,
    errors: count,
    warnings: count,
    /** How often each number was found. */
    findingsByCode: z.record(z.string(), count),
    chunks: z.object({ done: count, total: count }),
    /** Why the file as a whole was refused. */
    refusal: z
      .object({ reason: z.string(), message: z.string(), hint: z.string(), record: count.optional() })
      .nullable(),
  })
  .meta({ id: 'Submission' });

/** What became of a warning in the eyes of those who looked at it. */
export const settlement = z
  .object({
    /** Cleared: seen and put right. Dismissed: seen and right as it is. */
    as: z.enum(['cleared', 'dismissed']),
    reason: z.string(),
    by: z.string(),
    at: time,
  })
  .meta({ id: 'Settlement' });

export const finding = findingSchema
  .extend({
    /** Within its submission. */
    id: z.string(),
    submission: submissionId,
    fileName: z.string(),
    uploadedBy: z.string().nullable(),
    period: period.nullable(),
    /** Whose edit: those of this repository, or the FBI's own, on a file that was sent to it. */
    source: z.enum(['repository', 'fbi']),
    settlement: settlement.nullable(),
  })
  .meta({ id: 'Finding' });

/** Which findings: of one submission, or of all of a month. */
export const findingsAsked = z.object({
  submission: submissionId.optional(),
  period: period.optional(),
  agency: ori.optional(),
  severity: z.enum(['error', 'warning']).optional(),
  code: z.string().max(10).optional(),
  /** A report's number, or the beginning of one. */
  report: z.string().max(12).optional(),
  status: z.enum(['open', 'cleared', 'dismissed']).optional(),
  source: z.enum(['repository', 'fbi']).optional(),
  uploadedBy: z.string().max(200).optional(),
  sort: z.enum(['newest', 'report', 'code', 'severity', 'agency']).optional(),
});

function isOfSomething({ submission, period }: z.output<typeof findingsAsked>): boolean {
  return submission !== undefined || period !== undefined;
}
const ofSomething = { path: ['submission'], error: 'Give a submission, or a month as period.' };

const counts = z.array(z.object({ name: z.string(), errors: count, warnings: count }));

export const submissionRoutes = {
  listSubmissions: route({
    method: 'GET',
    path: '/submissions',
    summary: 'Submissions, the newest first',
    description:
      'Two years back at most. A page may be shorter than `limit`, and even empty: the list ends where `next` is null.',
    answeredBy: 'show-records',
    roles: allButReaders,
    query: z.object({
      agency: ori.optional(),
      period: period.optional(),
      status: submissionStatus.optional(),
      limit: limit(200, 50),
      cursor,
    }),
    reply: pageOf(submission),
  }),

  readSubmission: route({
    method: 'GET',
    path: '/submissions/{submission}',
    summary: 'What became of a submission so far',
    answeredBy: 'show-records',
    roles: allButReaders,
    params: z.object({ submission: submissionId }),
    reply: submission,
  }),

  listFindings: route({
    method: 'GET',
    path: '/findings',
    summary: 'Findings of a submission, or of a month, filtered and sorted',
    description:
      'Give `submission` or `period`. A supplement belongs to no month. `totals` are of all findings that pass the filter, not of the page alone.',
    answeredBy: 'show-records',
    roles: allButReaders,
    query: findingsAsked.extend({ limit: limit(500, 100), cursor }).refine(isOfSomething, ofSomething),
    reply: pageOf(finding).extend({
      totals: z.object({ errors: count, warnings: count, reports: count, byCode: counts, byAgency: counts }),
    }),
  }),

  downloadFindings: route({
    method: 'GET',
    path: '/findings/download',
    summary: 'The same findings as a spreadsheet, or as a page to print or send on',
    description:
      'At most 10,000 findings as CSV, where more are refused; a page counts all and lists the first 5,000 of them.',
    answeredBy: 'show-records',
    roles: allButReaders,
    query: findingsAsked.extend({ format: z.enum(['csv', 'html']) }).refine(isOfSomething, ofSomething),
    mediaTypes: ['text/csv', 'text/html'],
    reply: z.string(),
  }),

  settleWarning: route({
    method: 'PUT',
    path: '/submissions/{submission}/findings/{finding}/settlement',
    summary: 'Clear a warning that was put right, dismiss one that is right as it is, or open it again',
    description:
      'Errors settle themselves, when the report is sent again and accepted. Only an admin or the state dismisses.',
    answeredBy: 'take-orders',
    roles: ['agency-clerk', 'agency-admin', 'state-operator'],
    params: z.object({ submission: submissionId, finding: z.string().max(40) }),
    body: z.object({ as: z.enum(['cleared', 'dismissed', 'open']), reason }),
    reply: z.object({ settlement: settlement.nullable() }),
  }),
};
