import type { PortalConfig } from '../shared/api/config.ts';
import { type Authority, Problem } from './api.ts';
import { cameFromIssuer, finishSignIn, goSignIn, type Token } from './sign-in.ts';

/** A token this close to its end is not used any more. */
const reserveMillis = 10_000;
/** The API refusing a token that is younger than this will refuse the next one too. */
const youngMillis = 30_000;

/** Signs in, which leaves the page unless the issuer has just sent the browser back here. */
export async function startSession(config: PortalConfig): Promise<Authority> {
  const token = cameFromIssuer() ? await finishSignIn(config) : await goSignIn(config);
  return {
    async token() {
      return Date.now() < token.endsAt - reserveMillis ? token.value : goSignIn(config);
    },
    async refused() {
      if (Date.now() - token.givenAt > youngMillis) return goSignIn(config);
      throw notTaken(token);
    },
  };
}

function notTaken({ endsAt }: Token): Problem {
  return new Problem({
    type: 'urn:nibrs-ledger:token',
    title: 'You are signed in, but the repository does not accept it',
    status: 401,
    detail: `Check the clock of this computer: by it, you are signed in until ${new Date(endsAt).toLocaleTimeString()}. If it is right, tell the state program.`,
  });
}
