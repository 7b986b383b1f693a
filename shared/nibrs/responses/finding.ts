import { edits } from '../edits/index.ts';
import type { Period } from '../model/index.ts';

/**
 * What the FBI says of one place in a report that it was sent: a record of its error data set or of its warning data set,
 * or a violation that its web service answers with. What is blank there is absent here, or ''.
 */
export interface FederalFinding {
  /** The agency. */
  ori: string;
  /** Incident number or arrest transaction number. */
  report: string;
  /** Month of submission, as the report's header has it. */
  period?: Period | undefined;
  /** Action of the segment: I, A or D; '' where the FBI names none. */
  action: string;
  severity: 'error' | 'warning';
  /** The FBI's number, three or four digits. */
  code: string;
  /** Element number, `25A`; '' where no single element is at fault. */
  element: string;
  /** Level of the segment, '' where the FBI names none. */
  level: string;
  /** Victim, offender or arrestee number, with as many digits as the element has. */
  sequence?: string | undefined;
  /** Offense code (element 6) of an offense segment. */
  offense?: string | undefined;
  /** Type of property loss (element 14) of a property segment. */
  loss?: string | undefined;
  /** What stands at that place. */
  value?: string | undefined;
  /** The FBI's own words. */
  text: string;
  /** Number of the record in the file that was sent; absent where no single record is at fault. */
  record?: number | undefined;
  /** As the FBI gives it; it does not say what its values mean. */
  publicationEffect?: string | undefined;
}

const byCode = new Map(edits.map((edit) => [edit.code, edit]));

/** Whether a number is one of the FBI's warnings, which keep no report out, whichever file it comes in. */
export function isWarning(code: string): boolean {
  const edit = byCode.get(code);
  return edit !== undefined && edit.status !== 'inactive' && edit.severity === 'warning';
}

/**
 * Whether an error of the FBI's on a report that our edits passed shows a gap in them. It does not where only the FBI can
 * know: what it has on file, or what its list of agencies says (the catalog's scope `ledger`, and numbers from 900 on).
 */
export function isGap({ code, severity }: Pick<FederalFinding, 'code' | 'severity'>): boolean {
  if (severity === 'warning' || /^9\d\d$/.test(code)) return false;
  const edit = byCode.get(code);
  return edit?.status !== 'active' || edit.scope !== 'ledger';
}
