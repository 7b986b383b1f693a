import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { badReply } from './refusal.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What a function replies through a proxy integration; API Gateway takes nothing else. */
const proxyReply = z.strictObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The most that a function may be sent or reply, Base64 included (Lambda developer guide, "Lambda quotas"). */
export const payloadBytes = 6_291_556;

/**
 * Sends on what a function replied, compressed where the client takes that and the body has `compressesFrom` bytes.
 * Throws `Refusal` when it is no reply.
 */
export function sendReply(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  value: unknown,
  compressesFrom: number | undefined,
): void {
  const parsed = proxyReply.safeParse(value);
  if (!parsed.success) throw badReply();
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const text = body ?? '';
  if (Buffer.byteLength(text) > payloadBytes) throw badReply();

  response.statusCode = statusCode;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries({ ...headers, ...multiValueHeaders })) {
    // How long it is depends on whether it is compressed.
    if (name.toLowerCase() !== 'content-length') response.setHeader(name, value);
  }
  const bytes = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8');
  const compressed =
    bytes.length >= (compressesFrom ?? Number.POSITIVE_INFINITY) &&
    !response.hasHeader('content-encoding') &&
    /\bgzip\b/.test(String(request.headers['accept-encoding']));
  if (compressed) response.setHeader('content-encoding', 'gzip');
  response.end(compressed ? gzipSync(bytes) : bytes);
}
