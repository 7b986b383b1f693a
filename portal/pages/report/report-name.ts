/** The number of a report, and whose it is. */
export interface ReportName {
  ori: string;
  number: string;
}
