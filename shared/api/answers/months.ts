import type { z } from 'zod';
import { commonCodes } from '../../findings/common-codes.ts';
import { lastFinishedPeriod, readAgencyMonths } from '../../months/agency-months.ts';
import { certification, federalCriterion, monthOfReports } from '../../months/certification.ts';
import { completeness } from '../../months/completeness.ts';
import { type DueDay, dueDate } from '../../months/due.ts';
import { type AgencyMonth, periodsBetween } from '../../months/matrix.ts';
import type { MonthSources } from '../../months/read-months.ts';
import { monthBefore, type Period } from '../../nibrs/model/index.ts';
import type { Clock } from '../../ports.ts';
import type { StateProfile } from '../../state/index.ts';
import { type Caller, mayUse } from '../caller.ts';
import { InvalidRequestError } from '../problem.ts';
import type { AnswersTo } from '../routes/index.ts';
import type { month as monthSchema } from '../routes/months.ts';

export interface MonthAnswersDependencies extends MonthSources {
  due: DueDay;
  clock: Clock;
  profile: StateProfile | undefined;
}

/** So many months are told at a time. */
const mostPeriods = 24;

export function monthAnswers(
  deps: MonthAnswersDependencies,
): AnswersTo<'listMonths' | 'readCompleteness' | 'readQuality'> {
  const { due, clock, profile } = deps;

  return {
    async listMonths({ query: { agency, ...range }, caller }) {
      const periods = periodsIn(range, clock());
      const months = await readAgencyMonths(deps, { periods, oris: orisOf(caller, agency), now: clock() });
      return {
        periods: periods.map((period) => ({ period, due: dueDate(period, due) })),
        agencies: byAgency(months).map(({ ori, name, own }) => ({
          ori,
          name,
          registered: own[0]?.agency !== undefined,
          months: own.map(shownMonth),
        })),
      };
    },

    async readCompleteness({ params: { period } }) {
      const now = clock();
      const today = now.toISOString().slice(0, 10);
      const months = await readAgencyMonths(deps, { periods: [period], now });
      const { missing, late, reminders, ...complete } = completeness({ ...due, period, today }, months);
      return {
        ...complete,
        missing: missing.map(({ ori, name = null }) => ({ ori, name })),
        late: late.map(({ ori, agency, daysLate }) => ({ ori, name: agency?.name ?? null, daysLate })),
        reminders: reminders.map(({ month: { ori, agency }, why }) => {
          const { name = null, contactOffice = null, contactEmail = null } = agency ?? {};
          return { ori, name, why, contactOffice, contactEmail };
        }),
      };
    },

    async readQuality({ query: { agency, ...range }, caller }) {
      const periods = periodsIn(range, clock());
      const months = await readAgencyMonths(deps, { periods, oris: orisOf(caller, agency), now: clock() });
      return {
        periods: periods.map((period) => {
          return { period, ...ratesOf(months.filter((month) => month.period === period)) };
        }),
        agencies: byAgency(months).map(({ ori, name, own }) => {
          const { warnings: _, ...rates } = ratesOf(own);
          const { standing, run } = certificationOf(own);
          return { ori, name, ...rates, standing, run };
        }),
        codes: commonCodes(months, profile),
      };
    },
  };
}

/** The agencies whose months are told: those asked for of those the caller may see. Undefined for all. */
function orisOf(caller: Caller, asked: string | undefined): readonly string[] | undefined {
  if (asked !== undefined) return mayUse(caller, asked) ? [asked] : [];
  return caller.agencies === 'all' ? undefined : caller.agencies;
}

/** The months from one to another; by default the last twelve that are over. Throws `InvalidRequestError`. */
function periodsIn({ from, to }: { from?: Period | undefined; to?: Period | undefined }, now: Date): Period[] {
  const last = to ?? lastFinishedPeriod(now);
  const first = from ?? monthBefore(last, 11);
  if (first > last) throw wrongRange('from', `It is after ${last}. Give the earlier month as from.`);
  if (first < monthBefore(last, mostPeriods - 1)) {
    throw wrongRange('from', `From there to ${last} there are more than ${mostPeriods} months. Ask for fewer.`);
  }
  return periodsBetween(first, last);
}

function wrongRange(name: string, message: string): InvalidRequestError {
  return new InvalidRequestError([{ code: 'custom', path: ['query', name], message, input: undefined }]);
}

function byAgency(months: readonly AgencyMonth[]) {
  return [...Map.groupBy(months, ({ ori }) => ori)].map(([ori, own]) => {
    return { ori, name: own[0]?.agency?.name ?? null, own };
  });
}

/** How an agency stands against the FBI's criterion after these months of its own, the oldest first. */
export function certificationOf(months: readonly AgencyMonth[]) {
  const ofReports = months.flatMap((month) => monthOfReports(month) ?? []);
  return certification(ofReports, federalCriterion);
}

function ratesOf(months: readonly AgencyMonth[]) {
  const sum = (name: 'reports' | 'rejected' | 'warnings') =>
    months.reduce((total, { tally }) => total + tally[name], 0);
  const [submitted, rejected] = [sum('reports'), sum('rejected')];
  return { submitted, rejected, warnings: sum('warnings'), errorRate: submitted === 0 ? null : rejected / submitted };
}

/** A month as it is told. */
export function shownMonth(month: AgencyMonth): z.input<typeof monthSchema> {
  const { period, status, expected, daysLate, onFile, open, unsent, tally, errorRate, lastUpload } = month;
  return {
    period,
    status,
    expected,
    daysLate,
    onFile,
    open,
    unsent,
    submitted: tally.reports,
    rejected: tally.rejected,
    errors: tally.errors,
    warnings: tally.warnings,
    errorRate,
    lastUpload,
    transmissions: month.transmissions.map(({ file }) => file),
  };
}
