import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';
import { scopes } from '../../shared/api/caller.ts';
import type { Clock } from '../../shared/ports.ts';
import { type LocalMachine, type LocalPerson, subjectOf } from './people.ts';

/** What a person was granted. */
export interface PersonGrant {
  person: LocalPerson;
  client: { id: string; tokenSeconds: number; refreshSeconds: number };
  scopes: readonly string[];
  signedInAt: Date;
  /** The same in all tokens that come of one sign-in. */
  origin: string;
  nonce?: string | undefined;
}

/** What a token endpoint answers. */
export interface TokenSet {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  token_type: 'Bearer';
  expires_in: number;
}

const machineTokenSeconds = 60 * 60;

/**
 * Signs tokens with the claims of a Cognito user pool (Amazon Cognito developer guide, "Understanding the access token"
 * and "Understanding the identity token"), with a key of this start alone.
 */
export class Tokens {
  readonly issuer: string;
  /** What others check signatures with. */
  readonly published: JSONWebKeySet;
  readonly keys: JWTVerifyGetKey;
  private readonly key: CryptoKey;
  private readonly clock: Clock;

  private constructor(issuer: string, clock: Clock, key: CryptoKey, published: JSONWebKeySet) {
    this.issuer = issuer;
    this.clock = clock;
    this.key = key;
    this.published = published;
    this.keys = createLocalJWKSet(published);
  }

  /** With a new key. */
  static async create(issuer: string, clock: Clock): Promise<Tokens> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const published = { ...(await exportJWK(publicKey)), alg: 'RS256', kid: randomUUID(), use: 'sig' };
    return new Tokens(issuer, clock, privateKey, { keys: [published] });
  }

  async forPerson({ person, client, scopes, signedInAt, origin, nonce }: PersonGrant): Promise<TokenSet> {
    const groups = person.groups.length > 0 && { 'cognito:groups': person.groups };
    const common = { sub: subjectOf(person), ...groups, auth_time: secondsOf(signedInAt), origin_jti: origin };
    const access = {
      ...{ ...common, version: 2, token_use: 'access', client_id: client.id },
      ...{ scope: scopes.join(' '), username: person.username },
    };
    const identity = {
      ...{ ...common, token_use: 'id', aud: client.id, name: person.name },
      ...{ 'cognito:username': person.username, ...(nonce !== undefined && { nonce }) },
    };
    return {
      access_token: await this.sign(access, client.tokenSeconds),
      ...(scopes.includes('openid') && { id_token: await this.sign(identity, client.tokenSeconds) }),
      token_type: 'Bearer',
      expires_in: client.tokenSeconds,
    };
  }

  async forMachine({ clientId }: LocalMachine): Promise<TokenSet> {
    const claims = {
      ...{ sub: clientId, version: 2, token_use: 'access', client_id: clientId },
      ...{ scope: scopes.machine, auth_time: secondsOf(this.clock()) },
    };
    return {
      access_token: await this.sign(claims, machineTokenSeconds),
      token_type: 'Bearer',
      expires_in: machineTokenSeconds,
    };
  }

  private sign(claims: Record<string, unknown>, seconds: number): Promise<string> {
    const now = secondsOf(this.clock());
    const kid = this.published.keys[0]?.kid;
    return new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
      .setIssuer(this.issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(this.key);
  }
}

function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
