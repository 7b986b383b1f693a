import { join } from 'node:path';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { portalConfig } from '../../shared/api/config.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { pageRequest, proxyResult } from '../../shared/aws/page-event.ts';
import { readFiles } from '../../shared/portal/files.ts';
import { replyTo, type Site } from '../../shared/portal/site.ts';
import { stateNames } from '../../shared/portal/state-names.ts';
import { specificationOf } from '../../shared/specification/index.ts';
import { findProfile } from '../../shared/state/index.ts';
import { isCountable } from '../../shared/statistics/index.ts';

const environment = readEnvironment(['ISSUER', 'SIGN_IN_URL', 'CLIENT_ID', 'INBOX_ORIGIN', 'STATE_PROFILE', 'STAGE']);
const { ISSUER, SIGN_IN_URL, CLIENT_ID, INBOX_ORIGIN, STATE_PROFILE, STAGE } = environment;
const profile = findProfile(STATE_PROFILE);
const state = profile && {
  code: profile.state,
  name: stateNames[profile.state] ?? profile.state,
  countable: profile.elements.filter(isCountable).map(({ id, title }) => ({ id, title })),
};

/** Made when somebody asks for it, and once. */
let specification: Promise<ReadonlyMap<string, string>> | undefined;

const site: Site = {
  files: readFiles(join(import.meta.dirname, 'portal')),
  config: portalConfig.parse({
    issuer: ISSUER,
    signInUrl: SIGN_IN_URL,
    clientId: CLIENT_ID,
    state: state ?? null,
    stage: STAGE,
  }),
  connectTo: [SIGN_IN_URL, INBOX_ORIGIN],
  specification() {
    specification ??= profile ? specificationOf(profile).then(({ files }) => files) : Promise.resolve(new Map());
    return specification;
  },
  openApi: (server) =>
    openApiDocument({
      server,
      authorizationUrl: `${SIGN_IN_URL}/oauth2/authorize`,
      tokenUrl: `${SIGN_IN_URL}/oauth2/token`,
    }),
};

/** Everything that is not the API: the portal, and what is published for those who build on it. Anybody may read it. */
export const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
  .use(injectLambdaContext(new Logger({ serviceName: 'serve-portal' })))
  .handler(async (event) => proxyResult(await replyTo(site, pageRequest(event))));
