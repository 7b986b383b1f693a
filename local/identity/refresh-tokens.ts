import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/ports.ts';
import { OAuthError } from './oauth-error.ts';
import type { PersonGrant } from './tokens.ts';

/**
 * Refresh tokens of people. Each is good for its client, as often as it is shown, until it ends or is revoked; the end of the
 * browser's session at the issuer leaves it (Amazon Cognito developer guide, "Refresh tokens").
 */
export class RefreshTokens {
  private readonly issued = new Map<string, { grant: PersonGrant; endsAt: number }>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  issue(grant: PersonGrant): string {
    const token = randomBytes(32).toString('base64url');
    this.issued.set(token, { grant, endsAt: grant.signedInAt.getTime() + grant.client.refreshSeconds * 1000 });
    return token;
  }

  /** What a token was issued for. Throws `OAuthError` when it is not good. */
  redeem(form: URLSearchParams): PersonGrant {
    const found = this.issued.get(form.get('refresh_token') ?? '');
    if (!found || this.clock().getTime() >= found.endsAt) {
      throw new OAuthError('invalid_grant', 'The refresh token has ended, was revoked, or was never issued.');
    }
    if (form.get('client_id') !== found.grant.client.id) {
      throw new OAuthError('invalid_grant', 'The refresh token was issued to another client.');
    }
    return found.grant;
  }

  /** Ends a token (RFC 7009); one that is not good any more has ended already. Throws `OAuthError` for another client's. */
  revoke(form: URLSearchParams): void {
    const token = form.get('token') ?? '';
    const found = this.issued.get(token);
    if (found && form.get('client_id') !== found.grant.client.id) {
      throw new OAuthError('invalid_client', 'The token was issued to another client.');
    }
    this.issued.delete(token);
  }
}
