import type { IncomingHttpHeaders } from 'node:http';
import { allSizes, readBody } from './body.ts';
import { checkDigests } from './digests.ts';
import type { Reply } from './reply.ts';
import { checkSignedQuery } from './signed-query.ts';
import { checkPath, headersOf, type Take, type Visit } from './visit.ts';

/**
 * Does what a signed URL was signed for. Throws `S3Error`, and does nothing, where the request or its body is another one.
 */
export async function takeSigned(take: Take, visit: Visit): Promise<Reply> {
  checkSignedQuery(visit, new Date());
  checkPath(visit.path);
  const { method, url, query } = visit;
  const headers = sentHeaders(visit);
  const asked = headersAsked(query);
  const body = await readBody(visit.body, allSizes);
  checkDigests(body, headers);
  const reply = await take({ method, url, headers, body, form: false });
  return reply.status < 300 ? { ...reply, headers: { ...reply.headers, ...asked } } : reply;
}

/**
 * The headers, and those that the SDK moved into the query. S3 takes these too, but no checksums: the SDK puts one there
 * although it has not seen the body.
 */
function sentHeaders({ headers, query }: Visit): Record<string, string> {
  const hoisted = Object.fromEntries([...query].filter(([name]) => /^x-amz-(?!checksum-|sdk-)/.test(name)));
  const ofTheConnection = /^(connection|expect|content-length|transfer-encoding)$/;
  return headersOf({ ...headers, ...hoisted }, (name) => !ofTheConnection.test(name));
}

/** Headers of the answer that a signed URL asks for (S3 API reference, "GetObject", on response headers). */
function headersAsked(query: URLSearchParams): Record<string, string> {
  const prefix = 'response-';
  const asked = [...query].filter(([name]) => name.startsWith(prefix));
  const named: IncomingHttpHeaders = Object.fromEntries(
    asked.map(([name, value]) => [name.slice(prefix.length), value]),
  );
  return headersOf(named, () => true);
}
