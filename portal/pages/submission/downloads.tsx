import { ProblemAlert } from '../../frame/problem.tsx';
import { saveFrom, saveText } from '../../parts/save-file.ts';
import type { Submission } from '../../parts/submission-outcome.ts';
import { useAction } from '../../parts/use-action.ts';
import { may, usePortal } from '../../portal-context.ts';

/** The findings to take along, and the file as it was sent. */
export function Downloads({
  submission: { submission, fileName, status, errors, warnings },
}: {
  submission: Submission;
}) {
  const { call, caller } = usePortal();
  const { run, busy, problem } = useAction((download: () => Promise<void>) => download());
  const findings = (format: 'csv' | 'html') => async () => {
    const text = await call('downloadFindings', { query: { submission, format } });
    saveText(`findings-${fileName}.${format}`, `text/${format}`, text);
  };
  const ownFile = async () => {
    const { url, fileName } = await call('readFile', { params: { submission } });
    saveFrom(url, fileName);
  };
  const hasFindings = errors + warnings > 0 && may(caller, 'downloadFindings');
  const hasFile = status !== 'opened' && may(caller, 'readFile');
  if (!hasFindings && !hasFile) return null;
  return (
    <section class="submission-part">
      <h2>Take along</h2>
      {problem && <ProblemAlert problem={problem} />}
      <div class="buttons">
        {hasFindings && (
          <>
            <DownloadButton
              words="Findings as a spreadsheet (CSV)"
              busy={busy}
              onClick={() => void run(findings('csv'))}
            />
            <DownloadButton words="Findings as a page (HTML)" busy={busy} onClick={() => void run(findings('html'))} />
          </>
        )}
        {hasFile && <DownloadButton words="The file as it was sent" busy={busy} onClick={() => void run(ownFile)} />}
      </div>
    </section>
  );
}

interface ButtonProps {
  words: string;
  busy: boolean;
  onClick(): void;
}

function DownloadButton({ words, busy, onClick }: ButtonProps) {
  return (
    <button type="button" class="usa-button usa-button--outline" disabled={busy} onClick={onClick}>
      {words}
    </button>
  );
}
