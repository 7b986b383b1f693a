/** Under which all metrics of the functions are; each has the dimension `service`, the function that counts it. */
export const metricNamespace = 'nibrs-ledger';

interface Metric {
  unit: 'Count' | 'Milliseconds';
  /** What one of it is. */
  meaning: string;
  /** The functions that count it, by the names of their folders; `queue` and `request` are all of a kind. */
  countedBy: readonly string[];
}

/**
 * Every metric that a function counts, and no other: handlers, alarms and dashboards name them from here. None has an ORI
 * or anything of a report as a dimension: what is known of single agencies is in the ledger, not in CloudWatch.
 */
export const metrics = {
  MessagesHandled: { unit: 'Count', meaning: 'Messages whose work was done', countedBy: ['queue'] },
  MessagesFailed: {
    unit: 'Count',
    meaning: 'Deliveries of messages that failed; each is delivered again, up to five times',
    countedBy: ['queue'],
  },
  VersionFailures: {
    unit: 'Count',
    meaning: 'What failed and is a defect, with the version of the function as a second dimension',
    countedBy: ['queue', 'request', 'api'],
  },
  MessageDuration: {
    unit: 'Milliseconds',
    meaning: 'From taking a message to being done with it',
    countedBy: ['queue'],
  },
  MessageDelay: { unit: 'Milliseconds', meaning: 'From sending a message to being done with it', countedBy: ['queue'] },
  RequestsAnswered: { unit: 'Count', meaning: 'Direct calls that were answered', countedBy: ['request', 'api'] },
  RequestsRefused: {
    unit: 'Count',
    meaning: 'Direct calls whose caller has to change something',
    countedBy: ['request', 'api'],
  },
  RequestsFailed: { unit: 'Count', meaning: 'Direct calls that failed', countedBy: ['request', 'api'] },
  FilesReceived: { unit: 'Count', meaning: 'Uploads that were cut into chunks', countedBy: ['receive-submission'] },
  FilesRefused: { unit: 'Count', meaning: 'Uploads that were refused as a whole', countedBy: ['receive-submission'] },
  ReportsAccepted: { unit: 'Count', meaning: 'Reports that were filed', countedBy: ['process-reports'] },
  ReportsRejected: { unit: 'Count', meaning: 'Reports that the edits rejected', countedBy: ['process-reports'] },
  RecordsRead: { unit: 'Count', meaning: 'Records of the chunks that were processed', countedBy: ['process-reports'] },
  AgenciesExpected: { unit: 'Count', meaning: 'Agencies that have to report the month', countedBy: ['run-schedule'] },
  AgenciesReported: { unit: 'Count', meaning: 'Agencies of these that have reported it', countedBy: ['run-schedule'] },
  AgenciesMissing: {
    unit: 'Count',
    meaning: 'Agencies that owe something of the month a day before it is due, or later',
    countedBy: ['run-schedule'],
  },
  TransmissionsHeld: {
    unit: 'Count',
    meaning: 'Sealed files that are not forwarded on the day of the calendar, because one is held',
    countedBy: ['run-schedule'],
  },
  TransmissionsSealed: { unit: 'Count', meaning: 'Files that were sealed', countedBy: ['seal-transmission'] },
  TransmissionsRefused: {
    unit: 'Count',
    meaning: 'Files that our own check with the edits of the FBI refused',
    countedBy: ['seal-transmission'],
  },
  TransmissionsForwarded: {
    unit: 'Count',
    meaning: 'Files that were handed over',
    countedBy: ['forward-transmission'],
  },
  AnswersReceived: { unit: 'Count', meaning: 'Answers of the FBI that were recorded', countedBy: ['receive-answer'] },
  FederalErrors: { unit: 'Count', meaning: 'Errors that the FBI found', countedBy: ['receive-answer'] },
  FederalWarnings: { unit: 'Count', meaning: 'Warnings of the FBI', countedBy: ['receive-answer'] },
  ReportsRefused: { unit: 'Count', meaning: 'Reports that the FBI refused', countedBy: ['receive-answer'] },
  EditGaps: {
    unit: 'Count',
    meaning: 'Reports with an error of the FBI’s that our edits should have found',
    countedBy: ['receive-answer'],
  },
  ElementsRead: {
    unit: 'Count',
    meaning: 'State elements that named readers were shown',
    countedBy: ['read-elements'],
  },
  NumbersExpunged: { unit: 'Count', meaning: 'Orders to expunge that were carried out', countedBy: ['expunge-report'] },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

/** Adds to a metric of the function. */
export type Count = (metric: MetricName, value: number) => void;
