import type { Role } from '../../shared/api/caller.ts';

/** What a role is called on pages. */
export const roleWords: Readonly<Record<Role, string>> = {
  'agency-clerk': 'Clerk',
  'agency-admin': 'Administrator',
  'machine-uploader': 'Machine',
  'state-operator': 'State operator',
  'state-auditor': 'State auditor',
  'element-reader': 'Reader of state elements',
};
