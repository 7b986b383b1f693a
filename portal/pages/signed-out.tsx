import type { PortalConfig } from '../../shared/api/config.ts';
import { Page } from '../frame/page.tsx';
import { goSignIn } from '../sign-in.ts';
import type { SignedOut } from '../sign-out.ts';

const reasons: Readonly<Record<SignedOut, string>> = {
  idle: 'Nobody had used the portal for half an hour.',
  elsewhere: 'You signed out in another window of this browser.',
};

/** Where one is after a session that one did not end in this window. */
export function SignedOutPage({ config, why }: { config: PortalConfig; why: SignedOut }) {
  return (
    <Page title="You were signed out">
      <p>{reasons[why]} Everything that was sent is safe.</p>
      <button type="button" class="usa-button" onClick={() => void goSignIn(config)}>
        Sign in
      </button>
    </Page>
  );
}
