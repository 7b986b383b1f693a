import type { z } from 'zod';
import type { finding, submission } from '../../../shared/api/routes/submissions.ts';

type Submission = z.input<typeof submission>;
type Finding = z.input<typeof finding>;

/** The id of a submission, of a few digits. */
export function idOf(digits: string): string {
  return digits.padStart(32, '0');
}

const onFile: Submission = {
  submission: idOf('1'),
  fileName: 'september.txt',
  agency: 'MO1990100',
  uploadedBy: 'carla',
  openedAt: '2026-10-05T14:12:00.000Z',
  status: 'completed',
  endedAt: '2026-10-05T14:12:21.000Z',
  bytes: 48_210,
  sha256: 'a'.repeat(64),
  kind: 'reports',
  period: '2026-09',
  agencies: ['MO1990100'],
  reports: { total: 62, accepted: 62, rejected: 0, unchanged: 0, superseded: 0 },
  records: 512,
  errors: 0,
  warnings: 0,
  findingsByCode: {},
  chunks: { done: 1, total: 1 },
  refusal: null,
};

/** A submission that is on file, but for what is said of it. */
export function submissionWith(changes: Partial<Submission>): Submission {
  const { openedAt } = { ...onFile, ...changes };
  return { ...onFile, endedAt: openedAt.replace('.000Z', '.900Z'), ...changes };
}

/** One submission for each thing that may become of a file, the newest first. */
export const submissions: Readonly<Record<string, Submission>> = {
  processing: submissionWith({
    submission: idOf('6'),
    fileName: 'october-both-agencies.txt',
    openedAt: '2026-11-05T09:40:00.000Z',
    status: 'processing',
    endedAt: null,
    period: '2026-10',
    agencies: ['MO1990100', 'MO1990200'],
    reports: { total: 940, accepted: 400, rejected: 12, unchanged: 0, superseded: 0 },
    chunks: { done: 4, total: 10 },
  }),
  rejected: submissionWith({
    submission: idOf('5'),
    fileName: 'october.txt',
    openedAt: '2026-11-04T16:05:00.000Z',
    period: '2026-10',
    reports: { total: 62, accepted: 59, rejected: 3, unchanged: 0, superseded: 0 },
    errors: 4,
    warnings: 2,
    findingsByCode: { '204': 2, '605': 1, MO02: 1, MO03: 2 },
  }),
  refused: submissionWith({
    submission: idOf('4'),
    fileName: 'october-cut-off.txt',
    openedAt: '2026-11-04T15:58:00.000Z',
    status: 'refused',
    kind: null,
    period: null,
    agencies: [],
    reports: { total: 0, accepted: 0, rejected: 0, unchanged: 0, superseded: 0 },
    records: 118,
    refusal: {
      reason: 'truncated',
      message: 'The file is cut off: its last record ends within the incident number.',
      hint: 'Export the file once more and check that the transfer ends without an error.',
      record: 119,
    },
  }),
  warned: submissionWith({
    submission: idOf('3'),
    fileName: 'august-late.txt',
    openedAt: '2026-10-20T08:00:00.000Z',
    period: '2026-08',
    reports: { total: 3, accepted: 3, rejected: 0, unchanged: 0, superseded: 0 },
    warnings: 1,
    findingsByCode: { MO03: 1 },
  }),
  supplement: submissionWith({
    submission: idOf('2'),
    fileName: 'coordinates.csv',
    openedAt: '2026-10-08T08:30:00.000Z',
    kind: 'supplement',
    period: null,
    reports: { total: 8, accepted: 8, rejected: 0, unchanged: 0, superseded: 0 },
    errors: 1,
    findingsByCode: { MO05: 1 },
  }),
  onFile,
};

function findingWith(id: string, changes: Partial<Finding>): Finding {
  return {
    id,
    submission: idOf('5'),
    fileName: 'october.txt',
    uploadedBy: 'carla',
    period: '2026-10',
    source: 'repository',
    code: '204',
    severity: 'error',
    record: 14,
    segment: '2',
    ori: 'MO1990100',
    report: '26-1000012',
    sequence: '220',
    element: '9',
    elementName: 'Location type',
    value: '99',
    columns: [43, 44],
    message: 'The location type 99 does not exist.',
    hint: 'Choose the code of the place from the list, for example 20 for a home.',
    settlement: null,
    ...changes,
  };
}

/** What was found in `submissions.rejected` and `submissions.supplement`. */
export const findings: readonly Finding[] = [
  findingWith('1-1', {}),
  findingWith('1-2', { report: '26-1000031', record: 88 }),
  findingWith('1-3', {
    code: '605',
    report: '26-1000044',
    element: '42',
    elementName: 'Arrest date',
    message: 'The arrest was made after the month of submission.',
    hint: 'Check the date of the arrest. If it is right, report it with the next month.',
  }),
  findingWith('1-4', {
    code: 'MO02',
    report: '26-1000044',
    element: 'MO-3',
    elementName: 'Immigration status',
    message: 'The status is of an arrestee whom the report does not have.',
    hint: 'Check the sequence number of the arrestee.',
  }),
  findingWith('1-5', {
    code: 'MO03',
    severity: 'warning',
    element: 'MO-3',
    elementName: 'Immigration status',
    message: 'The status of the arrestee is missing.',
    hint: 'Add it, or send it in a supplement.',
  }),
  findingWith('2-1', {
    submission: idOf('2'),
    code: 'MO05',
    segment: 'supplement',
    element: 'MO-2',
    elementName: 'Longitude',
    message: 'The longitude is not a number of degrees.',
    hint: 'Write it with a point, for example -92.1735.',
  }),
  findingWith('1-6', { code: 'MO03', severity: 'warning', message: 'The status of the arrestee is missing.' }),
];

/** The findings of a submission as the API replies with them. */
export function findingsOf(submission: string) {
  const items = findings.filter((found) => found.submission === submission);
  const codes = [...new Set(items.map(({ code }) => code))];
  const of = (severity: string, code?: string) =>
    items.filter((found) => found.severity === severity && (code === undefined || found.code === code)).length;
  return {
    items,
    next: null,
    totals: {
      errors: of('error'),
      warnings: of('warning'),
      reports: new Set(items.map(({ report }) => report)).size,
      byCode: codes.map((code) => ({ name: code, errors: of('error', code), warnings: of('warning', code) })),
      byAgency: [{ name: 'MO1990100', errors: of('error'), warnings: of('warning') }],
    },
  };
}
