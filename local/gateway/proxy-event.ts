import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { account } from '../engines/addresses.ts';
import type { Claims } from './authorizer.ts';
import type { MatchedRoute } from './match-route.ts';

export interface ProxyRequest {
  request: IncomingMessage;
  matched: MatchedRoute;
  body: Buffer;
  /** Undefined where anybody may call. */
  claims: Claims | undefined;
  api: string;
  stage: string;
  at: Date;
}

/**
 * A request as API Gateway hands it to a function (payload version 1.0, with every type of body taken as binary). Path
 * and path parameters stay percent-encoded, what is in the query is decoded, as REST APIs do.
 */
export function proxyEvent(received: ProxyRequest): APIGatewayProxyEvent {
  const { request, matched, body } = received;
  const { path, query } = splitTarget(request);
  const headers = listed([
    ...pairsOf(request.rawHeaders),
    ['X-Forwarded-For', addressOf(request)],
    ['X-Forwarded-Proto', 'http'],
  ]);
  const parameters = listed([...new URLSearchParams(query)]);
  return {
    resource: matched.route.path,
    path,
    httpMethod: matched.route.method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastOf(parameters)),
    multiValueQueryStringParameters: orNull(parameters),
    pathParameters: orNull(matched.parameters),
    stageVariables: null,
    requestContext: contextOf(received, path),
    body: body.length > 0 ? body.toString('base64') : null,
    isBase64Encoded: body.length > 0,
  };
}

/** The path and the query of a request, as they came. */
export function splitTarget({ url = '/' }: IncomingMessage): { path: string; query: string } {
  const [path = '', ...query] = url.split('?');
  return { path, query: query.join('?') };
}

function contextOf(received: ProxyRequest, path: string): APIGatewayProxyEvent['requestContext'] {
  const { request, matched, claims, api, stage, at } = received;
  return {
    accountId: account,
    apiId: api,
    authorizer: claims && { claims },
    domainName: request.headers.host,
    httpMethod: matched.route.method,
    identity: {
      ...nobody,
      sourceIp: addressOf(request),
      userAgent: request.headers['user-agent'] ?? null,
    },
    // Below a domain of its own there is no stage in the address.
    path,
    protocol: 'HTTP/1.1',
    requestId: randomUUID(),
    requestTimeEpoch: at.getTime(),
    resourceId: matched.route.path,
    resourcePath: matched.route.path,
    stage,
  };
}

function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? '';
}

/** What a request that AWS did not sign says of its sender. */
const nobody = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
}

function listed(pairs: readonly [string, string][]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of pairs) lists[name] = [...(lists[name] ?? []), value];
  return lists;
}

function lastOf(lists: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? '']));
}

function orNull<T extends object>(values: T): T | null {
  return Object.keys(values).length > 0 ? values : null;
}
