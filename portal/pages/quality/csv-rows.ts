import type { Reply } from '../../api.ts';
import type { AgencyRate } from './sort-rates.ts';

type Rows = (string | number | null)[][];

/** Error rates as rows of a spreadsheet, with their header. */
export function agencyRows(agencies: readonly AgencyRate[]): Rows {
  return [
    ['ori', 'name', 'submitted', 'rejected', 'errorRate', 'standing', 'monthsInARow'],
    ...agencies.map(({ ori, name, submitted, rejected, errorRate, standing, run }) => [
      ori,
      name,
      submitted,
      rejected,
      errorRate === null ? null : Number(errorRate.toFixed(4)),
      standing,
      run,
    ]),
  ];
}

/** Errors and warnings as rows of a spreadsheet, with their header. */
export function codeRows(codes: Reply<'readQuality'>['codes']): Rows {
  return [
    ['code', 'severity', 'count', 'agencies', 'message'],
    ...codes.map(({ code, severity, count, agencies, message }) => [code, severity, count, agencies, message]),
  ];
}
