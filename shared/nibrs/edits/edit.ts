import type { SourceReport } from '../flatfile/record.ts';
import type { Level, Period, Segment, SegmentOf } from '../model/index.ts';
import type { Agencies } from './agency.ts';
import type { Incident } from './incident.ts';

/** What an edit needs to know besides the report. */
export interface EditContext {
  /** Month of submission, `YYYY-MM`: it decides which codes are legal. */
  period: string;
  /** `YYYYMMDD` */
  today: string;
  /** First two characters of the first ORI in the file; without it edit 059 is not checked. */
  stateCode?: string | undefined;
  /** What is known of agencies; without it the edits that take such facts are not checked, and every agency is local. */
  agencies?: Agencies | undefined;
}

/** The smallest unit whose content decides the edit; `ledger` when it takes what is already on file. */
export type Scope = 'element' | 'segment' | 'report' | 'file' | 'ledger';

/** What an edit looks at, and so when it runs: each segment of a level, each incident, or each report of any kind. */
export type Subjects = { [L in Level]: SegmentOf<L> } & { incident: Incident; report: SourceReport };

interface EditText {
  /** The FBI's number. */
  readonly code: string;
  readonly scope: Scope;
  /** The FBI's element numbers, the one to blame first. */
  readonly elements: readonly string[];
  /** What is wrong, in one sentence; see `message.ts` for what may stand in braces. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Section or table of the technical specification 2025.0. */
  readonly source: string;
  /** Edits that say the same of the same place with less precision; they are not reported beside this one. */
  readonly suppresses?: readonly string[];
  /**
   * Edits that say the same of the same value on other segments of the report, its own repetition perhaps among them:
   * the incident number, for one, stands on every segment.
   */
  readonly suppressesElsewhere?: readonly string[];
  /** First period in which it is checked, for what an edition of the specification brought; absent when it always was. */
  readonly since?: Period;
}

/** What is declared of an edit that is checked. */
export interface CheckedEditText<On extends keyof Subjects> extends EditText {
  /**
   * Levels 1 and 7: a delete is not checked (default), checked as well, or the only thing checked. Incidents: `also`
   * includes deletes and incidents that are not whole, because they have no level 1 or hold a record nobody can read.
   */
  readonly deletes?: 'also' | 'only';
  /** Calls `run.hit` for each place that breaks the rule. A blank element is no business of any edit but a mandatory one. */
  check(subject: Subjects[On], run: Run): void;
  /** Of a rule on segments: the part that takes the whole incident to decide. It is not checked for deletes. */
  across?(incident: Incident, run: Run): void;
}

export interface CheckedEdit<On extends keyof Subjects = keyof Subjects> extends CheckedEditText<On> {
  readonly status: 'active';
  readonly severity: 'error' | 'warning';
  readonly on: On;
}

/** An edit that the ledger's deciders find; `ledgerFinding` gives it its words. */
export interface LedgerEdit extends EditText {
  readonly status: 'active';
  readonly severity: 'error' | 'warning';
  readonly on: 'ledger';
  readonly scope: 'ledger';
  /** The element to blame, by the level of the report that is refused. */
  readonly blames: Readonly<Partial<Record<Level, string>>>;
}

/** A number that the FBI has switched off, or lists for older systems only. */
export interface InactiveEdit {
  readonly status: 'inactive';
  readonly code: string;
  readonly reason: string;
  readonly source: string;
}

/** A number that the FBI lists as active and that no flat file can draw: another edit always comes first. */
export interface UnreachableEdit {
  readonly status: 'unreachable';
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly reason: string;
  readonly source: string;
}

export type Edit = CheckedEdit | LedgerEdit | UnreachableEdit | InactiveEdit;

/** Where a hit is: a segment, a record that is no segment, or a segment that should be there. */
export type Target =
  | Segment
  | { readonly level: string; readonly record: number }
  | { readonly level: Level; readonly missing: true };

export interface HitDetails {
  /** Which of a repeated element, from 0. */
  occurrence?: number;
  /** In place of the edit's own words, where one number covers several faults. */
  message?: string;
  hint?: string;
  /** Values for braces in the words. */
  details?: Readonly<Record<string, string>>;
}

/** One check in progress. */
export interface Run {
  readonly context: EditContext;
  /** The record of the segment in hand; '' for incidents and reports. */
  readonly text: string;
  /** Reports `element`, by its name in the layout, as the place that breaks the rule. */
  hit(target: Target, element: string, details?: HitDetails): void;
}

/** An edit whose hit refuses the report. */
export function error<On extends keyof Subjects>(on: On, text: CheckedEditText<On>): CheckedEdit {
  return { status: 'active', severity: 'error', on, ...text };
}

/** An edit whose hit is told and refuses nothing. */
export function warning<On extends keyof Subjects>(on: On, text: CheckedEditText<On>): CheckedEdit {
  return { status: 'active', severity: 'warning', on, ...text };
}

export function ledgerError(text: Omit<LedgerEdit, 'status' | 'severity' | 'on' | 'scope'>): LedgerEdit {
  return { status: 'active', severity: 'error', on: 'ledger', scope: 'ledger', ...text };
}

export function ledgerWarning(text: Omit<LedgerEdit, 'status' | 'severity' | 'on' | 'scope'>): LedgerEdit {
  return { status: 'active', severity: 'warning', on: 'ledger', scope: 'ledger', ...text };
}

export function unreachable(
  code: string,
  severity: UnreachableEdit['severity'],
  reason: string,
  source: string,
): UnreachableEdit {
  return { status: 'unreachable', code, severity, reason, source };
}

export function inactive(code: string, reason: string, source: string): InactiveEdit {
  return { status: 'inactive', code, reason, source };
}
