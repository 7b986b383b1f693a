import type { Payload } from '../../events/catalog.ts';
import { counted } from '../../shared/count-words.ts';
import type { RecordedFinding } from '../../shared/ledger/reports/federal-findings.ts';
import { factsOf } from '../../shared/nibrs/edits/facts.ts';
import { edits } from '../../shared/nibrs/edits/index.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import type { Level } from '../../shared/nibrs/model/index.ts';
import { elementName, isGap } from '../../shared/nibrs/responses/index.ts';
import type { AnsweredFile, AnsweredReport } from '../repository/answers.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Acknowledged = Payload<'TransmissionAcknowledged'>;
type View = Pick<Terminal, 'colors' | 'width'>;

/** A finding with what it was found on. */
interface Row {
  report: AnsweredReport;
  finding: RecordedFinding;
}

/** What the FBI said of a file: each answer, each finding by agency and report, and what the numbers mean. */
export function answerLines(file: AnsweredFile, onlyGaps: boolean, view: View): string[] {
  const rows = rowsOf(file, onlyGaps);
  const { colors } = view;
  return [
    `${colors.bold(file.fileName)}, ${file.period}`,
    ...file.acknowledged.flatMap((answer) => acknowledgedLines(answer).map((line) => `  ${line}`)),
    ...file.refused.flatMap((answer) => refusedLines(answer, view).map((line) => `  ${line}`)),
    ...(rows.length > 0 ? ['', ...findingsTable(rows), '', ...numbersTable(rows, view)] : []),
  ];
}

/** What an answer came to, in a line, and the findings that fit no report, if there are such. */
export function acknowledgedLines(answer: Acknowledged): string[] {
  const { answer: name, processedOn, errors, warnings, refused, gaps, unmatched, unmatchedFindings } = answer;
  const processed = processedOn ? `processed on ${processedOn.replace(/^(....)(..)(..)$/, '$1-$2-$3')}, ` : '';
  const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const refusal = refused > 0 ? `; ${counted(refused, 'report')} refused` : '';
  const gap = gaps > 0 ? `, ${gaps} of them for what our edits did not find` : '';
  const strangers = unmatchedFindings.map(
    ({ code, severity, ori, number, record }) =>
      `  ${severity} ${code} on ${number || 'no number'} of ${ori || 'no agency'}${record ? `, record ${record}` : ''}`,
  );
  return [
    `${name}: ${processed}${found}${refusal}${gap}`,
    ...(unmatched > 0 ? [`${counted(unmatched, 'finding')} on no report of the file:`, ...strangers] : []),
  ];
}

/** Why an answer was refused, and what to do. */
export function refusedLines({ answer, message, hint }: Payload<'AnswerRefused'>, { colors }: View): string[] {
  return [`${answer}: ${colors.red('refused')}. ${message}`, `  → ${hint}`];
}

/** Each finding as a line of JSON; what it does not have is `null`, so that every line has the same keys. */
export function answerJson(file: AnsweredFile, onlyGaps: boolean): string[] {
  return rowsOf(file, onlyGaps).map(({ report, finding }) => {
    const { ori, number, part, version } = report;
    const { code, severity, action, level, element, sequence, record } = finding;
    const place = { file: file.fileName, period: file.period, ori, report: number, part, version, action };
    const line = { ...place, code, severity, segment: level, sequence, element, record, gap: isGap(finding) };
    return JSON.stringify({ ...line, sequence: sequence ?? null, record: record ?? null });
  });
}

function rowsOf(file: AnsweredFile, onlyGaps: boolean): Row[] {
  return file.reports.flatMap((report) =>
    report.findings.filter((finding) => !onlyGaps || isGap(finding)).map((finding) => ({ report, finding })),
  );
}

function findingsTable(rows: readonly Row[]): string[] {
  return table(
    ['agency', 'report', 'sent as', 'number', 'record', 'segment', 'element', ''].map((title) => ({ title })),
    rows.map(({ report, finding }) => [
      report.ori,
      [report.number, report.part].filter(Boolean).join(' '),
      finding.action,
      `${finding.severity} ${finding.code}`,
      finding.record === undefined ? '' : String(finding.record),
      [segmentName(finding.level), finding.sequence].filter(Boolean).join(' '),
      [finding.element, elementName(finding)].filter((each, at, all) => all.indexOf(each) === at).join(' '),
      isGap(finding) ? 'our edits did not find it' : '',
    ]),
  );
}

/** What each of the FBI's numbers says, as `nibrs edits` has it. */
function numbersTable(rows: readonly Row[], { width }: View): string[] {
  const codes = [...new Set(rows.map(({ finding }) => finding.code))].sort((one, other) => Number(one) - Number(other));
  return table(
    [{ title: 'number' }, { title: 'says', width: Math.max(20, width - 'number  '.length) }],
    codes.map((code) => {
      const edit = edits.find((each) => each.code === code);
      const facts = edit && factsOf(edit);
      return [code, facts?.message ?? facts?.reason ?? 'A number that this release does not know.'];
    }),
  );
}

function segmentName(level: string): string {
  return Object.hasOwn(layouts, level) ? layouts[level as Level].name : level;
}
