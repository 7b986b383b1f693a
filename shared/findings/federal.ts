import { federalFindingsOf } from '../answers/record-reports.ts';
import { compareText } from '../compare.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { agencyPeriod, reportStream } from '../ledger/streams.ts';
import { mapInOrder } from '../map-in-order.ts';
import { carriedMonths } from '../months/carried.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { Period } from '../nibrs/model/index.ts';
import { type FindingSources, readStored } from './stored.ts';

/** What the FBI found on a report, and the submission that the report was sent from. */
export interface FederalFinding {
  /** Within the submission. */
  id: string;
  submission: string;
  /** Month of the report. */
  period: Period;
  finding: Finding;
}

/** Which of the FBI's findings: on reports of these agencies, filed for a month or with a submission of that month. */
export interface FederalFindingsAsked {
  oris: (ori: string) => boolean;
  period: Period;
  submission?: string | undefined;
  /** Transmissions of this year and earlier ones are looked at. */
  thisYear: number;
}

/** What the id of each of them begins with. */
export const federalPrefix = 'fbi-';

type Answered = LedgerEvent<'FederalFindingsRecorded'>;

/**
 * What the FBI found on reports, with what it quotes, as long as that is kept. A month is sent with its own transmission and
 * with later ones; all of these are looked at.
 */
export async function readFederalFindings(
  sources: FindingSources & { ledger: Ledger },
  asked: FederalFindingsAsked,
): Promise<FederalFinding[]> {
  const found = await mapInOrder(await answersTo(sources, asked), (answer) => findingsIn(sources, answer));
  return found
    .flat()
    .filter(({ submission, period }) =>
      asked.submission === undefined ? period === asked.period : submission === asked.submission,
    );
}

/** An object with findings on reports of an agency, which an answer to a transmission has brought. */
interface Answer {
  key: string;
  transmission: string;
  ori: string;
}

async function answersTo(
  { ledger, objects, workBucket }: FindingSources & { ledger: Ledger },
  { oris, period, submission, thisYear }: FederalFindingsAsked,
): Promise<Answer[]> {
  const transmissions = new Set<string>();
  for (const [month, carriedBy] of await carriedMonths(ledger, { first: period, thisYear })) {
    const [ori = ''] = month.split('#');
    const isAsked = submission !== undefined || month === agencyPeriod(ori, period);
    if (isAsked && oris(ori)) for (const { transmission } of carriedBy) transmissions.add(transmission);
  }
  const answers: Answer[] = [];
  for (const transmission of [...transmissions].sort(compareText)) {
    const prefix = federalFindingsOf(transmission);
    for await (const key of objects.list(workBucket, { prefix })) {
      const ori = key.slice(prefix.length).replace(/-[^-]*$/, '');
      if (oris(ori)) answers.push({ key, transmission, ori });
    }
  }
  return answers;
}

async function findingsIn(
  sources: FindingSources & { ledger: Ledger },
  { key, transmission, ori }: Answer,
): Promise<FederalFinding[]> {
  const [sha256 = ''] = /[0-9a-f]*(?=\.jsonl$)/.exec(key) ?? [];
  const [period = '', series = ''] = transmission.split('#');
  const streams = new Map<string, readonly LedgerEvent[]>();
  const findings: FederalFinding[] = [];
  for await (const { line, finding } of readStored(sources, key)) {
    const isZero = finding.segment === '0';
    const stream = isZero ? reportStream('zero', ori, period) : reportStream('incident', ori, finding.report);
    const events = streams.get(stream) ?? (await sources.ledger.read(stream));
    streams.set(stream, events);
    const sent = sentIn(events, transmission, finding);
    if (!sent) continue;
    const id = `${federalPrefix}${series}-${ori}-${sha256.slice(0, 8)}-${line}`;
    // The FBI counts the records of the file that it was sent, not of the agency's.
    findings.push({ id, ...sent, finding: { ...finding, record: undefined } });
  }
  return findings;
}

/** The submission that brought what the FBI was sent of the report; of Group B arrests, that of the arrestee it names. */
function sentIn(events: readonly LedgerEvent[], transmission: string, { sequence }: Finding) {
  const answers = events.filter(
    (event): event is Answered => event.type === 'FederalFindingsRecorded' && event.data.transmission === transmission,
  );
  const answered = answers.find(({ data }) => data.part === sequence) ?? answers[0];
  const sent = answered && events[answered.data.version - 1];
  if (!sent?.cause.submission || !('period' in sent.data) || sent.data.period === undefined) return undefined;
  return { submission: sent.cause.submission, period: sent.data.period };
}
