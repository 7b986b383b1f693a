import type { IncomingHttpHeaders } from 'node:http';

/** A request to the issuer. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** What was sent as a form. */
  form: URLSearchParams;
}

/** What the issuer answers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body?: string;
}

export type Endpoint = (asked: Asked) => Answer | Promise<Answer>;

export function redirect(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 303, headers: { ...headers, location } };
}

export function json(body: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
