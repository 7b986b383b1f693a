import { DoesNotFitError } from '../flatfile/write-segment.ts';
import { type Columns, type DataSet, dataSetLayouts, recordLength } from './columns.ts';
import type { FederalFinding } from './finding.ts';

/**
 * The records of an error data set, without line ends; the last one says that the file was processed, on a day YYYYMMDD.
 * Throws `DoesNotFitError` for a value longer than its columns, other than a text or a value in error, which are cut.
 */
export function writeErrorDataSet(findings: readonly FederalFinding[], processedOn: string): string[] {
  const day = processedOn.replace(/^(....)(..)(..)$/, '$2/$3/$1');
  const { ori, text } = dataSetLayouts.errors;
  const closing: [Columns, string][] = [
    [ori, '9'.repeat(9)],
    [text, `FBI PROCESSED SUBMISSION ON ${day}`],
  ];
  return [...findings.map((finding) => recordOf(finding, 'errors')), written(closing, 'errors')];
}

/** The records of a warning data set, without line ends. Throws as `writeErrorDataSet` does. */
export function writeWarningDataSet(findings: readonly FederalFinding[]): string[] {
  return findings.map((finding) => recordOf(finding, 'warnings'));
}

function recordOf(finding: FederalFinding, dataSet: DataSet): string {
  const { severity: _, period, record, value = '', text, ...values } = finding;
  const layout = dataSetLayouts[dataSet];
  const [year, month] = period?.split('-') ?? [];
  const given = { ...values, year, month, record: record && String(record).padStart(layout.record[1], '0') };
  const placed = Object.entries(given).flatMap(([name, each]): [Columns, string][] => {
    const columns = layout[name as keyof typeof layout];
    return columns && each ? [[columns, each]] : [];
  });
  return written(
    [...placed, [layout.value, value.slice(0, layout.value[1])], [layout.text, text.slice(0, layout.text[1])]],
    dataSet,
  );
}

function written(values: readonly (readonly [Columns, string])[], dataSet: DataSet): string {
  let line = ' '.repeat(recordLength[dataSet]);
  for (const [[start, length], value] of values) {
    if (value.length > length) {
      throw new DoesNotFitError(
        `Columns ${start} to ${start + length - 1} take ${length} characters, not ${value.length}`,
      );
    }
    line = line.slice(0, start - 1) + value.padEnd(length) + line.slice(start - 1 + length);
  }
  return line;
}
