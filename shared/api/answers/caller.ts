import { findAgency } from '../../agencies/registry.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Caller } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

export function callerAnswers({ ledger }: { ledger: Ledger }): AnswersTo<'readCaller'> {
  const nameOf = async (ori: string) => ({ ori, name: (await findAgency(ledger, ori))?.name ?? null });
  const agenciesOf = async ({ agencies }: Caller) => (agencies === 'all' ? null : Promise.all(agencies.map(nameOf)));
  return {
    async readCaller({ caller }) {
      const { id, name, roles } = caller;
      return { id, name, roles: [...roles], agencies: await agenciesOf(caller) };
    },
  };
}
