import type { Refusal } from '../../shared/intake/refusal.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import type { SourceRecord } from '../../shared/nibrs/flatfile/record.ts';
import type { Level } from '../../shared/nibrs/model/index.ts';
import { excerpt, printable } from './record.ts';
import type { Colors, Terminal } from './terminal.ts';

/** One finding as it is printed for programs: exactly these keys, `null` where a finding has no such thing. */
export interface FindingLine {
  file: string;
  record: number | null;
  segment: string;
  ori: string;
  report: string;
  sequence: string | null;
  element: string;
  code: string;
  severity: 'error' | 'warning';
  value: string | null;
  message: string;
  hint: string;
}

/** A finding as one line of JSON, without line end. */
export function findingJson(file: string, finding: Finding): string {
  const line: FindingLine = {
    file,
    record: finding.record ?? null,
    segment: finding.segment,
    ori: finding.ori,
    report: finding.report,
    sequence: finding.sequence ?? null,
    element: finding.element,
    code: finding.code,
    severity: finding.severity,
    value: finding.value ?? null,
    message: finding.message,
    hint: finding.hint,
  };
  return JSON.stringify(line);
}

/** A refused file as one line of JSON: an error of the whole file, whose code is the reason. */
export function refusalJson(file: string, { reason, message, hint, record }: Refusal): string {
  return findingJson(file, {
    code: reason,
    severity: 'error',
    record,
    segment: 'file',
    ori: '',
    report: '',
    element: '',
    elementName: '',
    message,
    hint,
  });
}

/** Errors before warnings; within these the order they came in, which is that of the records. */
export function mostSeriousFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

/**
 * A finding as a clerk reads it: what it is and where, what is wrong, what to do, and the record with carets under the
 * place. `records` are those of its report.
 */
export function findingLines(
  finding: Finding,
  records: readonly SourceRecord[],
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): string[] {
  const indent = '      ';
  return [
    `    ${severityLabel(finding, colors)}  ${colors.bold(elementLabel(finding))}, ${placeLabel(finding)}`,
    ...adviceLines(finding, indent, { colors, width }),
    ...recordLines(finding, records, { colors, width: width - indent.length }).map((line) => indent + line),
  ];
}

function severityLabel({ code, severity }: Finding, colors: Colors): string {
  const label = `${severity} ${code}`;
  return severity === 'error' ? colors.red(label) : colors.yellow(label);
}

/**
 * Element number and name. The FBI has no number for the header's elements, and one for both the date and the hour of
 * the incident, which are told apart by what this project puts behind it (`3-hour`).
 */
export function elementLabel({ element, elementName }: Finding): string {
  return /\d/.test(element) ? `${element.replace(/-[a-z]+$/, '')} ${elementName}` : elementName;
}

/** Segment with its number, and record: `victim segment 002, record 14`. */
export function placeLabel({ record, segment, sequence }: Finding): string {
  const parts = [
    segment === 'file' ? 'whole file' : `${segmentName(segment)} ${printable(sequence ?? '').trim()}`.trim(),
    record === undefined ? undefined : `record ${record}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function segmentName(level: string): string {
  return level in layouts ? `${layouts[level as Level].name} segment` : `level ${printable(level)} segment`;
}

/** Lines of a sentence that is too long for one, under each other. A word is never cut. */
export function wrap(sentence: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What is wrong, and after an arrow what to do. */
export function adviceLines(
  { message, hint }: Pick<Finding, 'message' | 'hint'>,
  indent: string,
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): string[] {
  const [first = '', ...others] = wrap(hint, width - indent.length - 2);
  return [
    ...wrap(message, width - indent.length).map((line) => indent + line),
    `${indent}${colors.cyan('→')} ${first}`,
    ...others.map((line) => `${indent}  ${line}`),
  ];
}

function recordLines(finding: Finding, records: readonly SourceRecord[], view: Pick<Terminal, 'colors' | 'width'>) {
  const record = records.find(({ number }) => number === finding.record);
  if (!record) return [];
  const { line, carets } = excerpt(record.text, finding.columns, view.width);
  return carets ? [view.colors.dim(line), view.colors.red(carets)] : [view.colors.dim(line)];
}
