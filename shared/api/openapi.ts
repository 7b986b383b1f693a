import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { scopes } from './caller.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';
import { routes } from './routes/index.ts';

/** Where the API is and who gives out tokens. */
export interface OpenApiOptions {
  server: string;
  tokenUrl: string;
  authorizationUrl: string;
}

/** What comes before the path of every route. */
export const apiPath = '/api';

const problems = {
  400: 'The request is not as it has to be; `errors` names every place',
  401: 'There is no access token, or it has expired',
  403: 'The caller’s role may not do this',
  404: 'There is no such thing, or it is not of the caller’s agencies',
  409: 'It cannot be done as things are; `detail` says why',
  429: 'Too many requests; try again later',
  503: 'Not now; the same request again is right',
};

/** The API as OpenAPI 3.1, made from the declarations that the functions themselves check requests by. */
export function openApiDocument({ server, tokenUrl, authorizationUrl }: OpenApiOptions) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [operationId, route] of Object.entries<Route>(routes)) {
    const path = apiPath + route.path;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(operationId, route) };
  }
  const scopesOf = (scope: string) => ({ [scope]: 'Call the API' });
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'nibrs-ledger',
      version: '1.0.0',
      description: 'The repository of a state’s crime reports: upload submissions, read what became of them.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    components: {
      securitySchemes: {
        person: {
          type: 'oauth2',
          flows: { authorizationCode: { authorizationUrl, tokenUrl, scopes: scopesOf(scopes.person) } },
        },
        machine: { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: scopesOf(scopes.machine) } } },
      },
    },
    paths,
  };
  // The categories of offenses are text of a custom kind.
  return createDocument(document, { allowEmptySchema: { custom: true } });
}

function operationOf(operationId: string, route: Route): ZodOpenApiOperationObject {
  const { summary, description = '', roles, params, query, body, reply, status = 200, mediaTypes } = route;
  const types = mediaTypes ?? ['application/json'];
  return {
    operationId,
    summary,
    description: `${description}\n\nFor: ${roles.join(', ')}.`.trim(),
    security: securityOf(route),
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [`${status}`]: {
        description: 'Done',
        content: Object.fromEntries(types.map((type) => [type, { schema: reply }])),
      },
      ...problemResponses,
    },
  };
}

const problemResponses = Object.fromEntries(
  Object.entries(problems).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problem } } },
  ]),
);

function securityOf(route: Route): Record<string, string[]>[] {
  return scopesFor(route).map((scope) => ({ [scope === scopes.machine ? 'machine' : 'person']: [scope] }));
}

/** The scopes with which a route can be called: machines call only what is meant for them. */
export function scopesFor({ roles }: Pick<Route, 'roles'>): string[] {
  return [
    ...(roles.some((role) => role !== 'machine-uploader') ? [scopes.person] : []),
    ...(roles.includes('machine-uploader') ? [scopes.machine] : []),
  ];
}
