/**
 * A report as it stands in a file that the FBI is sent. It is read with the positions of the specification and nothing of
 * `shared/nibrs`, so that a mistake there does not hide itself here.
 */
export interface ReceivedReport {
  kind: 'incident' | 'arrest' | 'zero';
  ori: string;
  /** Incident number or arrest transaction number; of a zero report the month, YYYY-MM. */
  number: string;
  /** Arrestee number of a Group B arrest, '' for the other kinds. */
  part: string;
  action: string;
  period: string;
  /** Number of its first record in the file. */
  record: number;
  lines: string[];
}

/** The reports of a file, in its order. Throws `RangeError` for a line that belongs to none: such a file is never sent. */
export function readFile(text: string): ReceivedReport[] {
  const reports: ReceivedReport[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const level = line.charAt(4);
    const last = reports.at(-1);
    if ('017'.includes(level) && level !== '') reports.push(beginning(line, level, index + 1));
    else if (last && isWithin(last, line, level)) last.lines.push(line);
    else throw new RangeError(`Line ${index + 1} of the file is of no report that it holds`);
  }
  return reports;
}

function isWithin({ kind, ori, number }: ReceivedReport, line: string, level: string): boolean {
  const isSame = ori === line.slice(16, 25) && number === line.slice(25, 37).trim();
  return kind === 'incident' && level >= '2' && level <= '6' && isSame;
}

function beginning(line: string, level: string, record: number): ReceivedReport {
  const common = {
    ori: line.slice(16, 25),
    action: line.charAt(5),
    period: `${line.slice(8, 12)}-${line.slice(6, 8)}`,
    record,
    lines: [line],
  };
  if (level === '0')
    return { ...common, kind: 'zero', number: `${line.slice(39, 43)}-${line.slice(37, 39)}`, part: '' };
  const number = line.slice(25, 37).trim();
  if (level === '7') return { ...common, kind: 'arrest', number, part: line.slice(37, 39).trim() };
  return { ...common, kind: 'incident', number, part: '' };
}

/** Names a report in the FBI's database. */
export function databaseKey({
  kind,
  ori,
  number,
  part,
}: Pick<ReceivedReport, 'kind' | 'ori' | 'number' | 'part'>): string {
  return kind === 'zero' ? `${ori} zero ${number}` : `${ori} ${number} ${part}`.trimEnd();
}

/** What a report says, without action and month of submission. */
export function contentOfLines(lines: readonly string[]): string {
  return lines.map((line) => (line.slice(0, 5) + line.slice(12)).trimEnd()).join('\n');
}
