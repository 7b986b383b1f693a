import { Page } from '../frame/page.tsx';
import { linksFor } from '../pages.ts';
import { may, usePortal } from '../portal-context.ts';
import { LatestSubmissions } from './upload/latest-submissions.tsx';
import { Uploader } from './upload/uploader.tsx';

/** The first page: whoever works for an agency sends files here, everybody else goes on from here. */
export default function Home() {
  const { caller } = usePortal();
  const sendsFiles = Boolean(caller.agencies?.length) && may(caller, 'openSubmission');
  return (
    <Page title={`Welcome, ${caller.name}`} lead={leadFor(caller.agencies)}>
      {sendsFiles ? (
        <>
          <h2>Send files</h2>
          <Uploader />
          <LatestSubmissions />
        </>
      ) : (
        <Cards />
      )}
    </Page>
  );
}

function Cards() {
  const { caller } = usePortal();
  return (
    <ul class="cards">
      {linksFor(caller).map(({ href, title, does }) => (
        <li key={href} class="card">
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p>{does}</p>
        </li>
      ))}
    </ul>
  );
}

function leadFor(agencies: { ori: string; name: string | null }[] | null): string {
  if (!agencies) return 'You work for the state program and see all agencies.';
  if (agencies.length === 0)
    return 'You are signed in, and no agency is yours. Ask the state program to add you to one.';
  const names = agencies.map(({ ori, name }) => (name ? `${name} (${ori})` : ori));
  return `You work for ${new Intl.ListFormat('en').format(names)}.`;
}
