import { agencyRoles } from '../../shared/api/caller.ts';
import { oriPattern } from '../../shared/nibrs/model/index.ts';
import type { Directory } from './directory.ts';
import type { LocalPerson } from './people.ts';
import type { SignInForm } from './sign-in-page.ts';

/** Whom somebody said to be in the form of the page, or what is wrong with what they said. */
export function chosenPerson(
  form: URLSearchParams,
  { people, roles }: Directory,
): LocalPerson | Omit<SignInForm, 'action'> {
  const person = people.find(({ username }) => username === form.get('username'));
  if (person) return person;

  const role = form.get('role') ?? '';
  const oris = form.get('oris') ?? '';
  const agencies = oris
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((ori) => ori !== '');
  if (!roles.some(({ name }) => name === role)) return { problem: 'Choose one of the roles.', role, oris };
  const wrong = agencies.find((ori) => !oriPattern.test(ori));
  if (wrong !== undefined) {
    return { problem: `${wrong} is not an ORI: it has nine characters, letters and digits.`, role, oris };
  }
  if (agencies.length === 0 && agencyRoles.some((name) => name === role)) {
    return { problem: 'Name at least one agency: the role is of somebody who works for one.', role, oris };
  }
  const groups = [role, ...agencies];
  return {
    name: `Someone (${groups.join(', ').replaceAll('-', ' ')})`,
    username: groups.join('.').toLowerCase(),
    groups,
  };
}
