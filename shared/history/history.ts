import type { EventType } from '../../events/catalog.ts';
import { NotFoundError } from '../errors.ts';
import { findUpload } from '../intake/upload-key.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';
import { kindOfEvent } from '../ledger/reports/state.ts';
import { kindOfPart, reportStream, submissionStream } from '../ledger/streams.ts';
import type { Period, ReportKind } from '../nibrs/model/index.ts';

/** What happened to a report. */
export type Happened =
  | 'reported'
  | 'corrected'
  | 'deleted'
  /** A file of an older month came later, and changed nothing. */
  | 'superseded'
  /** State elements came apart from the report, in a supplement. */
  | 'supplemented'
  | 'expunged'
  /** Uploaded files, findings and parts hold it no more either. */
  | 'expungement completed'
  /** The FBI found something on it. */
  | 'answered';

/** One thing that happened to a report, and nothing of what the report says or said. */
export interface HistoryEntry {
  /** ISO 8601, UTC. */
  at: string;
  happened: Happened;
  /** The event's place in the stream of the number. */
  version: number;
  /** Absent where it is about all that the number has. */
  kind?: ReportKind | undefined;
  /** Arrestee number of a Group B arrest, '' for the other kinds. */
  part?: string | undefined;
  /** Month of submission. */
  period?: Period | undefined;
  by: string;
  /** The submission it came with, the name of its file and who uploaded it, and the report's first record there. */
  submission?: string | undefined;
  file?: string | undefined;
  uploader?: string | undefined;
  record?: number | undefined;
  /** What the order to expunge it is filed under. */
  order?: string | undefined;
}

/** Where a file came from. */
export interface Upload {
  fileName: string;
  /** ORI. */
  uploader: string | undefined;
}

const happenings: Partial<Record<EventType, Happened>> = {
  IncidentReported: 'reported',
  IncidentReplaced: 'corrected',
  IncidentDeleted: 'deleted',
  IncidentSuperseded: 'superseded',
  ArrestReported: 'reported',
  ArrestReplaced: 'corrected',
  ArrestDeleted: 'deleted',
  ArrestSuperseded: 'superseded',
  ZeroReportFiled: 'reported',
  ZeroReportWithdrawn: 'deleted',
  StateElementsSupplied: 'supplemented',
  ReportExpunged: 'expunged',
  SupplementExpunged: 'expunged',
  ExpungementCompleted: 'expungement completed',
  FederalFindingsRecorded: 'answered',
};

/**
 * What became of all that an agency has reported under a number, in the order in which it was recorded; of the zero
 * report for a month where the number is one, `YYYY-MM`. Empty when there never was anything. No content is opened.
 */
export async function readHistory(
  ledger: Pick<Ledger, 'read'>,
  { ori, number }: { ori: string; number: string },
): Promise<HistoryEntry[]> {
  const streams = [reportStream('incident', ori, number), reportStream('zero', ori, number)];
  const events = (await Promise.all(streams.map((stream) => ledger.read(stream)))).flat();
  return historyOf(events, await uploadsOf(ledger, events));
}

/** What to throw where an agency never reported anything under a number that was accepted. */
export function nothingUnder(ori: string, number: string): NotFoundError {
  return new NotFoundError(
    `There is nothing on file of ${ori} under the number ${number}. Write both as the agency does; ` +
      'a report that was always rejected is not on file.',
  );
}

/** The entries of a report's events; `uploads` by the ids of submissions. */
export function historyOf(events: readonly LedgerEvent[], uploads: ReadonlyMap<string, Upload>): HistoryEntry[] {
  return events.flatMap((event): HistoryEntry[] => {
    const happened = happenings[event.type];
    if (happened === undefined) return [];
    const { at, by, data, version, cause } = event;
    const { submission, record } = cause;
    const { fileName: file, uploader } = uploads.get(submission ?? '') ?? {};
    const order = 'order' in data ? data.order : undefined;
    return [{ at, happened, version, ...placeOf(event), by, submission, file, uploader, record, order }];
  });
}

/** The uploads that events came with, by the ids of submissions. */
export async function uploadsOf(
  ledger: Pick<Ledger, 'read'>,
  events: readonly LedgerEvent[],
): Promise<Map<string, Upload>> {
  const ids = new Set(events.flatMap(({ cause }) => cause.submission ?? []));
  const uploads = await Promise.all([...ids].map(async (id) => ({ id, upload: await uploadOf(ledger, id) })));
  return new Map(uploads.flatMap(({ id, upload }) => (upload ? [[id, upload]] : [])));
}

async function uploadOf(ledger: Pick<Ledger, 'read'>, submission: string): Promise<Upload | undefined> {
  const events = await ledger.read(submissionStream(submission));
  const received = events.find((event) => event.type === 'SubmissionReceived');
  if (!received) return undefined;
  const { fileName, key } = received.data;
  return { fileName, uploader: findUpload(key)?.uploader };
}

/** Which part of a number an event is about, and in which month. */
function placeOf({ stream, type, data }: LedgerEvent): Pick<HistoryEntry, 'kind' | 'part' | 'period'> {
  if (!('part' in data)) return {};
  const { part, period } = data;
  if (type === 'FederalFindingsRecorded') return { kind: kindOfPart(stream, part), part, period };
  return { kind: 'kind' in data ? data.kind : kindOfEvent({ type }), part, period };
}
