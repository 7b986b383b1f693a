import type { Finding } from '../nibrs/finding.ts';
import { readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import type { SourceSupplement } from '../state/index.ts';

/** A report, or the rows of a supplement under one number. */
export type Source = SourceReport | SourceSupplement;

/** Findings that are neither the FBI's nor a state's: what this system itself has to say of a whole report. */
export const ownCodes = {
  NL01: {
    message: 'The report could not be processed, because of a fault in this system.',
    hint: 'Nothing is wrong with your file. The state program has been told and will ask you to send the report again.',
  },
  NL02: {
    message: 'The report of this number was expunged by an order, and nothing more is filed under the number.',
    hint:
      'Take the report out of your export. Where the order covers only a part of it, send the rest under a number that ' +
      'you have not used.',
  },
  NL03: {
    message: 'The report is of an agency whose reports you may not file.',
    hint:
      'Check the ORI. If it is right, have the agency send the report, or ask the state program to let you file for it and ' +
      'send the report again in another file.',
  },
} as const;

/** Our own code failed on the report. */
export function notProcessed(source: Source): Finding {
  return ownFinding(source, 'NL01');
}

/** The report's number was expunged by an order. */
export function wasExpunged(source: Source): Finding {
  return ownFinding(source, 'NL02');
}

/** The report is of an agency whose reports its uploader may not file. */
export function wasForeign(source: Source): Finding {
  return ownFinding(source, 'NL03');
}

function ownFinding({ report, records }: Source, code: keyof typeof ownCodes): Finding {
  return {
    code,
    ...ownCodes[code],
    severity: 'error',
    record: records[0]?.number,
    segment: report.kind === 'supplement' ? report.kind : readHead(records[0]?.text ?? '').level,
    ori: report.ori,
    report: report.number,
    element: 'Report',
    elementName: 'Whole report',
  };
}
