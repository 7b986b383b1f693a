import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';

/** Names of the environment variables; the infrastructure sets them, the functions read them. */
export const variables = {
  LEDGER_TABLE: z.string().min(1),
  KEYS_TABLE: z.string().min(1),
  MONTHS_TABLE: z.string().min(1),
  /** Where it is recorded why messages failed. */
  FAILURES_TABLE: z.string().min(1),
  INBOX_BUCKET: z.string().min(1),
  WORK_BUCKET: z.string().min(1),
  OUTBOX_BUCKET: z.string().min(1),
  ANSWERS_BUCKET: z.string().min(1),
  REPORTS_QUEUE_URL: z.url(),
  MONTHS_QUEUE_URL: z.url(),
  PARTS_QUEUE_URL: z.url(),
  SEALS_QUEUE_URL: z.url(),
  TRANSMISSIONS_QUEUE_URL: z.url(),
  FORWARDS_QUEUE_URL: z.url(),
  PROJECTIONS_QUEUE_URL: z.url(),
  REBUILDS_QUEUE_URL: z.url(),
  STATISTICS_QUEUE_URL: z.url(),
  EXPUNGEMENTS_QUEUE_URL: z.url(),
  /** JSON: every queue that functions work off, see `work-queues.ts`. */
  QUEUES: z.string().min(1),
  /** JSON: when each thing of the calendar is done, see `shared/schedule/calendar.ts`. */
  CALENDAR: z.string().min(1),
  READ_HISTORY_FUNCTION: z.string().min(1),
  READ_ELEMENTS_FUNCTION: z.string().min(1),
  /** Who gives out access tokens: the issuer's URL. */
  ISSUER: z.url(),
  /** Where the issuer's pages are. */
  SIGN_IN_URL: z.url(),
  /** By which the issuer knows the portal. */
  CLIENT_ID: z.string().min(1),
  /** Where files are uploaded to. */
  INBOX_ORIGIN: z.url(),
  /** Of the deployment: `dev`, `staging`, `prod`. */
  STAGE: z.string().min(1),
  FEDERAL_KEY_ARN: z.string().min(1),
  STATE_KEY_ARN: z.string().min(1),
  FINGERPRINT_KEY_ARN: z.string().min(1),
  /** Two-letter code of the state profile; NONE where no state elements are collected. */
  STATE_PROFILE: z.string().min(2),
  /** ORI of the state program: the first part of the name of every file sent to the FBI. */
  SUBMITTER: z.string().length(9),
  /** Day of the next month by whose end agencies have to report a month. */
  REPORTING_DUE_DAY: z.string().regex(/^\d{1,2}$/),
} as const;

export type Variable = keyof typeof variables;

/**
 * The named variables of `environment`, checked. Call it once, at cold start.
 * Throws `ConfigurationError` naming the variable that is missing or wrong.
 */
export function readEnvironment<V extends Variable>(
  names: readonly V[],
  environment: Record<string, string | undefined> = process.env,
): { [K in V]: string } {
  const entries = names.map((name) => {
    const parsed = variables[name].safeParse(environment[name]);
    if (!parsed.success) {
      throw new ConfigurationError(`Environment variable ${name}: ${parsed.error.issues[0]?.message ?? 'is wrong'}`);
    }
    return [name, parsed.data] as const;
  });
  return Object.fromEntries(entries) as { [K in V]: string };
}

/** What a variable that holds JSON says. Throws `ConfigurationError` naming the variable when it is wrong. */
export function readJson<T>(name: Variable, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigurationError(`Environment variable ${name} does not have its shape`, { cause });
  }
}
