import { Page } from '../../frame/page.tsx';
import { usePortal } from '../../portal-context.ts';
import { Uploader } from './uploader.tsx';

/** Sends files; for whoever works for an agency it is on the first page too. */
export default function UploadPage() {
  const { caller } = usePortal();
  return (
    <Page
      title="Send files"
      lead={caller.agencies === null ? 'What you send is filed in the name of the state program.' : undefined}
    >
      <Uploader />
    </Page>
  );
}
