/** Of every reply of the portal. */
const common = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  // A page's address may name a report.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Browsers that do not know `frame-ancestors`.
  'X-Frame-Options': 'DENY',
};

/**
 * What the pages of the portal may do: run and show what comes with them, call this origin, and talk to `connectTo`, the
 * issuer of tokens and the inbox. Whatever an agency's file says can neither run here nor send anything elsewhere.
 */
export function portalHeaders(connectTo: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectTo.map((url) => new URL(url).origin)].join(' ')}`,
    "form-action 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ];
  return { ...common, 'Content-Security-Policy': policy.join('; ') };
}

/** Of files that are for whoever builds on this: their pages bring their style along and need no script. */
export const publishedHeaders: Record<string, string> = {
  ...common,
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
