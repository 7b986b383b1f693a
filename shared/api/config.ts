import { z } from 'zod';
import { scopes } from './caller.ts';

/** What the portal is told before anybody has signed in, as `config.json`. */
export const portalConfig = z.object({
  /** Who gives out tokens, as these name it. */
  issuer: z.url(),
  /** Where its pages are: `oauth2/authorize`, `oauth2/token`, `oauth2/revoke` and `logout`, as Cognito has them, follow. */
  signInUrl: z.url(),
  clientId: z.string().min(1),
  scope: z.string().default(`openid ${scopes.person}`),
  /** Two-letter code and name of the state whose elements are collected; `null` where there are none. */
  state: z
    .object({
      code: z.string().length(2),
      name: z.string(),
      /** Elements by which arrests can be counted for publication. */
      countable: z.array(z.object({ id: z.string(), title: z.string() })),
    })
    .nullable(),
  stage: z.string().min(1),
});
export type PortalConfig = z.output<typeof portalConfig>;
