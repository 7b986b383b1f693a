import { Page } from './page.tsx';

/** In place of a page whose code did not come. */
export function LoadFailed() {
  return (
    <Page title="This page did not load">
      <p>The connection broke off, or the portal was renewed since you opened it.</p>
      <button type="button" class="usa-button" onClick={() => location.reload()}>
        Load it again
      </button>
    </Page>
  );
}
