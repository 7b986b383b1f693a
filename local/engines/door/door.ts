import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { CorsRule } from '../../template/properties.ts';
import { credentials } from '../addresses.ts';
import { corsHeaders, preflight } from './cors.ts';
import { takeForm } from './posted-form.ts';
import type { Reply } from './reply.ts';
import { errorReply, S3Error } from './s3-error.ts';
import { takeSigned } from './signed-request.ts';
import { algorithm } from './signing.ts';
import type { Take, Visit } from './visit.ts';

/** What is behind the door. */
export interface Inside {
  /** Takes what the SDK sends, as it comes. */
  pass: RequestListener;
  /** Takes what the door has looked at. */
  take: Take;
  corsRules(bucket: string): readonly CorsRule[];
}

/**
 * Stands before an engine that trusts everybody, and lets in what S3 would: forms and URLs that somebody who knows the
 * secret has signed, as far as they are signed. The SDK of functions and commands signs with a header and is let through
 * unlooked at.
 */
export function openDoor(inside: Inside): RequestListener {
  return (request, response) => {
    if (isFromSdk(request)) inside.pass(request, response);
    else void respond(inside, request, response);
  };
}

function isFromSdk({ headers }: IncomingMessage): boolean {
  const signer = `${algorithm} Credential=${credentials.accessKeyId}/`;
  return headers.authorization?.startsWith(signer) === true && !isForm(headers);
}

function isForm({ 'content-type': type = '' }: IncomingMessage['headers']): boolean {
  return /^multipart\/form-data\b/i.test(type);
}

async function respond(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const visit = visitOf(request);
  const rules = inside.corsRules(visit.bucket);
  const { status, headers, body } = await answer(inside.take, rules, visit).catch((error) =>
    errorReply(error instanceof S3Error ? error : new S3Error(500, 'InternalError', String(error))),
  );
  response.writeHead(status, { ...headers, ...corsHeaders(rules, visit.method, visit.headers) }).end(body);
  // The rest of a refused upload is thrown away and not cut off: a browser listens only when it has sent everything.
  await visit.body.return?.();
  request.resume();
}

function visitOf(request: IncomingMessage): Visit {
  const { method = '', url = '', headers } = request;
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return {
    method,
    url,
    path,
    bucket: path.split('/')[1] ?? '',
    query: new URLSearchParams(query),
    headers,
    body: request.iterator({ destroyOnReturn: false }),
  };
}

async function answer(take: Take, rules: readonly CorsRule[], visit: Visit): Promise<Reply> {
  if (visit.method === 'OPTIONS') return preflight(rules, visit.headers);
  if (visit.method === 'POST' && isForm(visit.headers)) return takeForm(take, visit);
  if (visit.query.has('X-Amz-Signature')) return takeSigned(take, visit);
  throw new S3Error(403, 'AccessDenied', 'Access Denied');
}
