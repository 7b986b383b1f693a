import type { FederalCopy } from '../extract/federal-copy.ts';
import { sweepUnsent } from '../extract/federal-copy.ts';
import type { MonthEntry } from '../extract/messages.ts';
import { heldAfter, refusalsOf, toSendAgain } from '../extract/refusals.ts';
import type { Stamp } from '../ledger/decider.ts';
import { execute } from '../ledger/execute.ts';
import type { Ledger } from '../ledger/port.ts';
import { answeredFold, answerTo, recordFederalFindings } from '../ledger/reports/federal-findings.ts';
import { kindOfPart, reportStream } from '../ledger/streams.ts';
import type { Period } from '../nibrs/model/index.ts';
import type { Objects } from '../ports.ts';
import { toFinding, toRecord } from './answered-finding.ts';
import type { AnsweredReport, PlacedFinding } from './match.ts';

export interface RecordDependencies {
  ledger: Ledger;
  federal: FederalCopy;
  objects: Objects;
  /** Where findings go. */
  workBucket: string;
}

/** The answer that findings come with. */
export interface RecordContext {
  transmission: string;
  /** Month of the transmission. */
  period: Period;
  /** Hash of the answer. */
  sha256: string;
  stamp: Stamp;
}

/** So many reports are recorded at a time. */
const atOnce = 20;

/** Whatever the month is: what the FBI has refused may have made later changes needless. */
const everyMonth: Period = '9999-12';

/**
 * Records findings on their reports, and brings the federal copy of each that drew an error up to what the FBI has of it.
 * May be done again: what is on record is not recorded twice.
 */
export async function recordReports(
  deps: RecordDependencies,
  context: RecordContext,
  reports: readonly AnsweredReport[],
): Promise<void> {
  for (const [ori, ofAgency] of Map.groupBy(reports, (report) => report.ori)) {
    const recorded: Recorded[] = [];
    for (let start = 0; start < ofAgency.length; start += atOnce) {
      const some = ofAgency.slice(start, start + atOnce);
      recorded.push(...(await Promise.all(some.map((report) => recordReport(deps, context, report)))));
    }
    await setUnsent(deps, context, ori, recorded);
    await writeFindings(deps, context, ori, recorded);
  }
}

interface Recorded {
  /** To be sent again without a correction. */
  again: MonthEntry | undefined;
  /** What the agency may be shown. */
  shown: readonly PlacedFinding[];
}

async function recordReport(
  { ledger, federal }: RecordDependencies,
  { transmission, period, stamp }: RecordContext,
  { ori, said, findings }: AnsweredReport,
): Promise<Recorded> {
  const { stream, part, version } = said;
  const number = stream.slice(reportStream(kindOfPart(stream, part), ori, '').length);
  const sent = { ori, number, part, period, transmission, version };
  const { state } = await execute(ledger, stream, answeredFold, (now) =>
    recordFederalFindings(now, sent, findings.map(toRecord), stamp),
  );
  const { findings: all, recorded } = answerTo(state, sent);
  // An order has had the report removed: what the FBI quotes of it is not kept either.
  const shown = state.expunged ? [] : findings;
  const refusals = refusalsOf(all);
  if (refusals.deletion.length + refusals.insertion.length === 0) return { again: undefined, shown };
  const held = heldAfter(said, transmission, refusals);
  const isNewest = await federal.correct(ori, { ...held, answered: recorded });
  return { again: isNewest ? toSendAgain(said, held) : undefined, shown };
}

async function setUnsent(
  { federal }: RecordDependencies,
  { period, sha256 }: RecordContext,
  ori: string,
  recorded: readonly Recorded[],
): Promise<void> {
  const again = recorded.map((report) => report.again).filter((entry) => entry !== undefined);
  if (again.length > 0) await federal.addUnsent({ ori, period, digest: sha256 }, again);
  await sweepUnsent(federal, ori, everyMonth);
}

/** Writes what is shown to the agency, one finding a line; an object for each answer, so that one never takes another's place. */
async function writeFindings(
  { objects, workBucket }: RecordDependencies,
  { transmission, sha256 }: RecordContext,
  ori: string,
  recorded: readonly Recorded[],
): Promise<void> {
  const findings = recorded.flatMap(({ shown }) => shown);
  if (findings.length === 0) return;
  const lines = findings.map((finding) => `${JSON.stringify(toFinding(finding, transmission))}\n`);
  const key = `${federalFindingsOf(transmission)}${ori}-${sha256}.jsonl`;
  await objects.put({ bucket: workBucket, key }, lines.join(''), 'application/x-ndjson');
}

/** What the keys of all findings of the FBI on a transmission begin with. */
export function federalFindingsOf(transmission: string): string {
  return `findings/federal/${transmission.replace('#', '/')}/`;
}
