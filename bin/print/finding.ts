import type { Refusal } from '../../shared/intake/refusal.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import type { SourceRecord } from '../../shared/nibrs/flatfile/record.ts';
import type { Level } from '../../shared/nibrs/model/index.ts';
import { excerpt } from './record.ts';
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
    `    ${severityLabel(finding, colors)}  ${colors.bold(elementLabel(finding))}${placeLabel(finding)}`,
    `${indent}${finding.message}`,
    `${indent}${colors.cyan('→')} ${finding.hint}`,
    ...recordLines(finding, records, { colors, width: width - indent.length }).map((line) => indent + line),
  ];
}

function severityLabel({ code, severity }: Finding, colors: Colors): string {
  const label = `${severity} ${code}`;
  return severity === 'error' ? colors.red(label) : colors.yellow(label);
}

/** Element number and name; the FBI names the header's elements and has no number for them. */
function elementLabel({ element, elementName }: Finding): string {
  return /\d/.test(element) ? `${element} ${elementName}` : elementName;
}

function placeLabel({ record, segment, sequence }: Finding): string {
  const parts = [
    segment === 'file' ? 'whole file' : `${segmentName(segment)}${sequence ? ` ${sequence}` : ''}`,
    record === undefined ? undefined : `record ${record}`,
  ];
  return `, ${parts.filter(Boolean).join(', ')}`;
}

function segmentName(level: string): string {
  return level in layouts ? `${layouts[level as Level].name} segment` : `segment of level ${level}`;
}

function recordLines(finding: Finding, records: readonly SourceRecord[], view: Pick<Terminal, 'colors' | 'width'>) {
  const record = records.find(({ number }) => number === finding.record);
  if (!record) return [];
  const { line, carets } = excerpt(record.text, finding.columns, view.width);
  return carets ? [view.colors.dim(line), view.colors.red(carets)] : [view.colors.dim(line)];
}
