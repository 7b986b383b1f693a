import { z } from 'zod';
import { compareText } from '../../compare.ts';
import { NotFoundError } from '../../errors.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Clock } from '../../ports.ts';
import { listSubmissions, type SubmissionPlace } from '../../submissions/list-submissions.ts';
import { maySeeSubmission } from '../../submissions/may-see.ts';
import { readSubmission, type SubmissionStatus, uploadOf } from '../../submissions/read-submission.ts';
import { mayUse } from '../caller.ts';
import { cursorOf, placeIn } from '../cursor.ts';
import type { AnswersTo } from '../routes/index.ts';
import type { submission as submissionSchema, submissionStatus } from '../routes/submissions.ts';

export interface SubmissionAnswersDependencies {
  ledger: Ledger;
  clock: Clock;
}

const place = z.object({ at: z.iso.datetime(), id: z.string() }) satisfies z.ZodType<SubmissionPlace>;

export function submissionAnswers({
  ledger,
  clock,
}: SubmissionAnswersDependencies): AnswersTo<'listSubmissions' | 'readSubmission'> {
  return {
    async listSubmissions({ query: { agency, period, status, limit, cursor }, caller }) {
      const { items, next } = await listSubmissions(ledger, {
        maySee: (ori) => mayUse(caller, ori),
        period,
        passes: (submission) =>
          (agency === undefined || isOf(submission, agency)) &&
          (status === undefined || statusOf(submission) === status),
        limit,
        after: placeIn(cursor, place),
        now: clock(),
      });
      return { items: items.map(shown), next: cursorOf(next) };
    },

    async readSubmission({ params, caller }) {
      const submission = await readSubmission({ ledger }, params.submission);
      if (maySeeSubmission(submission, (ori) => mayUse(caller, ori))) return shown(submission);
      throw new NotFoundError('There is no such submission, or it is not of your agencies.');
    },
  };
}

const byCode = ([one]: [string, unknown], [other]: [string, unknown]) => compareText(one, other);

/** Whether a file was uploaded in the name of an agency, or holds reports of it. */
function isOf(submission: SubmissionStatus, ori: string): boolean {
  return uploadOf(submission)?.uploader === ori || (submission.split?.agencies.includes(ori) ?? false);
}

function statusOf({ received, split, refused, completed }: SubmissionStatus): z.infer<typeof submissionStatus> {
  if (refused) return 'refused';
  if (completed) return 'completed';
  if (split) return 'processing';
  return received ? 'received' : 'opened';
}

function shown(submission: SubmissionStatus): z.input<typeof submissionSchema> {
  const { id, opened, received, split, refused, endedAt, tally, chunks } = submission;
  const { accepted, rejected, unchanged, superseded } = tally;
  const upload = uploadOf(submission);
  return {
    submission: id,
    fileName: upload?.fileName ?? '',
    agency: upload?.uploader ?? '',
    uploadedBy: opened?.by ?? null,
    openedAt: upload?.openedAt.toISOString() ?? '',
    status: statusOf(submission),
    endedAt: endedAt ?? null,
    bytes: received?.bytes ?? opened?.data.bytes ?? 0,
    sha256: received?.sha256 ?? opened?.data.sha256 ?? '',
    kind: kindOf(split),
    period: split && !split.supplement ? split.period : null,
    agencies: split?.agencies ?? [],
    reports: { total: split?.reports ?? 0, accepted, rejected, unchanged, superseded },
    records: split?.records ?? refused?.records ?? 0,
    errors: tally.errors,
    warnings: tally.warnings,
    // In an order of its own: the ledger gives none, and the same reply has the same ETag.
    findingsByCode: Object.fromEntries(Object.entries(tally.findingsByCode).sort(byCode)),
    chunks: { done: chunks.length, total: split?.chunks ?? 0 },
    refusal: refused
      ? { reason: refused.reason, message: refused.message, hint: refused.hint, record: refused.record }
      : null,
  };
}

function kindOf(split: SubmissionStatus['split']): 'reports' | 'supplement' | null {
  if (!split) return null;
  return split.supplement ? 'supplement' : 'reports';
}
