import { count, counted } from '../../shared/count-words.ts';
import { mostSeriousFirst } from '../../shared/findings/labels.ts';
import { findingJson, refusalFinding } from '../../shared/intake/finding-line.ts';
import { printable } from '../../shared/intake/shown-record.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { findingsLines } from '../print/finding.ts';
import type { Terminal } from '../print/terminal.ts';
import { refusalLines } from '../print/validation.ts';
import type { ApiFinding, Submission } from './submit-file.ts';

/** A file, and what the repository made of it. */
export interface Submitted {
  path: string;
  submission: Submission;
  findings: AsyncIterable<ApiFinding>;
}

/** Prints what became of files. */
export interface SubmitPrinter {
  /** A file is uploaded, and nobody waits for it. */
  uploaded(path: string, submission: string): Promise<void>;
  done(submitted: Submitted): Promise<void>;
}

/** For people: what became of the file, then its findings grouped by report. */
export function textPrinter(terminal: Terminal): SubmitPrinter {
  return {
    uploaded: (path, submission) => terminal.print(`${path}: uploaded as submission ${submission}`),
    async done({ path, submission, findings }) {
      await terminal.print(`${terminal.colors.bold(path)}: ${outcomeLine(submission, terminal)}`);
      if (submission.refusal) await terminal.print(...refusalLines(refusalOf(submission.refusal), terminal));
      for await (const report of byReport(findings)) await terminal.print('', ...reportLines(report, terminal));
    },
  };
}

/** For programs: one finding a line as JSON; of a file that nobody waits for its name and its submission. */
export function jsonPrinter(terminal: Terminal): SubmitPrinter {
  return {
    uploaded: (file, submission) => terminal.print(JSON.stringify({ file, submission })),
    async done({ path, submission, findings }) {
      if (submission.refusal) await terminal.print(findingJson(path, refusalFinding(refusalOf(submission.refusal))));
      for await (const finding of findings) await terminal.print(findingJson(path, finding));
    },
  };
}

/** The API says `null`, or leaves out, what an older version of it has not. */
function refusalOf({ reason, message, hint, record }: NonNullable<Submission['refusal']>) {
  return { reason, message, hint, record };
}

function outcomeLine({ submission, status, reports, errors, warnings }: Submission, { colors }: Terminal): string {
  const id = colors.dim(`(submission ${submission})`);
  if (status === 'refused') return `${colors.red('refused')} ${id}`;
  const parts = [
    counted(reports.total, 'report'),
    colors.green(`${count(reports.accepted)} accepted`),
    reports.rejected > 0 ? colors.red(`${count(reports.rejected)} rejected`) : '0 rejected',
    ...(errors > 0 ? [colors.red(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [colors.yellow(counted(warnings, 'warning'))] : []),
  ];
  return `${parts.join(', ')} ${id}`;
}

/** Findings come sorted by report. */
async function* byReport(findings: AsyncIterable<Finding>): AsyncGenerator<Finding[]> {
  let report: Finding[] = [];
  for await (const finding of findings) {
    const [first] = report;
    if (first && (first.ori !== finding.ori || first.report !== finding.report)) {
      yield report;
      report = [];
    }
    report.push(finding);
  }
  if (report.length > 0) yield report;
}

function reportLines(findings: readonly Finding[], terminal: Terminal): string[] {
  const { ori = '', report = '' } = findings[0] ?? {};
  const label = printable(`Report ${report || '(no number)'} of ${ori || '(no ORI)'}`);
  return [`  ${label}:`, ...findingsLines(mostSeriousFirst(findings), [], terminal)];
}
