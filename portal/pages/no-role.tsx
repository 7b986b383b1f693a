import { Page } from '../frame/page.tsx';

/** In place of the portal for somebody who may do nothing yet. */
export function NoRole({ signOut }: { signOut(): Promise<never> }) {
  return (
    <Page title="You have no role here yet">
      <p>The state program says who may do what, and for which agencies. Ask it for a role, then sign in again.</p>
      <button type="button" class="usa-button" onClick={() => void signOut()}>
        Sign out
      </button>
    </Page>
  );
}
