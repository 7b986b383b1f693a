import { NotAllowedError, NotFoundError, UsageError } from '../../errors.ts';
import { type SearchSources, searchFindings } from '../../findings/search.ts';
import { settlementsIn, settleWarning, warningsFold } from '../../findings/warnings.ts';
import { execute } from '../../ledger/execute.ts';
import { warningsStream } from '../../ledger/streams.ts';
import { type Caller, mayUse, type Role } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

/** Who may say that a warning is right as it is. */
const dismissers: readonly Role[] = ['agency-admin', 'state-operator'];

export function settlingAnswers(deps: SearchSources): AnswersTo<'settleWarning'> {
  const { ledger, clock } = deps;
  return {
    async settleWarning({ params: { submission, finding }, body: { as, reason }, caller, id: request }) {
      if (as === 'dismissed' && !caller.roles.some((role) => dismissers.includes(role))) {
        throw new NotAllowedError('You may clear a warning that was put right. Ask an admin to dismiss one.');
      }
      await demandWarning(deps, { submission, finding }, caller);
      const stream = warningsStream(submission);
      const stamp = { at: clock().toISOString(), by: caller.name, cause: { submission, request } };
      await execute(ledger, stream, warningsFold, (state) => settleWarning(state, { finding, as, reason }, stamp));
      return { settlement: settlementsIn(await ledger.read(stream)).get(finding) ?? null };
    },
  };
}

async function demandWarning(
  deps: SearchSources,
  { submission, finding: id }: { submission: string; finding: string },
  caller: Caller,
): Promise<void> {
  const maySee = (ori: string) => mayUse(caller, ori);
  const { items } = await searchFindings(deps, { submission, id, maySee, sort: 'report', limit: 1 });
  const severity = items[0]?.finding.severity;
  if (severity === undefined) {
    throw new NotFoundError('There is no such finding, or it is not of a report of your agencies.');
  }
  if (severity === 'warning') return;
  throw new UsageError('This is an error. Correct the report and send it again: that settles it.');
}
