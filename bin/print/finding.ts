import { columnsLabel, elementLabel, placeLabel } from '../../shared/findings/labels.ts';
import { shownRecord } from '../../shared/intake/shown-record.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import type { SourceRecord } from '../../shared/nibrs/flatfile/record.ts';
import { excerpt } from './record.ts';
import type { Colors, Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

type View = Pick<Terminal, 'colors' | 'width'>;

const indent = '      ';

/** Findings of one report, each under the other. Where several are at one place, the record stands once, below them. */
export function findingsLines(findings: readonly Finding[], records: readonly SourceRecord[], view: View): string[] {
  return findings.flatMap((finding, index) => {
    const next = findings[index + 1];
    return next && isSamePlace(finding, next) ? wordLines(finding, view) : findingLines(finding, records, view);
  });
}

function isSamePlace(one: Finding, other: Finding): boolean {
  return (
    one.record === other.record && one.columns?.[0] === other.columns?.[0] && one.columns?.[1] === other.columns?.[1]
  );
}

/**
 * A finding as a clerk reads it: what it is and where, what is wrong, what to do, and the record with carets under the
 * place. `records` are those of its report.
 */
export function findingLines(finding: Finding, records: readonly SourceRecord[], view: View): string[] {
  return [...wordLines(finding, view), ...recordLines(finding, records, view)];
}

function wordLines(finding: Finding, view: View): string[] {
  return [...headingLines(finding, view), ...adviceLines(finding, indent, view)];
}

function headingLines(finding: Finding, { colors, width }: View): string[] {
  const start = `    ${finding.severity} ${finding.code}  `;
  const element = elementLabel(finding);
  const [first = '', ...others] = wrap(`${element}, ${placeLabel(finding)}`, width - start.length);
  const heading = first.startsWith(element) ? colors.bold(element) + first.slice(element.length) : first;
  return [
    `    ${severityLabel(finding, colors)}  ${heading}`,
    ...others.map((line) => ' '.repeat(start.length) + line),
  ];
}

function severityLabel({ code, severity }: Finding, colors: Colors): string {
  const label = `${severity} ${code}`;
  return severity === 'error' ? colors.red(label) : colors.yellow(label);
}

/** What is wrong, and after an arrow what to do. */
export function adviceLines(
  { message, hint }: Pick<Finding, 'message' | 'hint'>,
  indent: string,
  { colors, width }: View,
): string[] {
  const [first = '', ...others] = wrap(hint, width - indent.length - 2);
  return [
    ...wrap(message, width - indent.length).map((line) => indent + line),
    `${indent}${colors.cyan('→')} ${first}`,
    ...others.map((line) => `${indent}  ${line}`),
  ];
}

function recordLines(finding: Finding, records: readonly SourceRecord[], { colors, width }: View): string[] {
  const record = records.find(({ number }) => number === finding.record);
  if (!record) return [];
  const shown = shownRecord(record.text.trimEnd(), finding.segment);
  const { line, carets } = excerpt(shown, finding.columns, width - indent.length);
  if (!finding.columns || carets === undefined) return [indent + colors.dim(line)];
  const marks = line.startsWith('…') ? withColumns(carets, finding.columns) : carets;
  return [indent + colors.dim(line), indent + colors.red(marks)];
}

/** Of a record that is cut at the left nobody can count the columns, so they are said where there is room for it. */
function withColumns(carets: string, columns: readonly [number, number]): string {
  const label = `${columnsLabel(columns)} `;
  const room = carets.indexOf('^');
  return room < label.length ? carets : carets.slice(0, room - label.length) + label + carets.slice(room);
}
