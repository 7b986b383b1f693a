import { ProblemAlert } from '../../frame/problem.tsx';
import { saveText } from '../../parts/save-file.ts';
import { useAction } from '../../parts/use-action.ts';
import { usePortal } from '../../portal-context.ts';
import type { filterIn } from './filter.ts';

const mediaTypes = { csv: 'text/csv', html: 'text/html' } as const;

/** All findings that are asked for as a file. */
export function Downloads({ filter }: { filter: ReturnType<typeof filterIn> }) {
  const { call } = usePortal();
  const { run, busy, problem } = useAction(async (format: 'csv' | 'html') => {
    const text = await call('downloadFindings', { query: { ...filter, format } });
    saveText(`findings-${filter.period ?? filter.submission}.${format}`, mediaTypes[format], text);
  });
  return (
    <>
      <div class="buttons downloads">
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-disabled={busy}
          onClick={() => void run('csv')}
        >
          Save as a spreadsheet (CSV)
        </button>
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-disabled={busy}
          onClick={() => void run('html')}
        >
          Save as a page to print
        </button>
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </>
  );
}
