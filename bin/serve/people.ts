import type { LocalMachine, LocalPerson } from '../../local/index.ts';
import { samplesOf } from './samples.ts';

/** The program of a records system that may upload to a repository on this computer. */
export const machine: LocalMachine = { clientId: 'recordsystem', secret: 'local' };

/** Whoever may sign in to a repository on this computer: somebody of each role, the clerk of the town in the samples first. */
export function peopleOf(state: string | undefined): LocalPerson[] {
  const offices = new Map(samplesOf(state).map(({ agency, office }) => [agency, office]));
  // The one of whom there are most sample files.
  const agencies = [...offices.keys()].sort((one, other) => filesOf(state, other) - filesOf(state, one));
  const [first = ''] = agencies;
  const office = offices.get(first)?.replace(/^an? /, '') ?? 'agency';
  return [
    { name: `Clerk of the ${office}`, username: 'clerk', groups: ['agency-clerk', first] },
    { name: `Records manager of the ${office}`, username: 'manager', groups: ['agency-admin', first] },
    ...(agencies.length > 1
      ? [{ name: 'Clerk who reports for several', username: 'county-clerk', groups: ['agency-clerk', ...agencies] }]
      : []),
    { name: 'Operator at the state', username: 'operator', groups: ['state-operator'] },
    { name: 'Auditor', username: 'auditor', groups: ['state-auditor'] },
    { name: 'Reader of state elements', username: 'reader', groups: ['element-reader'] },
  ];
}

function filesOf(state: string | undefined, ori: string): number {
  return samplesOf(state).filter(({ agency }) => agency === ori).length;
}
