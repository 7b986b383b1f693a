import { createHash } from 'node:crypto';
import { chosenPerson } from './chosen-person.ts';
import type { Codes } from './codes.ts';
import { type Directory, mayReturnTo } from './directory.ts';
import { type Answer, type Asked, type Endpoint, redirect } from './exchange.ts';
import { OAuthError, ReturnedError } from './oauth-error.ts';
import type { LocalPerson } from './people.ts';
import type { Sessions } from './sessions.ts';
import { readSignIn, type SignIn } from './sign-in.ts';
import { issuerStyle, refusalPage, type SignInForm, signInPage } from './sign-in-page.ts';

export interface PagesOptions {
  directory: Directory;
  codes: Codes;
  sessions: Sessions;
}

/** What a browser is sent to, by method and path. Whoever is signed in is sent back with a code, without a question. */
export function signInPages({ directory, codes, sessions }: PagesOptions): Record<string, Endpoint> {
  const sendBack = ({ redirectUri, state, ...signIn }: SignIn, person: LocalPerson, headers = {}): Answer => {
    const back = new URL(redirectUri);
    back.searchParams.set('code', codes.issue({ ...signIn, redirectUri, state }, person));
    if (state !== undefined) back.searchParams.set('state', state);
    return redirect(back.href, headers);
  };
  const ask = ({ url }: Asked, { redirectUri }: SignIn, entered: Omit<SignInForm, 'action'> = {}): Answer => {
    const page = signInPage(directory, { action: `/login${url.search}`, ...entered });
    // The answer to the form leads there, which is a part of sending it.
    return pageOf(page, { status: entered.problem ? 400 : 200, formsTo: new URL(redirectUri).origin });
  };

  return {
    'GET /oauth2/authorize': inBrowser(({ url, headers }) => {
      const signIn = readSignIn(url.searchParams, directory);
      const person = sessions.find(headers.cookie);
      return person ? sendBack(signIn, person) : redirect(`/login${url.search}`);
    }),
    'GET /login': inBrowser((asked) => ask(asked, readSignIn(asked.url.searchParams, directory))),
    'POST /login': inBrowser((asked) => {
      const signIn = readSignIn(asked.url.searchParams, directory);
      demandOwnForm(asked);
      const chosen = chosenPerson(asked.form, directory);
      if (!('username' in chosen)) return ask(asked, signIn, chosen);
      return sendBack(signIn, chosen, { 'set-cookie': sessions.begin(chosen) });
    }),
    'GET /logout': inBrowser(({ url, headers }) => {
      const client = directory.clients.find(({ id }) => id === url.searchParams.get('client_id'));
      const address = url.searchParams.get('logout_uri') ?? '';
      if (!client || !mayReturnTo(address, client.logoutUrls, directory)) {
        throw new OAuthError('invalid_request', 'The client_id or the logout_uri is not known.');
      }
      return redirect(address, { 'set-cookie': sessions.end(headers.cookie) });
    }),
  };
}

/** Other sites must not be able to sign a visitor in as whom they like. */
function demandOwnForm({ headers: { origin, host } }: Asked): void {
  if (origin !== `http://${host}`) throw new OAuthError('invalid_request', 'The form is of another site.');
}

function inBrowser(endpoint: (asked: Asked) => Answer): Endpoint {
  return (asked) => {
    try {
      return endpoint(asked);
    } catch (error) {
      if (error instanceof ReturnedError) return redirect(error.returnTo);
      if (error instanceof OAuthError) return pageOf(refusalPage(error.message), { status: error.status });
      throw error;
    }
  };
}

const styleHash = createHash('sha256').update(issuerStyle).digest('base64');

function pageOf(body: string, { status, formsTo = '' }: { status: number; formsTo?: string }): Answer {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${formsTo}; base-uri 'none'; frame-ancestors 'none'`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      // Without a referrer the origin of the form would not be told either.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
