import type { IncomingHttpHeaders } from 'node:http';
import type { CorsRule } from '../../template/properties.ts';
import type { Reply } from './reply.ts';
import { S3Error } from './s3-error.ts';

/** What a browser asks before, or with, a request of a page of another origin. */
interface CrossOrigin {
  origin: string;
  method: string;
  /** Headers that the page wants to send, in lower case. */
  headers: string[];
}

/** What the answer to a request tells the browser that sent it: nothing where no rule lets the page in. */
export function corsHeaders(
  rules: readonly CorsRule[],
  method: string,
  { origin }: IncomingHttpHeaders,
): Record<string, string> {
  return origin === undefined ? {} : (allowed(rules, { origin, method, headers: [] }) ?? {});
}

/**
 * The answer to a preflight. Throws `S3Error` where no rule allows what it asks for (S3 User Guide, "Using cross-origin
 * resource sharing").
 */
export function preflight(rules: readonly CorsRule[], headers: IncomingHttpHeaders): Reply {
  const { origin, 'access-control-request-method': method } = headers;
  if (origin === undefined) {
    throw new S3Error(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  }
  if (method === undefined) throw new S3Error(400, 'BadRequest', 'Invalid Access-Control-Request-Method: null');
  if (rules.length === 0) {
    throw new S3Error(403, 'AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
  }
  const requested = listOf(headers['access-control-request-headers']);
  const answer = allowed(rules, { origin, method, headers: requested });
  if (!answer) {
    const message =
      'CORSResponse: This CORS request is not allowed: no rule of the bucket has its origin, method and headers.';
    throw new S3Error(403, 'AccessForbidden', message);
  }
  return { status: 200, headers: answer, body: '' };
}

/** What the first rule that fits says. */
function allowed(rules: readonly CorsRule[], asked: CrossOrigin): Record<string, string> | undefined {
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders = [] }) =>
      AllowedOrigins.some((pattern) => fits(pattern, asked.origin)) &&
      AllowedMethods.some((method) => method === asked.method) &&
      asked.headers.every((name) => AllowedHeaders.some((pattern) => fits(pattern.toLowerCase(), name))),
  );
  if (!rule) return undefined;
  const anyOrigin = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyOrigin ? '*' : asked.origin,
    ...(!anyOrigin && { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(asked.headers.length > 0 && { 'access-control-allow-headers': asked.headers.join(', ') }),
    ...(rule.ExposedHeaders && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
    ...(rule.MaxAge !== undefined && { 'access-control-max-age': `${rule.MaxAge}` }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** Whether a text is what a pattern with at most one asterisk says. */
function fits(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return text === pattern;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function listOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}
