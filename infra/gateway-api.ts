import { apiPath, scopesFor } from '../shared/api/openapi.ts';
import type { ApiFunction, Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes/index.ts';

/** What the gateway has to know of the functions that answer. */
export interface GatewayApiOptions {
  /** What API Gateway calls a function by: the path of Lambda's Invoke with the function's ARN in it. */
  uriOf(name: ApiFunction | 'serve-portal'): string;
  userPoolArn: string;
}

/**
 * What the gateway has to know of the API, as OpenAPI 3.0 with its own extensions, the only kind that a REST API can be made
 * from: where each route leads, and with which scopes of an access token. What a request has to look like is checked by the
 * functions, with the very declarations that the published OpenAPI document is made from. Everything that is not the API
 * is the portal's.
 */
export function gatewayApi({ uriOf, userPoolArn }: GatewayApiOptions): object {
  const paths: Record<string, object> = {};
  const lead = (name: ApiFunction | 'serve-portal') => ({
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: uriOf(name),
  });
  for (const route of Object.values<Route>(routes)) {
    const path = apiPath + route.path;
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        security: [{ cognito: scopesFor(route) }],
        'x-amazon-apigateway-integration': lead(route.answeredBy),
      },
    };
  }
  for (const path of ['/', '/{proxy+}'])
    paths[path] = { get: { 'x-amazon-apigateway-integration': lead('serve-portal') } };
  return {
    openapi: '3.0.1',
    info: { title: 'nibrs-ledger', version: '1' },
    paths,
    components: {
      securitySchemes: {
        cognito: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [userPoolArn] },
        },
      },
    },
  };
}
