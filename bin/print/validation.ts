import { count, counted } from '../../shared/count-words.ts';
import { mostSeriousFirst } from '../../shared/findings/labels.ts';
import { type Examined, isRejected } from '../../shared/intake/examine.ts';
import { findingCsv, findingCsvHeader, findingJson, refusalFinding } from '../../shared/intake/finding-line.ts';
import type { Source } from '../../shared/intake/own-findings.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import { printable } from '../../shared/intake/shown-record.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { type CodeSummary, mostFrequentFirst, type ValidationSummary } from '../validation-summary.ts';
import { adviceLines, findingsLines } from './finding.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Prints what `validate` finds, as it finds it. */
export interface ValidationPrinter {
  file(name: string): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
  report(examined: Examined): Promise<void>;
  end(summary: ValidationSummary): Promise<void>;
}

const kinds: Readonly<Record<Source['report']['kind'], string>> = {
  incident: 'Group A incident',
  arrest: 'Group B arrest',
  zero: 'Zero report',
  supplement: 'Supplement to report',
};

/** How many codes the summary lists. */
const topCodes = 10;

/** For people: grouped by report, most serious first, a summary at the end. A file's name stands above its first finding. */
export function textPrinter(terminal: Terminal): ValidationPrinter {
  const { colors } = terminal;
  let unprinted: string | undefined;
  const heading = (): string[] => {
    const lines = unprinted === undefined ? [] : [colors.bold(unprinted), ''];
    unprinted = undefined;
    return lines;
  };
  return {
    async file(name) {
      unprinted = name;
    },
    refused: (refusal) => terminal.print(...heading(), ...refusalLines(refusal, terminal), ''),
    async report(examined) {
      const { source, findings } = examined;
      if (findings.length === 0) return;
      const { rejected, outcome, counts } = outcomeOf(examined);
      const shown = rejected ? colors.red(outcome) : colors.yellow(outcome);
      await terminal.print(
        ...heading(),
        `  ${reportLabel(source)}: ${shown}${findings.length > 1 ? ` (${counts})` : ''}`,
        ...findingsLines(mostSeriousFirst(findings), source.records, terminal),
        '',
      );
    },
    end: (summary) => terminal.print(...summaryLines(summary, terminal)),
  };
}

/** For programs: one finding a line as JSON, nothing else. */
export function jsonPrinter(terminal: Terminal): ValidationPrinter {
  return linePrinter(terminal, findingJson);
}

/** For spreadsheets: a header and one finding a row, nothing else. */
export function csvPrinter(terminal: Terminal): ValidationPrinter {
  // RFC 4180 ends lines with CRLF.
  const header = `${findingCsvHeader}\r`;
  return linePrinter(terminal, (file, finding) => `${findingCsv(file, finding)}\r`, header);
}

function linePrinter(
  terminal: Terminal,
  line: (file: string, finding: Finding) => string,
  header?: string,
): ValidationPrinter {
  let name: string | undefined;
  return {
    async file(next) {
      if (name === undefined && header !== undefined) await terminal.print(header);
      name = next;
    },
    refused: (refusal) => terminal.print(line(name ?? '', refusalFinding(refusal))),
    async report({ findings }) {
      if (findings.length === 0) return;
      await terminal.print(...mostSeriousFirst(findings).map((finding) => line(name ?? '', finding)));
    },
    async end() {},
  };
}

/** What becomes of a report that has findings, and how many of each kind it has. */
export function outcomeOf(examined: Examined): { rejected: boolean; outcome: string; counts: string } {
  const { findings } = examined;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''];
  const rejected = isRejected(examined);
  const accepted = errors > 0 ? 'accepted without what is in error' : 'accepted with warnings';
  return { rejected, outcome: rejected ? 'rejected' : accepted, counts: counts.filter(Boolean).join(', ') };
}

/** Kind, number, agency and records of a report. */
export function reportLabel({ report, records }: Source): string {
  const first = records[0]?.number ?? 0;
  const last = records.at(-1)?.number ?? first;
  const place = first === last ? `record ${first}` : `records ${first}–${last}`;
  const name = printable(`${kinds[report.kind]} ${report.number || '(no number)'} of ${report.ori || '(no ORI)'}`);
  return `${name}, ${place}`;
}

/** A refused file's reason and what to do about it. */
export function refusalLines(refusal: Refusal, view: Pick<Terminal, 'colors' | 'width'>): string[] {
  const cause = refusal.record === undefined ? '' : `, because of record ${refusal.record}`;
  return [`  ${view.colors.red('refused')}: the whole file${cause}`, ...adviceLines(refusal, '      ', view)];
}

function summaryLines(summary: ValidationSummary, view: Terminal): string[] {
  const { colors } = view;
  const { files, refused, records, reports, accepted, rejected, warnings } = summary;
  const parts = [
    counted(files, 'file'),
    ...(refused > 0 ? [colors.red(`${count(refused)} refused`)] : []),
    counted(records, 'record'),
    counted(reports, 'report'),
    colors.green(`${count(accepted)} accepted`),
    rejected > 0 ? colors.red(`${count(rejected)} rejected`) : '0 rejected',
    ...(warnings > 0 ? [colors.yellow(counted(warnings, 'warning'))] : []),
  ];
  return [parts.join(', '), ...codeTable(mostFrequentFirst(summary), view)];
}

function codeTable(codes: readonly CodeSummary[], { colors, width }: Terminal): string[] {
  if (codes.length === 0) return [];
  const rows = codes
    .slice(0, topCodes)
    .map(({ code, severity, times, example }) => [count(times), `${severity} ${code}`, example]);
  const lines = table(
    [
      { title: 'found', align: 'right' },
      { title: 'number' },
      // What is left beside a count and `warning 1234`.
      { title: 'for example', width: width - 23 },
    ],
    rows,
  );
  const others = codes.length - topCodes;
  const more = others > 0 ? [colors.dim(`and ${counted(others, 'other number')}, found less often`)] : [];
  return ['', ...lines, ...more];
}
