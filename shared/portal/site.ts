import type { PortalConfig } from '../api/config.ts';
import { etagOf } from '../etag.ts';
import { portalHeaders, publishedHeaders } from './headers.ts';

/** What the portal is made of. */
export interface Site {
  /** What was built, by its path: `index.html`, and in `assets/` files whose names change with their content. */
  files: ReadonlyMap<string, Uint8Array>;
  config: PortalConfig;
  /** Origins other than its own that pages talk to. */
  connectTo: readonly string[];
  /** What the state publishes of its elements, by path; nothing where there are none. */
  specification(): Promise<ReadonlyMap<string, string>>;
  /** The API, as OpenAPI, called at `server`. */
  openApi(server: string): object;
}

/** What is asked for. */
export interface PageRequest {
  path: string;
  /** What comes before `path` in the address, such as the name of the gateway's stage; it begins with a slash, or is empty. */
  prefix: string;
  /** What comes before all that. */
  origin: string;
  accept: string;
  ifNoneMatch: string;
}

export interface PageReply {
  status: 200 | 304 | 404;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What is sent, before it is known whether the browser has it already. */
interface Content {
  type: string;
  body: Uint8Array | string;
  headers: Record<string, string>;
  /** Its name changes with its content. */
  isForGood?: boolean;
}

/** Replies with a page or a file. A path that only the portal's own router knows gets the portal. */
export async function replyTo(site: Site, request: PageRequest): Promise<PageReply> {
  const content = await contentFor(site, request);
  if (!content) {
    return { status: 404, headers: { ...headersOf(site, 'text/plain; charset=utf-8'), ...fresh }, body: notFound };
  }
  const body = typeof content.body === 'string' ? Buffer.from(content.body) : content.body;
  const kind = { 'Content-Type': content.type, ...content.headers };
  if (content.isForGood) {
    return { status: 200, headers: { ...kind, 'Cache-Control': 'public, max-age=31536000, immutable' }, body };
  }
  const etag = `W/${etagOf(body)}`;
  const headers = { ...kind, ...fresh, ETag: etag };
  const isKnown = request.ifNoneMatch.split(/,\s*/).includes(etag);
  return isKnown ? { status: 304, headers, body: Buffer.of() } : { status: 200, headers, body };
}

const notFound = Buffer.from('There is no such file.\n');

/** Asked for again each time, and sent again only when it has changed. */
const fresh = { 'Cache-Control': 'no-cache' };

async function contentFor(site: Site, request: PageRequest): Promise<Content | undefined> {
  const path = request.path.replace(/^\/+/, '');
  const headers = portalHeaders(site.connectTo);
  if (path === 'config.json') return { type: typeOf(path), body: JSON.stringify(site.config), headers };
  if (path === 'openapi.json') {
    return { type: typeOf(path), body: JSON.stringify(site.openApi(request.origin + request.prefix)), headers };
  }
  if (path.startsWith('specification/') && hasExtension(path)) return published(site, path);

  // The API has operations only, each of which the gateway leads to its function.
  if (path.startsWith('api/')) return undefined;

  const file = site.files.get(path);
  if (file && path !== 'index.html') {
    return { type: typeOf(path), body: file, headers, isForGood: path.startsWith('assets/') };
  }
  // Names of files for the FBI end on .txt, and stand in addresses of pages.
  const isPage = !hasExtension(path) || path === 'index.html' || request.accept.includes('text/html');
  return isPage ? { type: typeOf('index.html'), body: pageAt(site, request.prefix), headers } : undefined;
}

async function published({ specification }: Site, path: string): Promise<Content | undefined> {
  const text = (await specification()).get(path.slice('specification/'.length));
  return text === undefined ? undefined : { type: typeOf(path), body: text, headers: publishedHeaders };
}

/** The page with the base that all its addresses are relative to. */
function pageAt({ files }: Site, prefix: string): string {
  const base = /^(?:\/[\w-]+)*$/.test(prefix) ? `${prefix}/` : '/';
  return Buffer.from(files.get('index.html') ?? [])
    .toString()
    .replace('<base href="/"', `<base href="${base}"`);
}

function headersOf({ connectTo }: Site, type: string): Record<string, string> {
  return { 'Content-Type': type, ...portalHeaders(connectTo) };
}

function hasExtension(path: string): boolean {
  return /\.\w+$/.test(path);
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/jsonl',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
  xsd: 'application/xml',
};

function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
