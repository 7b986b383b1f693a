import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  type UserPoolDomain,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type Role, scopes } from '../../shared/api/caller.ts';
import type { StageConfig } from '../config.ts';

/** What each role of a person is for, as whoever admits people reads it. */
const groups: Partial<Record<Role, string>> = {
  'agency-clerk': 'Uploads files of an agency, reads their findings, clears warnings',
  'agency-admin': 'As a clerk, and dismisses warnings',
  'state-operator': 'Runs the month: sends, holds, forwards, redrives, registers agencies',
  'state-auditor': 'Sees what an operator sees and who read state elements, and changes nothing',
  'element-reader': 'Reads state elements of single reports; each read is recorded with its reason',
};

export interface PeopleProps {
  config: StageConfig;
  /** First part of the address where people sign in; nobody else's on AWS may have it. */
  domainPrefix: string;
}

/**
 * Who may sign in. People are admitted by the state, never by themselves, and sign in with a second factor; which groups
 * they are in says what they may do, and for which agencies. Programs of agencies have clients of their own, which the
 * state makes as they come (`docs/deploy.md`).
 */
export class People extends Construct {
  readonly userPool: UserPool;
  private readonly domain: UserPoolDomain;
  private readonly fips: boolean;
  private readonly server: UserPoolResourceServer;
  private readonly use = scopeOf(scopes.person, 'Use the portal');
  private readonly upload = scopeOf(scopes.machine, 'Upload files and read what became of them');

  constructor(scope: Construct, id: string, { config, domainPrefix }: PeopleProps) {
    super(scope, id);
    this.fips = config.fips;
    this.userPool = new UserPool(this, 'UserPool', {
      userPoolName: `nibrs-${config.stage}`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // A message to a telephone is no second factor that the CJIS Security Policy takes.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 15,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.domain = this.userPool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.server = this.userPool.addResourceServer('Scopes', {
      identifier: 'nibrs',
      scopes: [this.use, this.upload],
    });
    for (const [groupName, description] of Object.entries(groups)) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.userPool.userPoolId, groupName, description });
    }
  }

  /** Where people sign in. */
  get signInUrl(): string {
    return this.domain.baseUrl({ fips: this.fips });
  }

  /** The client of the portal at `url`: a page has no secret to keep, so codes are bound to whoever asked for them (PKCE). */
  addPortal(url: string): UserPoolClient {
    return new UserPoolClient(this, 'Portal', {
      userPool: this.userPool,
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(this.server, this.use)],
        callbackUrls: [url],
        logoutUrls: [url],
      },
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      // A day at the office. With the hour for which the sign-in page asks nobody again and the last half hour of a token, it
      // is less than the twelve hours after which the CJIS Security Policy wants to see both factors again.
      refreshTokenValidity: Duration.hours(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }
}

function scopeOf(scope: string, scopeDescription: string): ResourceServerScope {
  return new ResourceServerScope({ scopeName: scope.slice(scope.indexOf('/') + 1), scopeDescription });
}
