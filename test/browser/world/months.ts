import type { z } from 'zod';
import { monthAfter } from '../../../portal/parts/words.ts';
import type { Routes } from '../../../shared/api/routes/index.ts';
import type { Answers } from '../answers.ts';
import { agencies, ago, last } from './agencies.ts';

type Row = z.input<Routes['listMonths']['reply']>['agencies'][number];
type Month = Row['months'][number];

/** A month of which all was sent, changed. */
export function month(period: string, change: Partial<Month> = {}): Month {
  return {
    period,
    status: 'acknowledged',
    expected: true,
    daysLate: 0,
    onFile: { incidents: 132, arrests: 18, zeroReports: 0 },
    open: 0,
    unsent: false,
    submitted: 153,
    rejected: 3,
    errors: 3,
    warnings: 11,
    errorRate: 3 / 153,
    lastUpload: `${monthAfter(period, 1)}-04T15:12:00Z`,
    transmissions: [fileOf(period)],
    ...change,
  };
}

const nothingOnFile = { onFile: { incidents: 0, arrests: 0, zeroReports: 0 }, submitted: 0, rejected: 0 };
const nothing: Partial<Month> = {
  ...nothingOnFile,
  status: 'nothing',
  errors: 0,
  warnings: 0,
  errorRate: null,
  lastUpload: null,
  transmissions: [],
};

/** Name of the file that carried a month. */
export function fileOf(period: string): string {
  return `MOUCR0001_${monthAfter(period, 1).replace('-', '')}11_NIBRS_${String(Number(period.slice(5)) + 10).padStart(3, '0')}.txt`;
}

/** The twelve months to the last, the oldest first, with those that are different. */
function year(different: Readonly<Record<number, Partial<Month>>>): Month[] {
  return Array.from({ length: 12 }, (_, at) => month(ago(11 - at), different[11 - at]));
}

const toCorrect: Partial<Month> = {
  status: 'partial',
  open: 3,
  unsent: true,
  submitted: 160,
  rejected: 12,
  errors: 14,
  errorRate: 12 / 160,
};

export const rows: Row[] = [
  {
    ori: agencies[0].ori,
    name: agencies[0].name,
    registered: true,
    months: year({ 0: toCorrect, 1: { status: 'sent' }, 6: { submitted: 171, rejected: 9, errorRate: 9 / 171 } }),
  },
  {
    ori: agencies[1].ori,
    name: agencies[1].name,
    registered: true,
    months: year({
      0: { ...nothing, daysLate: 12 },
      1: {
        ...nothingOnFile,
        status: 'rejected',
        open: 7,
        submitted: 7,
        rejected: 7,
        errors: 9,
        errorRate: 1,
        daysLate: 43,
        transmissions: [],
      },
      2: {
        status: 'zero-reported',
        unsent: true,
        onFile: { incidents: 0, arrests: 0, zeroReports: 1 },
        submitted: 1,
        rejected: 0,
        errors: 0,
        errorRate: 0,
      },
      10: { ...nothing, expected: false },
      11: { ...nothing, expected: false },
    }),
  },
  {
    ori: agencies[2].ori,
    name: agencies[2].name,
    registered: true,
    months: year({ 0: { status: 'uploaded', ...nothingOnFile }, 1: { status: 'accepted', unsent: true } }),
  },
  {
    ori: 'MO0990000',
    name: null,
    registered: false,
    months: year({
      ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at, { ...nothing, expected: false }])),
    }).map((one) =>
      one.period === ago(3) ? month(one.period, { status: 'accepted', unsent: true, expected: false }) : one,
    ),
  },
];

/** What is told of months; to an agency's people only their own. */
export function monthAnswers(oris?: readonly string[]): Answers {
  const own = oris ? rows.filter(({ ori }) => oris.includes(ori)) : rows;
  return {
    listMonths: ({ query: { from = ago(11), to = last } }) => ({
      periods: year({})
        .map(({ period }) => period)
        .filter((period) => period >= from && period <= to)
        .map((period) => ({ period, due: `${monthAfter(period, 1)}-10` })),
      agencies: own.map((row) => ({
        ...row,
        months: row.months.filter(({ period }) => period >= from && period <= to),
      })),
    }),
    readCompleteness: ({ params: { period = last } }) => ({
      period,
      due: `${monthAfter(period, 1)}-10`,
      expected: 3,
      reported: period === last ? 1 : 3,
      submitted: 167,
      rejected: 12,
      missing: period === last ? [agencies[1], agencies[2]].map(({ ori, name }) => ({ ori, name })) : [],
      late: period === last ? [{ ori: agencies[1].ori, name: agencies[1].name, daysLate: 12 }] : [],
      unexpected: period === ago(3) ? ['MO0990000'] : [],
      reminders:
        period === last ? [reminder(agencies[1], 'nothing reported'), reminder(agencies[0], 'reports rejected')] : [],
    }),
  };
}

function reminder(
  { ori, name, contactOffice, contactEmail }: (typeof agencies)[number],
  why: 'nothing reported' | 'reports rejected',
) {
  return { ori, name, why, contactOffice, contactEmail };
}
