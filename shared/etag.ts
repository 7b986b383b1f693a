import { createHash } from 'node:crypto';

/** What tells a text or its bytes from any other, as HTTP names it (RFC 9110, "ETag"). */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
