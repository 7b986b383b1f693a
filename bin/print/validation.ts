import type { ExaminedReport } from '../../shared/intake/examine.ts';
import type { Refusal } from '../../shared/intake/refusal.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import type { ReportKind } from '../../shared/nibrs/model/index.ts';
import type { ValidationSummary } from '../validation-summary.ts';
import { adviceLines, findingJson, findingLines, mostSeriousFirst, refusalJson } from './finding.ts';
import { printable } from './record.ts';
import { type Column, count, counted, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Prints what `validate` finds, as it finds it. */
export interface ValidationPrinter {
  file(name: string): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
  report(examined: ExaminedReport): Promise<void>;
  end(summary: ValidationSummary): Promise<void>;
}

const kinds: Readonly<Record<ReportKind, string>> = {
  incident: 'Group A incident',
  arrest: 'Group B arrest',
  zero: 'Zero report',
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
    async report({ source, findings }) {
      if (findings.length === 0) return;
      const rejected = findings.some(({ severity }) => severity === 'error');
      const outcome = rejected ? colors.red('rejected') : colors.yellow('accepted with warnings');
      await terminal.print(...heading(), `  ${reportLabel(source)}: ${outcome}`);
      for (const finding of mostSeriousFirst(findings)) {
        await terminal.print(...findingLines(finding, source.records, terminal));
      }
      await terminal.print('');
    },
    end: (summary) => terminal.print(...summaryLines(summary, terminal)),
  };
}

/** For programs: one finding a line, nothing else. */
export function jsonPrinter(terminal: Terminal): ValidationPrinter {
  let name = '';
  return {
    async file(next) {
      name = next;
    },
    refused: (refusal) => terminal.print(refusalJson(name, refusal)),
    async report({ findings }) {
      if (findings.length === 0) return;
      await terminal.print(...mostSeriousFirst(findings).map((finding) => findingJson(name, finding)));
    },
    async end() {},
  };
}

/** Kind, number, agency and records of a report. */
export function reportLabel({ report, records }: SourceReport): string {
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

function summaryLines(summary: ValidationSummary, { colors }: Terminal): string[] {
  const { files, refused, records, reports, accepted, rejected, warnings, codes } = summary;
  const top = [...codes].toSorted(([, one], [, other]) => other.times - one.times).slice(0, topCodes);
  const rows = top.map(([code, { times, example }]) => [count(times), code, example]);
  const parts = [
    counted(files, 'file'),
    ...(refused > 0 ? [colors.red(`${count(refused)} refused`)] : []),
    counted(records, 'record'),
    counted(reports, 'report'),
    colors.green(`${count(accepted)} accepted`),
    rejected > 0 ? colors.red(`${count(rejected)} rejected`) : '0 rejected',
    ...(warnings > 0 ? [colors.yellow(counted(warnings, 'warning'))] : []),
  ];
  const columns: Column[] = [{ title: 'found', align: 'right' }, { title: 'code' }, { title: 'for example' }];
  return [parts.join(', '), ...(rows.length > 0 ? ['', ...table(columns, rows)] : [])];
}
