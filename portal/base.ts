/** Path of the page's base, with a slash at its end: the portal may live below a prefix. */
export const basePath = new URL(document.baseURI).pathname;

/** The address of a page of the portal, given from its base: `submissions/…`. */
export function addressOf(path: string): string {
  const { pathname, search } = new URL(path, document.baseURI);
  return pathname + search;
}

/** Where the page is, from the base: `/submissions/…`. */
export function pathFromBase(pathname: string): string {
  return pathname.startsWith(basePath) ? `/${pathname.slice(basePath.length)}` : '/';
}
