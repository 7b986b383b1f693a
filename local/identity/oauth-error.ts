/** A request that the issuer turns down, in the terms of RFC 6749, section 5.2. */
export class OAuthError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, description: string, status = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

/** A request to sign in that is turned down where it was made; whoever made it is sent back with the reason. */
export class ReturnedError extends OAuthError {
  readonly returnTo: string;

  constructor(
    code: string,
    description: string,
    { redirectUri, state }: { redirectUri: string; state?: string | undefined },
  ) {
    super(code, description);
    const back = new URL(redirectUri);
    back.searchParams.set('error', code);
    back.searchParams.set('error_description', description);
    if (state !== undefined) back.searchParams.set('state', state);
    this.returnTo = back.href;
  }
}
