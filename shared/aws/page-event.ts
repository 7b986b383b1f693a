import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { PageReply, PageRequest } from '../portal/site.ts';
import { headerOf } from './headers.ts';

/** What is asked for, from an event of the gateway (payload format 1.0). */
export function pageRequest(event: APIGatewayProxyEvent): PageRequest {
  const { path, requestContext } = event;
  return {
    path,
    prefix: requestContext.path.endsWith(path) ? requestContext.path.slice(0, -path.length) : '',
    origin: `${headerOf(event, 'x-forwarded-proto') || 'https'}://${requestContext.domainName}`,
    accept: headerOf(event, 'accept') ?? '',
    ifNoneMatch: headerOf(event, 'if-none-match') ?? '',
  };
}

/** A reply as the gateway takes it; it sends the bytes as they are. */
export function proxyResult({ status, headers, body }: PageReply): APIGatewayProxyResult {
  return { statusCode: status, headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}
