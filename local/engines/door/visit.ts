import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from './reply.ts';
import { S3Error } from './s3-error.ts';

/** A request at the door, and its body that has still to be read. */
export interface Visit {
  method: string;
  /** Path and query, as they were sent. */
  url: string;
  path: string;
  bucket: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: AsyncIterableIterator<Buffer>;
}

/** A request that was let in, with all of its body. */
export interface Admitted {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Whether it came as a form. */
  form: boolean;
}

/** Has the engine behind the door do what a request asks for. */
export type Take = (request: Admitted) => Promise<Reply>;

/** Those of some headers that are wanted. Throws `S3Error` for one that HTTP cannot carry. */
export function headersOf(named: IncomingHttpHeaders, wanted: (name: string) => boolean): Record<string, string> {
  const given = Object.entries(named).flatMap(([name, value]) =>
    value === undefined || !wanted(name) ? [] : [[name, String(value)] as const],
  );
  if (given.some(([, value]) => /[^\t\x20-\x7e\x80-\xff]/.test(value))) {
    throw new S3Error(400, 'InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
  }
  return Object.fromEntries(given);
}

/** Throws `S3Error` for a path that would be another one behind the door. */
export function checkPath(path: string): void {
  if (!/\/\.{1,2}(\/|$)/.test(path.replaceAll(/%2e/gi, '.'))) return;
  throw new S3Error(501, 'NotImplemented', 'The local S3 takes no key with . or .. between slashes.');
}
