import { findAgency, listAgencies } from '../../agencies/registry.ts';
import { NotFoundError } from '../../errors.ts';
import { commonCodes } from '../../findings/common-codes.ts';
import { lastFinishedPeriod, readAgencyMonths } from '../../months/agency-months.ts';
import { periodsBetween } from '../../months/matrix.ts';
import { monthBefore } from '../../nibrs/model/index.ts';
import { mayUse } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';
import { certificationOf, type MonthAnswersDependencies, shownMonth } from './months.ts';

/** So many months of an agency are told. */
const told = 24;

export function agencyAnswers(deps: MonthAnswersDependencies): AnswersTo<'listAgencies' | 'readAgency'> {
  const { ledger, clock, profile } = deps;
  return {
    async listAgencies({ caller }) {
      const agencies = await listAgencies(ledger);
      return { agencies: agencies.filter(({ ori }) => mayUse(caller, ori)) };
    },

    async readAgency({ params: { ori }, caller }) {
      const now = clock();
      // The month that is not over is shown as well, for its files are there.
      const last = now.toISOString().slice(0, 7);
      const periods = periodsBetween(monthBefore(last, told - 1), last);
      const months = mayUse(caller, ori) ? await readAgencyMonths(deps, { periods, oris: [ori], now }) : [];
      if (months.length === 0) throw new NotFoundError('There is no such agency, or it is not one of yours.');
      return {
        facts: (await findAgency(ledger, ori)) ?? null,
        months: months.map(shownMonth),
        certification: certificationOf(months.filter(({ period }) => period <= lastFinishedPeriod(now))),
        codes: commonCodes(months, profile),
      };
    },
  };
}
