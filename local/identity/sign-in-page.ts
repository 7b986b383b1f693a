import { type Html, html } from '../../shared/html/html.ts';
import { style } from '../../shared/html/style.ts';
import type { UserPoolGroupPlan } from '../template/user-pool.ts';
import type { Directory } from './directory.ts';
import type { LocalPerson } from './people.ts';

/** Where the form of the page is sent to, and what was wrong with it the last time. */
export interface SignInForm {
  action: string;
  problem?: string | undefined;
  /** What was entered then. */
  role?: string | undefined;
  oris?: string | undefined;
}

/** What all pages of the issuer look like; their policy allows this style by its hash. */
export const issuerStyle = `${style}
  main { max-width: 45rem; }
  .people { list-style: none; padding: 0; }
  .people li { display: flex; gap: 1rem; align-items: center; justify-content: space-between; flex-wrap: wrap;
    padding: .75rem 0; border-bottom: 1px solid var(--line); }
  .people div { flex: 1 1 18rem; } .people p { margin: 0; }
  button { min-height: 2.5rem; white-space: normal; }
  form.panel { flex-direction: column; align-items: start; }
  label { display: block; font-weight: 600; }
  .hint { margin: 0; }
  select, input { font: inherit; padding: .35rem .5rem; min-height: 2.5rem; box-sizing: border-box; max-width: 100%;
    border: 1px solid light-dark(#6b7480, #8b95a1); border-radius: .35rem; }
`;

/** The page on which a person says who they are: nobody on this computer has a password. */
export function signInPage(directory: Directory, form: SignInForm): string {
  return issuerPage(
    'Who are you?',
    html`<p>This repository is on your own computer, so there are no passwords. On AWS people sign in with theirs.</p>
<ul class="people">${directory.people.map((person) => personItem(person, directory, form.action))}</ul>
<h2>Someone else</h2>
${otherForm(directory, form)}`,
  );
}

/** A page that tells why nobody can sign in. */
export function refusalPage(message: string): string {
  return issuerPage(
    'You cannot sign in here',
    html`<p>${message}</p><p>Go back to where you came from and try again.</p>`,
  );
}

function personItem({ name, username, groups }: LocalPerson, { roles }: Directory, action: string): Html {
  const held = roles.filter((role) => groups.includes(role.name));
  const agencies = groups.filter((group) => !held.some((role) => role.name === group));
  return html`<li><div><strong>${name}</strong>, ${[...held.map(wordsOf), ...agencies].join(', ')}
${held.map(({ description }) => html`<p class="quiet">${description}</p>`)}</div>
<form method="post" action="${action}"><input type="hidden" name="username" value="${username}">
<button>Continue as ${name}</button></form></li>
`;
}

function wordsOf({ name }: UserPoolGroupPlan): string {
  return name.replaceAll('-', ' ');
}

function otherForm({ roles }: Directory, { action, problem, role, oris = '' }: SignInForm): Html {
  const options = roles.map(
    (each) =>
      html`<option value="${each.name}"${each.name === role ? html` selected` : undefined}>${wordsOf(each)}</option>`,
  );
  const error = problem && html`<p class="error" id="problem" role="alert">${problem}</p>`;
  return html`<form class="panel" method="post" action="${action}">
<div><label for="role">Role</label><select id="role" name="role">${options}</select></div>
<div><label for="oris">Agencies</label>
<p class="hint" id="hint">Their ORIs, nine characters each, with spaces between them. The state’s own people have none.</p>
<input id="oris" name="oris" value="${oris}" autocomplete="off" spellcheck="false"
  aria-describedby="${error ? 'problem hint' : 'hint'}"${error ? html` aria-invalid="true"` : undefined}></div>
${error || undefined}
<button>Continue</button>
</form>`;
}

function issuerPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · nibrs-ledger</title>
<style>${{ html: issuerStyle }}</style>
</head>
<body>
<header>nibrs-ledger <span class="quiet">on this computer</span></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.html;
}
