import { z } from 'zod';

/** A program that may ask for tokens. */
export interface UserPoolClientPlan {
  id: string;
  /** Where people may be sent back to once they are signed in, and once they are signed out. */
  callbackUrls: string[];
  logoutUrls: string[];
  scopes: string[];
  /** How long an access token is good for. */
  tokenSeconds: number;
  /** How long after somebody has signed in they get new ones without being asked. */
  refreshSeconds: number;
}

/** A group that the template has: a role. The others, of agencies, are made as there are agencies. */
export interface UserPoolGroupPlan {
  name: string;
  description: string | undefined;
}

const unitSeconds = { seconds: 1, minutes: 60, hours: 60 * 60, days: 24 * 60 * 60 };
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

/** Clients through which people sign in. Those of machines are not in the template, since agencies come and go. */
export const userPoolClientProperties = z.object({
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()).min(1),
  GenerateSecret: z.literal(false).optional(),
  CallbackURLs: z.array(z.url()).min(1),
  LogoutURLs: z.array(z.url()).default([]),
  AccessTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().default(30),
  TokenValidityUnits: z
    .object({ AccessToken: unit.default('hours'), RefreshToken: unit.default('days') })
    .default({ AccessToken: 'hours', RefreshToken: 'days' }),
});

/** The client of these properties; where nothing is said, its tokens are good for an hour, and renewed for thirty days. */
export function clientOf(id: string, properties: z.infer<typeof userPoolClientProperties>): UserPoolClientPlan {
  const { AccessTokenValidity: validity, TokenValidityUnits: units } = properties;
  return {
    id,
    callbackUrls: properties.CallbackURLs,
    logoutUrls: properties.LogoutURLs,
    scopes: properties.AllowedOAuthScopes,
    refreshSeconds: properties.RefreshTokenValidity * unitSeconds[units.RefreshToken],
    tokenSeconds: validity === undefined ? unitSeconds.hours : validity * unitSeconds[units.AccessToken],
  };
}

export const userPoolGroupProperties = z.object({ GroupName: z.string(), Description: z.string().optional() });
