import type { Operation } from '../../shared/api/routes/index.ts';

/** What a run has made, and so what can be asked about. */
export interface Made {
  /** Two-letter code. */
  state: string;
  period: string;
  agencies: readonly string[];
  submissions: readonly string[];
  findings: readonly { submission: string; finding: string }[];
  /** Records of submissions: one of every report with a finding, and of some without. */
  records: readonly { submission: string; record: number }[];
  reports: readonly { ori: string; number: string }[];
  /** Transmissions, by the names of their files. */
  files: readonly string[];
  extracts: readonly string[];
  /** Requests for statistics. */
  counts: readonly string[];
  /** Ids of the elements that arrests can be counted by. */
  countable: readonly string[];
}

/** What an operation is asked. */
export interface Question {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: object;
}

const reason = 'Somebody has to ask';
const small = { fileName: 'small.txt', bytes: 100, sha256: 'a'.repeat(64) };
const large = { fileName: 'large.txt', bytes: 200 * 2 ** 20, sha256: 'b'.repeat(64) };

/** What to ask every operation about all that there is. A route that is new does not compile without its line here. */
export const questions: Record<Operation, (made: Made) => Question[]> = {
  openSubmission: ({ agencies: [agency = ''] }) => [small, large].map((file) => ({ body: { ...file, agency } })),
  signParts: ({ submissions }) =>
    submissions.slice(0, 2).map((submission) => ({
      params: { submission },
      body: { parts: [{ number: 1, sha256: 'c'.repeat(64) }] },
    })),
  completeUpload: (made) => ofSubmissions(made).slice(0, 2),
  readFile: (made) => ofSubmissions(made),
  readSource: ({ records }) =>
    records.map(({ submission, record }) => ({ params: { submission }, query: { record: String(record) } })),
  listSubmissions: ({ period, agencies }) => [
    {},
    { query: { limit: '5' } },
    ...agencies.slice(0, 2).map((agency) => ({ query: { agency, period, status: 'completed' } })),
  ],
  readSubmission: (made) => ofSubmissions(made),
  listFindings: ({ period, submissions, agencies: [agency] }) => [
    { query: { period, limit: '40' } },
    { query: { period, agency, severity: 'warning', sort: 'code' } },
    ...submissions.map((submission) => ({ query: { submission, sort: 'report', limit: '500' } })),
  ],
  downloadFindings: ({ period, submissions }) => [
    ...['csv', 'html'].map((format) => ({ query: { period, format } })),
    ...submissions.map((submission, index) => ({ query: { submission, format: index % 2 === 0 ? 'csv' : 'html' } })),
  ],
  settleWarning: ({ findings }) => findings.map((params) => ({ params, body: { as: 'dismissed', reason } })),
  listMonths: ({ period, agencies: [agency] }) => [
    {},
    { query: { from: period, to: period } },
    { query: { from: period, to: period, agency } },
  ],
  readCompleteness: ({ period }) => [{ params: { period } }],
  readQuality: ({ period, agencies: [agency] }) => [
    { query: { from: period, to: period } },
    { query: { from: period, to: period, agency } },
  ],
  listAgencies: () => [{}],
  readAgency: ({ agencies }) => agencies.map((ori) => ({ params: { ori } })),
  registerAgencies: ({ agencies }) => [
    { body: { csv: ['ori,name,uploaders', ...agencies.map((ori) => `${ori},Police of ${ori},vendor`)].join('\n') } },
  ],
  readHistory: ({ reports }) => reports.map((params) => ({ params })),
  readElements: ({ reports }) => reports.slice(0, 5).map((params) => ({ params, body: { reason } })),
  expungeReport: ({ reports }) => reports.slice(0, 1).map((params) => ({ params, body: { order: 'Order 1' } })),
  listAccesses: ({ agencies: [agency = ''] }) => [{}, { query: { agency } }],
  listTransmissions: ({ period }) => [{}, { query: { period } }],
  planTransmission: ({ period, agencies: [agency] }) => [
    { query: { period } },
    { query: { period, mode: 'full' } },
    { query: { period, agency } },
  ],
  readTransmission: ({ files }) => files.map((file) => ({ params: { file } })),
  downloadTransmission: ({ files }) =>
    files.flatMap((file) => ['file', 'manifest'].map((what) => ({ params: { file }, query: { what } }))),
  startTransmission: ({ period }) => [{ body: { period } }],
  holdTransmission: (made) => decided(made),
  releaseTransmission: (made) => decided(made),
  forwardTransmission: ({ files }) => files.map((file) => ({ params: { file } })),
  requestExtract: ({ files, period, agencies: [agency] }) => [
    ...files.map((file) => ({ body: { file } })),
    { body: { period, asOf: '2030-01-01', agency } },
  ],
  readExtract: ({ extracts }) => extracts.map((extract) => ({ params: { extract } })),
  readCaller: () => [{}],
  readOperations: () => [{}],
  redriveQueue: () => [{ params: { queue: 'months' } }],
  requestStatistics: ({ countable, period }) =>
    countable.map((element) => ({ body: { element, from: period, to: period, draft: true, reason } })),
  readStatistics: ({ counts }) => counts.map((request) => ({ params: { request } })),
};

function ofSubmissions({ submissions }: Made): Question[] {
  return submissions.map((submission) => ({ params: { submission } }));
}

function decided({ files }: Made): Question[] {
  return files.map((file) => ({ params: { file }, body: { reason } }));
}
