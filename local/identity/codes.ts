import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/ports.ts';
import { OAuthError } from './oauth-error.ts';
import type { LocalPerson } from './people.ts';
import type { SignIn } from './sign-in.ts';

interface Issued {
  signIn: SignIn;
  person: LocalPerson;
  at: Date;
}

/** How long an authorization code is good for. */
const codeMillis = 5 * 60 * 1000;

/** Authorization codes: each is good once, for a short time, and for whoever asked for it. */
export class Codes {
  private readonly issued = new Map<string, Issued>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  issue(signIn: SignIn, person: LocalPerson): string {
    const code = randomBytes(32).toString('base64url');
    this.issued.set(code, { signIn, person, at: this.clock() });
    return code;
  }

  /** What a code was issued for. It is spent with the first attempt. Throws `OAuthError` when it is not good. */
  redeem(form: URLSearchParams): Issued {
    const code = form.get('code') ?? '';
    const issued = this.issued.get(code);
    this.issued.delete(code);
    if (!issued || this.clock().getTime() - issued.at.getTime() > codeMillis) {
      throw new OAuthError('invalid_grant', 'The code was used, has expired, or was never issued.');
    }
    const { client, redirectUri, challenge } = issued.signIn;
    if (form.get('client_id') !== client.id || form.get('redirect_uri') !== redirectUri) {
      throw new OAuthError('invalid_grant', 'The code was issued to another client or for another redirect_uri.');
    }
    const shown = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (shown !== challenge)
      throw new OAuthError('invalid_grant', 'The code_verifier is not the one of the challenge.');
    return issued;
  }
}
