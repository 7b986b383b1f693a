import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { PageReply, PageRequest } from '../portal/site.ts';

/** What is asked for, from an event of the gateway (payload format 1.0). */
export function pageRequest({ path, headers, requestContext }: APIGatewayProxyEvent): PageRequest {
  const header = (name: string) =>
    Object.entries(headers ?? {}).find(([given]) => given.toLowerCase() === name)?.[1] ?? '';
  return {
    path,
    prefix: requestContext.path.endsWith(path) ? requestContext.path.slice(0, -path.length) : '',
    origin: `${header('x-forwarded-proto') || 'https'}://${requestContext.domainName}`,
    accept: header('accept'),
    ifNoneMatch: header('if-none-match'),
  };
}

/** A reply as the gateway takes it; it sends the bytes as they are. */
export function proxyResult({ status, headers, body }: PageReply): APIGatewayProxyResult {
  return { statusCode: status, headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}
