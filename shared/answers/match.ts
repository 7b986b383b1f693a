import { keyOf } from '../extract/month.ts';
import type { WrittenReport } from '../extract/write-part.ts';
import { kindOfPart, reportStream } from '../ledger/streams.ts';
import type { Period, ReportKind } from '../nibrs/model/index.ts';
import type { FederalFinding } from '../nibrs/responses/index.ts';
import type { SentRecord } from './sealed-records.ts';

/** A finding, and what of a report it was found on: its delete or the report itself. */
export interface PlacedFinding {
  finding: FederalFinding;
  action: 'I' | 'A' | 'D';
}

/** A report of a transmission and what the FBI found on it. */
export interface AnsweredReport {
  ori: string;
  said: WrittenReport;
  findings: PlacedFinding[];
}

/** What was sent, as far as findings are to be matched with it. */
export interface Sent {
  /** Month of the transmission: that of every record of its file. */
  period: Period;
  /** By ORI, what its part says. */
  parts: ReadonlyMap<string, readonly WrittenReport[]>;
  /** By number, whose record it is in the sealed file. */
  records: ReadonlyMap<number, SentRecord>;
}

export interface Matches {
  reports: AnsweredReport[];
  /** Of no report in the file, or of one that cannot be told. */
  unmatched: FederalFinding[];
}

/**
 * Finds the report that each finding is about: by the record of the sealed file where it names one whose ORI and number
 * agree, else by ORI and number in what the agency's part says. A finding of another month is of another file.
 */
export function matchFindings(findings: readonly FederalFinding[], sent: Sent): Matches {
  const reports = new Map<string, AnsweredReport>();
  const unmatched: FederalFinding[] = [];
  for (const finding of findings) {
    const isOfMonth = finding.period === undefined || finding.period === sent.period;
    const said = isOfMonth ? (byRecord(finding, sent) ?? byNumber(finding, sent)) : undefined;
    const action = said && actionOf(finding, said, sent);
    if (!said || !action) {
      unmatched.push(finding);
      continue;
    }
    const report = reports.get(keyOf(said)) ?? { ori: finding.ori, said, findings: [] };
    report.findings.push({ finding, action });
    reports.set(keyOf(said), report);
  }
  return { reports: [...reports.values()], unmatched };
}

function byRecord(finding: FederalFinding, { parts, records }: Sent): WrittenReport | undefined {
  const record = recordOf(finding, records);
  return record && parts.get(finding.ori)?.find((said) => keyOf(said) === keyOf(record));
}

function recordOf({ record, ori, report }: FederalFinding, records: Sent['records']): SentRecord | undefined {
  const found = record === undefined ? undefined : records.get(record);
  return found && found.ori === ori && isSameNumber(found.number, report) ? found : undefined;
}

/** Reports that are told apart by what a finding says of them; undefined where that leaves none or several. */
function byNumber(finding: FederalFinding, { parts }: Sent): WrittenReport | undefined {
  const { ori, report, level, sequence } = finding;
  const isOfLevel = ({ stream, part }: WrittenReport) => level === '' || kindOfPart(stream, part) === kindOf(level);
  const isOfNumber = ({ stream, part }: WrittenReport) =>
    kindOfPart(stream, part) === 'zero'
      ? /^0*$/.test(report)
      : isSameNumber(stream, reportStream('incident', ori, report));
  const isOfPerson = ({ part }: WrittenReport) => level !== '7' || sequence === undefined || part === sequence;
  const found = parts.get(ori)?.filter((said) => isOfLevel(said) && isOfNumber(said) && isOfPerson(said)) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function kindOf(level: string): ReportKind {
  if (level === '0') return 'zero';
  return level === '7' ? 'arrest' : 'incident';
}

/** The FBI may write letters in another case. */
function isSameNumber(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** What the finding is about; undefined where the file does not say that of the report. */
function actionOf(
  finding: FederalFinding,
  said: WrittenReport,
  { records }: Sent,
): PlacedFinding['action'] | undefined {
  const isSent = said.status === 'present';
  const insert = kindOfPart(said.stream, said.part) === 'incident' ? 'I' : 'A';
  const action = recordOf(finding, records)?.action || finding.action || (isSent ? insert : 'D');
  if (action === 'D') return said.deletes === undefined ? undefined : 'D';
  return isSent ? insert : undefined;
}
