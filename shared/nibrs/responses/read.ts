import type { SourceRecord } from '../flatfile/record.ts';
import { readRecords } from '../flatfile/records.ts';
import { toPeriod } from '../model/index.ts';
import { type Columns, type DataSet, type DataSetLayout, dataSetLayouts, recordLength } from './columns.ts';
import { type FederalFinding, isWarning } from './finding.ts';

/** A line of an answer that cannot be read, and why. Never what stands there. */
export interface LineFault {
  line: number;
  fault: string;
}

/** A file of the FBI's, as it was read. */
export interface Answer {
  /** Which of the two files it is; undefined when it is neither. */
  dataSet: DataSet | undefined;
  /** YYYYMMDD, from the record that closes an error data set: without it the FBI has not processed the file. */
  processedOn?: string | undefined;
  findings: FederalFinding[];
  faults: LineFault[];
}

/**
 * Reads an answer, and tells by its content which of the FBI's files it is: only an error data set has a closing record,
 * and a number, a level and a text stand in other columns of each. Lines may end in LF or CRLF and lack trailing blanks;
 * values may stand anywhere in their columns. Where content and length leave it open, the file is taken as an error data
 * set, the one that has to be closed.
 */
export async function readAnswer(stream: AsyncIterable<Uint8Array>): Promise<Answer> {
  const records: SourceRecord[] = [];
  for await (const some of readRecords(stream)) records.push(...some);
  const dataSet = dataSetOf(records);
  const answer: Answer = { dataSet, findings: [], faults: [] };
  if (dataSet) for (const record of records) readInto(answer, record, dataSet);
  return answer;
}

function readInto(answer: Answer, { text, number: line }: SourceRecord, dataSet: DataSet): void {
  if (answer.processedOn !== undefined) {
    answer.faults.push({ line, fault: 'it stands behind the closing record' });
  } else if (dataSet === 'errors' && isClosing(text)) {
    const processedOn = processedOnOf(text);
    if (processedOn) answer.processedOn = processedOn;
    else answer.faults.push({ line, fault: 'the closing record does not have the date of processing' });
  } else {
    const fault = faultIn(text, dataSet);
    if (fault === undefined) answer.findings.push(findingIn(text, dataSet));
    else answer.faults.push({ line, fault });
  }
}

function dataSetOf(records: readonly SourceRecord[]): DataSet | undefined {
  if (records.some(({ text }) => isClosing(text))) return 'errors';
  const readable = (dataSet: DataSet) => records.filter(({ text }) => faultIn(text, dataSet) === undefined).length;
  const [errors, warnings] = [readable('errors'), readable('warnings')];
  if (errors === 0 && warnings === 0) return undefined;
  if (errors !== warnings) return errors > warnings ? 'errors' : 'warnings';
  return records.every(({ text }) => text.length === recordLength.warnings) ? 'warnings' : 'errors';
}

/** The specification speaks of nine nines in one place, and prints eight in another. */
function isClosing(text: string): boolean {
  return /^9{8,9}$/.test(valueIn(text, dataSetLayouts.errors.ori));
}

function processedOnOf(text: string): string | undefined {
  const [, month, day, year] =
    /processed\s+submission\s+on\s+(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])\/(\d{4})/i.exec(text) ?? [];
  return year && `${year}${month}${day}`;
}

const codePatterns: Readonly<Record<DataSet, RegExp>> = { errors: /^\d{3}$/, warnings: /^(DQ)?\d{3,4}$/i };

/** Why a line is no record of a data set; undefined when it is one. */
function faultIn(text: string, dataSet: DataSet): string | undefined {
  const layout = dataSetLayouts[dataSet];
  if (text.trimEnd().length > recordLength[dataSet]) return `it is longer than ${recordLength[dataSet]} characters`;
  const wrong = (name: keyof DataSetLayout, pattern: RegExp) => {
    const columns = layout[name];
    if (columns === undefined || pattern.test(valueIn(text, columns))) return undefined;
    return `columns ${columns[0]} to ${columns[0] + columns[1] - 1} do not hold what belongs there (${labels[name]})`;
  };
  return (
    wrong('code', codePatterns[dataSet]) ??
    wrong('level', /^[0-7]?$/) ??
    wrong('record', /^\d*$/) ??
    wrong('action', /^[a-z]?$/i) ??
    wrong('year', /^(\d{4})?$/) ??
    wrong('month', /^(\d{2})?$/) ??
    wrong('text', /./)
  );
}

const labels: Partial<Record<keyof DataSetLayout, string>> = {
  code: 'the number of the error or warning',
  level: 'the level of the segment',
  record: 'the number of the record',
  action: 'the action of the segment',
  year: 'the year of submission',
  month: 'the month of submission',
  text: 'the text of the error or warning',
};

function findingIn(text: string, dataSet: DataSet): FederalFinding {
  const layout = dataSetLayouts[dataSet];
  const value = (columns: Columns | undefined) => (columns ? valueIn(text, columns) : '');
  const upper = (columns: Columns) => value(columns).toUpperCase();
  // The warning data set writes some numbers with the letters of "data quality" before them.
  const code = upper(layout.code).replace(/^DQ/, '');
  const level = value(layout.level);
  return {
    ori: upper(layout.ori),
    report: value(layout.report),
    period: toPeriod(value(layout.year), value(layout.month)),
    action: upper(layout.action),
    severity: dataSet === 'warnings' || isWarning(code) ? 'warning' : 'error',
    code,
    element: upper(layout.element).replace(/^0+(?=.)/, ''),
    level,
    sequence: sequenceOf(value(layout.sequence), level),
    offense: upper(layout.offense) || undefined,
    loss: value(layout.loss) || undefined,
    value: value(layout.value) || undefined,
    text: value(layout.text),
    record: Number(value(layout.record)) || undefined,
    publicationEffect: value(layout.publicationEffect) || undefined,
  };
}

/** Element 23 has three digits, elements 36 and 40 have two; how two of them stand in three columns is not stated. */
function sequenceOf(value: string, level: string): string | undefined {
  if (!/^\d+$/.test(value)) return value || undefined;
  return String(Number(value)).padStart(level === '4' ? 3 : 2, '0');
}

function valueIn(text: string, [start, length]: Columns): string {
  return text.slice(start - 1, start - 1 + length).trim();
}
