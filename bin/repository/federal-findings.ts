import { federalFindingsOf } from '../../shared/answers/record-reports.ts';
import type { LedgerEvent } from '../../shared/ledger/port.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { monthAfter, type Period } from '../../shared/nibrs/model/index.ts';
import { readFindings } from './findings.ts';
import type { Repository } from './repository.ts';
import type { SubmissionStatus } from './submissions.ts';

type Reading = Pick<Repository, 'ledger' | 'objects' | 'buckets'>;
type Answered = LedgerEvent<'FederalFindingsRecorded'>;

/** A file of more agencies is the state's own, who looks at `nibrs answers`. */
const mostAgencies = 20;

/**
 * What the FBI found on the reports that came with a submission, for the page of the agency that sent it; with what it
 * quotes, as long as that is kept. Nothing for files of more than twenty agencies.
 */
export async function readFederalFindings(
  repository: Reading,
  { id, split }: SubmissionStatus,
  thisMonth: Period,
): Promise<Finding[]> {
  if (!split || split.agencies.length > mostAgencies) return [];
  const findings: Finding[] = [];
  for (const ori of split.agencies) {
    const answered = await answeredOf(repository, { id, ori, first: split.period, last: thisMonth });
    for (const [transmission, events] of Map.groupBy(answered, ({ data }) => data.transmission)) {
      const numbers = new Set(events.map(({ data }) => data.number));
      for await (const finding of readFindings(repository, await keysOf(repository, transmission, ori))) {
        if (numbers.has(finding.report)) findings.push(finding);
      }
    }
  }
  return findings;
}

/** The answers to versions of an agency's reports that came with the submission. */
async function answeredOf(
  { ledger }: Reading,
  { id, ori, first, last }: { id: string; ori: string; first: Period; last: Period },
): Promise<Answered[]> {
  const found: Answered[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    for (const event of await ledger.listMonth(ori, month)) {
      if (event.type !== 'FederalFindingsRecorded') continue;
      const sent = (await ledger.read(event.stream))[event.data.version - 1];
      if (sent?.cause.submission === id) found.push(event);
    }
  }
  return found;
}

async function keysOf({ objects, buckets }: Reading, transmission: string, ori: string): Promise<string[]> {
  const keys: string[] = [];
  const prefix = `${federalFindingsOf(transmission)}${ori}-`;
  for await (const key of objects.list(buckets.work, { prefix })) keys.push(key);
  return keys;
}
