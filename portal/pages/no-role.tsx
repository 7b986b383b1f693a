import type { PortalConfig } from '../../shared/api/config.ts';
import { Page } from '../frame/page.tsx';
import { goSignOut } from '../sign-in.ts';

/** In place of the portal for somebody who may do nothing yet. */
export function NoRole({ config }: { config: PortalConfig }) {
  return (
    <Page title="You have no role here yet">
      <p>The state program says who may do what, and for which agencies. Ask it for a role, then sign in again.</p>
      <button type="button" class="usa-button" onClick={() => void goSignOut(config)}>
        Sign out
      </button>
    </Page>
  );
}
