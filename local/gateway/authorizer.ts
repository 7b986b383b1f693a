import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../shared/ports.ts';
import { Refusal } from './refusal.ts';

/** What a token says, every claim as text. */
export type Claims = Record<string, string>;

/** The claims of the access token in an Authorization header that has one of `scopes`. Throws `Refusal`. */
export type Authorize = (header: string | undefined, scopes: readonly string[]) => Promise<Claims>;

export interface AuthorizerOptions {
  issuer: string;
  keys: JWTVerifyGetKey;
  clock: Clock;
}

/**
 * Checks tokens as the authorizer of a user pool does: access tokens of this issuer that have not expired (API Gateway
 * developer guide, "Control access to REST APIs using Amazon Cognito user pools as an authorizer").
 */
export function createAuthorizer({ issuer, keys, clock }: AuthorizerOptions): Authorize {
  return async (header = '', scopes) => {
    const token = header.replace(/^Bearer /i, '');
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      currentDate: clock(),
    }).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw unauthorized('The incoming token has expired');
      if (error instanceof errors.JOSEError) throw unauthorized();
      throw error;
    });
    const { token_use: use, scope } = payload;
    const granted = typeof scope === 'string' ? scope.split(' ') : [];
    if (use !== 'access' || !scopes.some((wanted) => granted.includes(wanted))) throw unauthorized();
    return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(name, value)]));
  };
}

function unauthorized(message = 'Unauthorized'): Refusal {
  return new Refusal(401, 'UnauthorizedException', message);
}

/** API Gateway writes lists with commas, and two of the three times as Java does: `Fri Jul 29 18:52:53 UTC 2016`. */
function claimText(name: string, value: unknown): string {
  if (typeof value !== 'number' || !['exp', 'iat'].includes(name)) return String(value);
  const [weekday = '', day, month, year, time] = new Date(value * 1000).toUTCString().split(' ');
  return [weekday.slice(0, -1), month, day, time, 'UTC', year].join(' ');
}
