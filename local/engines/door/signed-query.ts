import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './s3-error.ts';
import { algorithm, checkSignature, scopeOf } from './signing.ts';

/** What a signature in the query is over. */
export interface SignedRequest {
  method: string;
  /** As it was sent. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

const names = ['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders', 'Expires'] as const;
type Parameters = Record<(typeof names)[number], string>;

/** As long as a signature may hold, in seconds. */
const week = 604_800;
/** How far the signer's clock may be ahead, in milliseconds. */
const skew = 15 * 60_000;

/**
 * Throws `S3Error` unless somebody who knows the secret has signed exactly this request in its query, and the time is not
 * over (S3 API reference, "Authenticating Requests: Using Query Parameters").
 */
export function checkSignedQuery(request: SignedRequest, now: Date): void {
  const parameters = parametersOf(request.query);
  const scope = scopeOf(parameters.Credential);
  checkTime(parameters, scope, now);
  const signed = parameters.SignedHeaders.split(';');
  checkHeaders(request.headers, signed);
  const text = [algorithm, parameters.Date, scope, hash('sha256', canonical(request, signed))].join('\n');
  checkSignature(text, scope, parameters.Signature);
}

function parametersOf(query: URLSearchParams): Parameters {
  const entries = names.map((name) => [name, query.get(`X-Amz-${name}`) ?? ''] as const);
  if (entries.some(([, value]) => value === '')) {
    const all = names.map((name) => `X-Amz-${name}`).join(', ');
    throw unusable(`Query-string authentication version 4 requires the parameters ${all}.`);
  }
  const parameters = Object.fromEntries(entries) as Parameters;
  if (parameters.Algorithm !== algorithm) throw unusable(`X-Amz-Algorithm only supports "${algorithm}"`);
  return parameters;
}

function checkTime({ Date: date, Expires }: Parameters, scope: string, now: Date): void {
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(date) ?? [];
  const signedAt = Date.parse(`${day}T${time}Z`.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(signedAt)) throw unusable(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`);
  if (!scope.startsWith(`${day}/`)) throw unusable('Invalid credential date. This date is not the same as X-Amz-Date.');
  if (!/^\d+$/.test(Expires)) throw unusable('X-Amz-Expires should be a number that is not negative');
  if (Number(Expires) > week) throw unusable(`X-Amz-Expires must be at most a week, ${week} seconds`);
  if (now.getTime() < signedAt - skew) throw new S3Error(403, 'AccessDenied', 'Request is not yet valid');
  if (now.getTime() > signedAt + Number(Expires) * 1000) {
    throw new S3Error(403, 'AccessDenied', 'Request has expired', {
      'X-Amz-Expires': Expires,
      ServerTime: now.toISOString(),
    });
  }
}

/** Whoever was given the URL may add no header that means something to S3. */
function checkHeaders(headers: IncomingHttpHeaders, signed: string[]): void {
  if (!signed.includes('host')) throw unusable('The Host header must be signed');
  const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !signed.includes(name));
  if (unsigned.length === 0) return;
  throw new S3Error(403, 'AccessDenied', 'There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  });
}

/** One spelling of the request, whatever way it was written (S3 API reference, "Canonical Request"). */
function canonical({ method, path, query, headers }: SignedRequest, signed: string[]): string {
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const lines = signed.map(
    (name) =>
      `${name}:${String(headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  const payload = headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  return [method, canonicalPath(path), parameters.join('&'), lines.join(''), signed.join(';'), payload].join('\n');
}

function canonicalPath(path: string): string {
  try {
    return path.split('/').map(decodeURIComponent).map(encode).join('/');
  } catch {
    throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** Percent-encodes all but the characters that RFC 3986 calls unreserved. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unusable(message: string): S3Error {
  return new S3Error(400, 'AuthorizationQueryParametersError', message);
}
