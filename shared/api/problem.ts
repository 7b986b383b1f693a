import { z } from 'zod';
import {
  CorruptDataError,
  InvalidMessageError,
  NibrsLedgerError,
  NotAllowedError,
  NotFoundError,
  UsageError,
} from '../errors.ts';

/** Why a request was not answered (RFC 9457, "Problem Details for HTTP APIs"). */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Stable: tells programs what kind of problem it is' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong, and what to do' }),
    /** Of a request that does not have its shape: every place that is wrong. */
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
    instance: z.string().optional().meta({ description: 'This request, as logs call it' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** A request that does not have the shape that its route demands. */
export class InvalidRequestError extends InvalidMessageError {
  readonly errors: { at: string; message: string }[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    const errors = issues.map(({ path, message }) => ({ at: path.join('.'), message }));
    super(errors.map(({ at, message }) => (at ? `${at}: ${message}` : message)).join(' '));
    this.errors = errors;
  }
}

const failed: Omit<Problem, 'instance'> = {
  type: 'urn:nibrs-ledger:failed',
  title: 'Something failed here',
  status: 500,
  detail: 'It is not your fault, and the state program is told. Try again in a few minutes.',
};

/** What a caller is told of an error; nothing of one that is not ours, or that tells of what is stored. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof NibrsLedgerError) || error instanceof CorruptDataError) return failed;
  const { message: detail, code } = error;
  const type = `urn:nibrs-ledger:${code}`;
  if (error instanceof InvalidRequestError) {
    return { type, title: 'The request is not as it has to be', status: 400, detail, errors: error.errors };
  }
  if (error instanceof NotAllowedError) return { type, title: 'Not for you', status: 403, detail };
  if (error instanceof NotFoundError) return { type, title: 'Not here', status: 404, detail };
  if (error instanceof UsageError) return { type, title: 'It cannot be done', status: 409, detail };
  if (error.retryable) return { type, title: 'Not now', status: 503, detail };
  return failed;
}
