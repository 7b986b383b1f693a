import { Page } from '../frame/page.tsx';

/** In place of a page that there is not. */
export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>The address may be mistyped, or what it led to is gone.</p>
      <p>
        <a href=".">Go to the first page</a>
      </p>
    </Page>
  );
}
