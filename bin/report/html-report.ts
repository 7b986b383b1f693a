import { type FileHandle, open } from 'node:fs/promises';
import { compareText } from '../../shared/compare.ts';
import { UsageError } from '../../shared/errors.ts';
import { fileEnd, fileStart } from '../../shared/findings/page/finding.ts';
import { pageEnd } from '../../shared/findings/page/page.ts';
import { printable } from '../../shared/intake/shown-record.ts';
import type { ValidationPrinter } from '../print/validation.ts';
import { refusalHtml, reportHtml } from './findings.ts';
import { reportStart } from './page.ts';

/** How many findings are listed. A browser copes with them, and who has more corrects these first. */
export const listedFindings = 10_000;

/**
 * Writes one HTML file for people: counts on top, every finding below, nothing loaded from anywhere. The counts are
 * known only at the end, so what is listed is kept until then as text, `limit` findings at most.
 * Throws `UsageError` at once when the file cannot be written.
 */
export async function htmlReport(path: string, date: string, limit = listedFindings): Promise<ValidationPrinter> {
  const handle = await openFile(path);
  const pieces: string[] = [];
  const files: string[] = [];
  const agencies = new Set<string>();
  let listed = 0;
  let inFile = false;

  /** Puts a piece under the name of its file. */
  const list = (piece: string, findings: number): void => {
    if (!inFile) pieces.push(fileStart(files.at(-1) ?? ''));
    inFile = true;
    pieces.push(piece);
    listed += findings;
  };
  const endFile = (): void => {
    if (inFile) pieces.push(fileEnd);
    inFile = false;
  };

  return {
    async file(name) {
      endFile();
      files.push(name);
    },
    async refused(refusal) {
      list(refusalHtml(refusal), 1);
    },
    async report(examined) {
      if (examined.findings.length === 0 || listed >= limit) return;
      agencies.add(printable(examined.source.report.ori));
      list(reportHtml(examined), examined.findings.length);
    },
    async end(summary) {
      endFile();
      const start = reportStart({ files, date, summary, agencies: [...agencies].sort(compareText), listed });
      await handle.writeFile([start, ...pieces, pageEnd()]);
      await handle.close();
    },
  };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (cause) {
    throw new UsageError(
      `The report ${path} cannot be written. Check that its directory exists and is yours to write to.`,
      {
        cause,
      },
    );
  }
}
