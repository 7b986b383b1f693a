import type { LocalPerson } from '../../local/index.ts';

/** Who signs in in tests. */
export const people = {
  clerk: { name: 'Carla Clerk', username: 'carla', groups: ['agency-clerk', 'MO1990100'] },
  admin: { name: 'Adam Admin', username: 'adam', groups: ['agency-admin', 'MO1990100', 'MO1990200'] },
  operator: { name: 'Olga Operator', username: 'olga', groups: ['state-operator'] },
  auditor: { name: 'Arno Auditor', username: 'arno', groups: ['state-auditor'] },
  reader: { name: 'Rita Reader', username: 'rita', groups: ['element-reader'] },
  nobody: { name: 'Nora Newcomer', username: 'nora', groups: [] },
} as const satisfies Record<string, LocalPerson>;

export type Person = keyof typeof people;
