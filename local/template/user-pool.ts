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
}

/** A group that the template has: a role. The others, of agencies, are made as there are agencies. */
export interface UserPoolGroupPlan {
  name: string;
  description: string | undefined;
}

const unitSeconds = { seconds: 1, minutes: 60, hours: 60 * 60, days: 24 * 60 * 60 };

/** Clients through which people sign in. Those of machines are not in the template, since agencies come and go. */
export const userPoolClientProperties = z.object({
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthScopes: z.array(z.string()).min(1),
  GenerateSecret: z.literal(false).optional(),
  CallbackURLs: z.array(z.url()).min(1),
  LogoutURLs: z.array(z.url()).default([]),
  AccessTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .object({ AccessToken: z.enum(['seconds', 'minutes', 'hours', 'days']).default('hours') })
    .default({ AccessToken: 'hours' }),
});

/** The client of these properties; its tokens are good for an hour where nothing is said. */
export function clientOf(id: string, properties: z.infer<typeof userPoolClientProperties>): UserPoolClientPlan {
  const { AccessTokenValidity: validity, TokenValidityUnits: units } = properties;
  return {
    id,
    callbackUrls: properties.CallbackURLs,
    logoutUrls: properties.LogoutURLs,
    scopes: properties.AllowedOAuthScopes,
    tokenSeconds: validity === undefined ? unitSeconds.hours : validity * unitSeconds[units.AccessToken],
  };
}

export const userPoolGroupProperties = z.object({ GroupName: z.string(), Description: z.string().optional() });
