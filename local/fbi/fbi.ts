import { type FederalFinding, writeErrorDataSet, writeWarningDataSet } from '../../shared/nibrs/responses/index.ts';
import { contentOfLines, databaseKey, type ReceivedReport, readFile } from './read-file.ts';

/** What a rule finds on a report: one of the FBI's numbers. A warning keeps no report out. */
export interface Hit {
  code: string;
  severity: 'error' | 'warning';
  element?: string;
  value?: string;
  text?: string;
}

/** A rule of the simulated FBI; undefined for a report that it has nothing to say on. */
export type Rule = (report: ReceivedReport) => Hit | undefined;

/** When an answer comes: with the file, only when it is asked for, two times, or not at all. */
export type Delivery = 'at once' | 'late' | 'twice' | 'never';

/** A file with which the FBI answers one that it was sent. */
export interface AnswerFile {
  /** Name of the file that it answers. */
  to: string;
  name: string;
  text: string;
}

export interface FbiOptions {
  rules?: readonly Rule[];
  delivery?: Delivery;
}

/**
 * The FBI, simulated: it takes flat files, keeps what it has taken by ORI and number, and answers with error and warning
 * data sets. Of its own it knows what a database knows (056, 088, 095, 759); whatever else it is to find, rules say. It
 * shares no reader and no edit with the system that it answers.
 */
export class Fbi {
  /** How it answers files from now on; a test may change it from file to file. */
  rules: readonly Rule[];
  delivery: Delivery;
  readonly #database = new Map<string, string>();
  readonly #held: AnswerFile[] = [];

  constructor({ rules = [], delivery = 'at once' }: FbiOptions = {}) {
    this.rules = rules;
    this.delivery = delivery;
  }

  /** What it has: the content of each report by `databaseKey`. */
  get database(): ReadonlyMap<string, string> {
    return this.#database;
  }

  /** Takes a file on a day YYYYMMDD, and gives the answers that come at once. */
  take({ name, text }: { name: string; text: string }, day: string): AnswerFile[] {
    const findings = readFile(text).flatMap((report) => this.#takeReport(report));
    const answers = answersTo(name, findings, day);
    if (this.delivery === 'at once') return answers;
    if (this.delivery === 'twice') return [...answers, ...answers.map(again)];
    if (this.delivery === 'late') this.#held.push(...answers);
    return [];
  }

  /** The answers that were late, the oldest first. */
  answersHeld(): AnswerFile[] {
    return this.#held.splice(0);
  }

  #takeReport(report: ReceivedReport): FederalFinding[] {
    const hits = [this.#databaseHit(report), ...this.rules.map((rule) => rule(report))].filter(
      (hit) => hit !== undefined,
    );
    if (!hits.some(({ severity }) => severity === 'error')) this.#apply(report);
    return hits.map((hit) => findingOf(report, hit));
  }

  #apply(report: ReceivedReport): void {
    if (report.action === 'D') this.#database.delete(databaseKey(report));
    else this.#database.set(databaseKey(report), contentOfLines(report.lines));
  }

  #databaseHit(report: ReceivedReport): Hit | undefined {
    const { kind, action } = report;
    const isThere = this.#database.has(databaseKey(report));
    if (action === 'D') return isThere ? undefined : refusal('095', 'NOT ON FILE');
    if (isThere && kind === 'incident') return refusal('056', 'ALREADY ON FILE');
    if (isThere && kind === 'arrest') return refusal('759', 'ALREADY ON FILE');
    if (this.#isOfOtherKind(report)) return refusal('088', 'IN USE FOR THE OTHER KIND');
    return undefined;
  }

  /** Whether the number is an incident's and the report an arrest, or the other way round. */
  #isOfOtherKind({ kind, ori, number }: ReceivedReport): boolean {
    const has = (part: string) => this.#database.has(databaseKey({ kind: 'incident', ori, number, part }));
    if (kind === 'arrest') return has('');
    return kind === 'incident' && arresteeNumbers.some(has);
  }
}

const arresteeNumbers = Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(2, '0'));

function refusal(code: string, text: string): Hit {
  return { code, severity: 'error', element: '2', text };
}

function findingOf(
  report: ReceivedReport,
  { code, severity, element = '2', value, text = `FOUND ${code}` }: Hit,
): FederalFinding {
  const { kind, ori, number, part, action, period, record } = report;
  return {
    ori,
    report: kind === 'zero' ? '0'.repeat(12) : number,
    period,
    action,
    severity,
    code,
    element,
    level: { incident: '1', arrest: '7', zero: '0' }[kind],
    sequence: part || undefined,
    value,
    text,
    record,
  };
}

function answersTo(to: string, findings: readonly FederalFinding[], day: string): AnswerFile[] {
  const of = (severity: FederalFinding['severity']) => findings.filter((finding) => finding.severity === severity);
  const file = (kind: string, lines: readonly string[]) => ({
    to,
    name: to.replace(/\.txt$/, `.${kind}`),
    text: lines.map((line) => `${line}\r\n`).join(''),
  });
  const warnings = of('warning');
  return [
    file('eds', writeErrorDataSet(of('error'), day)),
    ...(warnings.length > 0 ? [file('wds', writeWarningDataSet(warnings))] : []),
  ];
}

function again(answer: AnswerFile): AnswerFile {
  return { ...answer, name: `again-${answer.name}` };
}
