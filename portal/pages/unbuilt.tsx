import { Page } from '../frame/page.tsx';

/** In place of a page that is yet to be built. */
export default function Unbuilt() {
  return (
    <Page title="This page is not built yet">
      <p>What it will show is in the API already.</p>
    </Page>
  );
}
