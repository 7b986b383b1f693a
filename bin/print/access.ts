import type { Access } from '../../shared/access/list-accesses.ts';
import type { ReadReply, ShownElement } from '../../shared/access/messages.ts';
import { counted } from '../../shared/count-words.ts';
import { csvRow } from '../../shared/csv-row.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What a reader is shown of a report. `fileNames` has the names of the files, by submission. */
export function elementLines(
  { elements, expired }: Exclude<ReadReply, { refused: string }>,
  fileNames: ReadonlyMap<string, string>,
  { colors }: Pick<Terminal, 'colors'>,
): string[] {
  const past = expired > 0 ? [`${counted(expired, 'value')} past retention: not shown.`] : [];
  const recorded = colors.dim('This read is on record: nibrs access log.');
  if (elements.length === 0) return ['The report has no state element on file.', ...past, recorded];
  const columns = ['element', 'of', 'value', 'meaning', 'recorded', 'from'].map((title) => ({ title }));
  const rows = elements.map((element) => [
    `${element.element} ${element.title}`,
    whom(element),
    element.value,
    element.meaning ?? '',
    minute(element.at),
    fileNames.get(element.submission ?? '') ?? '',
  ]);
  return [...table(columns, rows), ...past, recorded];
}

/** Of whom or what, and in which of its places: the incident, `01`, `001/01`, `01 (2nd place)`. */
function whom({ part, sequence, occurrence }: ShownElement): string {
  const subject = sequence ?? (part || 'the incident');
  return occurrence === undefined ? subject : `${subject}, place ${occurrence}`;
}

/** Who was shown or counted what, and why. */
export function accessTable(accesses: readonly Access[]): string[] {
  if (accesses.length === 0) return ['Nobody was shown or counted a state element.'];
  return table(
    ['when', 'who', 'what', 'elements', 'why'].map((title) => ({ title })),
    accesses.map((access) => [minute(access.at), access.data.reader, what(access), ids(access), access.data.reason]),
  );
}

function what({ type, data }: Access): string {
  return type === 'StateElementsRead'
    ? `read ${data.ori} ${data.number}`
    : `counted ${data.period}, opened for ${counted(data.reports, 'report')}`;
}

function ids({ type, data }: Access): string {
  return type === 'StateElementsRead' ? data.elements.join(' ') : data.element;
}

/** The keys of an access as JSON, and the columns of one as CSV. */
interface AccessRow {
  at: string;
  reader: string;
  reason: string;
  access: 'read' | 'counted';
  ori: string | null;
  number: string | null;
  elements: string[];
  period: string | null;
  reports: number | null;
}

function rowOf({ type, at, data }: Access): AccessRow {
  const { reader, reason } = data;
  if (type === 'StateElementsRead') {
    const { ori, number, elements } = data;
    return { at, reader, reason, access: 'read', ori, number, elements, period: null, reports: null };
  }
  const { element, period, reports } = data;
  return { at, reader, reason, access: 'counted', ori: null, number: null, elements: [element], period, reports };
}

export function accessJson(access: Access): string {
  return JSON.stringify(rowOf(access));
}

export const accessCsvHeader = 'at,reader,reason,access,ori,number,elements,period,reports';

export function accessCsv(access: Access): string {
  const { at, reader, reason, access: kind, ori, number, elements, period, reports } = rowOf(access);
  return csvRow([at, reader, reason, kind, ori, number, elements.join(' '), period, reports]);
}

/** To the minute, in UTC, as it is stored. */
function minute(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}Z`;
}
