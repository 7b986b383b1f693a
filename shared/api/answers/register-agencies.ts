import { demandElements } from '../../agencies/demand-elements.ts';
import { readAgencyList } from '../../agencies/read-agencies.ts';
import { type Registered, register } from '../../agencies/registry.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Clock } from '../../ports.ts';
import type { StateProfile } from '../../state/index.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface RegistrationDependencies {
  ledger: Ledger;
  profile: StateProfile | undefined;
  clock: Clock;
}

export function registrationAnswers({
  ledger,
  profile,
  clock,
}: RegistrationDependencies): AnswersTo<'registerAgencies'> {
  return {
    async registerAgencies({ body: { csv }, caller, id: request }) {
      const entries = readAgencyList(csv, 'The list');
      for (const entry of entries) demandElements(profile, entry, `The list, ${entry.ori}, `);
      const stamp = { at: clock().toISOString(), by: caller.name, cause: { request } };
      const done = await register(ledger, entries, stamp);
      return {
        registered: orisWith(done, 'AgencyRegistered'),
        changed: orisWith(done, 'AgencyChanged'),
        unchanged: done.filter(({ event }) => event === undefined).length,
      };
    },
  };
}

function orisWith(done: readonly Registered[], type: 'AgencyRegistered' | 'AgencyChanged'): string[] {
  return done.flatMap(({ ori, event }) => (event?.type === type ? [ori] : []));
}
