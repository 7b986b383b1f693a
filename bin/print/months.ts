import { count } from '../../shared/count-words.ts';
import { csvRow } from '../../shared/csv-row.ts';
import { reminderOf } from '../../shared/months/completeness.ts';
import type { DueDay } from '../../shared/months/due.ts';
import type { AgencyMonth } from '../../shared/months/matrix.ts';
import type { Status } from '../../shared/months/status.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** Each status with a sign of its own, so that none is told by its colour alone. */
const signs: Readonly<Record<Status, string>> = {
  nothing: '·',
  uploaded: '…',
  rejected: '✗',
  partial: '±',
  accepted: '✓',
  'zero-reported': '0',
  sent: '→',
  acknowledged: '●',
};
const notExpected = '-';

/** The agencies' months, an agency a row and a sign a month, with what the signs mean below. */
export function matrixLines(months: readonly AgencyMonth[], periods: readonly string[]): string[] {
  const agencies = [...Map.groupBy(months, ({ ori }) => ori).values()];
  if (agencies.length === 0) return ['No agency is registered, and none has reported in these months.'];
  const columns = [
    { title: 'agency' },
    { title: 'name', width: 20 },
    ...periods.map((period) => ({ title: period.slice(5) })),
  ];
  const rows = agencies.map((own) => [own[0]?.ori ?? '', own[0]?.agency?.name ?? '', ...own.map(signOf)]);
  const legend = [
    ...Object.entries(signs).map(([status, sign]) => `${sign} ${status}`),
    `${notExpected} need not report`,
  ];
  return [
    `${periods[0]} to ${periods.at(-1)}`,
    ...table(columns, rows),
    '',
    ...wrap([...legend, '! late'].map((words) => words.replaceAll(' ', '\u00A0')).join('   '), 80).map((line) =>
      line.replaceAll('\u00A0', ' ').trimEnd(),
    ),
  ];
}

function signOf(month: AgencyMonth): string {
  const isOwed = month.expected || month.agency === undefined || month.status !== 'nothing';
  return isOwed ? `${signs[month.status]}${month.daysLate > 0 ? '!' : ''}` : notExpected;
}

/** Months one a row, with what is on file and what was rejected. */
export function monthsTable(months: readonly AgencyMonth[]): string[] {
  if (months.length === 0) return ['No agency is registered, and none has reported in this month.'];
  const rows = months.map((month) => [
    month.ori,
    month.agency?.name ?? '',
    month.period,
    `${signs[month.status]} ${statusWords(month)}`,
    onFile(month),
    count(month.open),
    percent(month.errorRate),
    month.daysLate > 0 ? `${count(month.daysLate)} d` : '',
  ]);
  const right = { align: 'right' as const };
  const columns = [
    { title: 'agency' },
    { title: 'name', width: 20 },
    { title: 'month' },
    { title: 'status' },
    { title: 'on file', ...right },
    { title: 'rejected', ...right },
    { title: 'error rate', ...right },
    { title: 'late', ...right },
  ];
  return table(columns, rows);
}

/** The status, and that something of it is still to be sent where that does not follow from it. */
function statusWords({ status, transmissions, unsent, expected, agency }: AgencyMonth): string {
  if (status === 'nothing' && agency && !expected) return 'need not report';
  return unsent && transmissions.length > 0 ? `${status}, changed since sent` : status;
}

function onFile({ onFile: { incidents, arrests, zeroReports } }: AgencyMonth): string {
  if (incidents + arrests > 0) return count(incidents + arrests);
  return zeroReports > 0 ? 'zero' : '';
}

/** A rate to a tenth of a percent; '' where there is none. */
export function percent(rate: number | null): string {
  return rate === null ? '' : `${(100 * rate).toFixed(1)}%`;
}

/** What is told of a month, for programs; what is not known is `null`. */
function valuesOf(month: AgencyMonth, today: string, due: DueDay) {
  const { ori, agency, period, status, expected, onFile, tally, open, errorRate } = month;
  return {
    ori,
    name: agency?.name ?? null,
    period,
    status,
    expected,
    incidents: onFile.incidents,
    arrests: onFile.arrests,
    zeroReports: onFile.zeroReports,
    open,
    submitted: tally.reports,
    rejected: tally.rejected,
    errorRate: errorRate === null ? null : Number(errorRate.toFixed(4)),
    errors: tally.errors,
    warnings: tally.warnings,
    firstUpload: month.firstUpload,
    lastUpload: month.lastUpload,
    daysLate: month.daysLate,
    unsent: month.unsent,
    reminder: reminderOf(month, today, due) ?? null,
    contactOffice: agency?.contactOffice ?? null,
    contactEmail: agency?.contactEmail ?? null,
  };
}

/** A month as JSON. */
export function monthJson(month: AgencyMonth, today: string, due: DueDay): string {
  const { findingsByCode } = month.tally;
  return JSON.stringify({ ...valuesOf(month, today, due), findingsByCode, transmissions: month.transmissions });
}

export const monthCsvHeader =
  'ori,name,period,status,expected,incidents,arrests,zeroReports,open,submitted,rejected,errorRate,errors,warnings,' +
  'firstUpload,lastUpload,daysLate,unsent,reminder,contactOffice,contactEmail';

/** A month as a row of CSV. */
export function monthCsv(month: AgencyMonth, today: string, due: DueDay): string {
  const values = Object.values(valuesOf(month, today, due));
  return csvRow(values.map((value) => (typeof value === 'boolean' ? String(value) : value)));
}
