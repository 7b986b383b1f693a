import type { PortalConfig } from '../../shared/api/config.ts';
import { Page } from '../frame/page.tsx';
import { goSignIn } from '../sign-in.ts';

/** Where one is when the issuer sent no token. */
export function SignInFailed({ config }: { config: PortalConfig }) {
  return (
    <Page title="You are not signed in">
      <p>Signing in was broken off, took too long, or was started in another window. Nothing is lost.</p>
      <button type="button" class="usa-button" onClick={() => void goSignIn(config)}>
        Sign in
      </button>
    </Page>
  );
}
