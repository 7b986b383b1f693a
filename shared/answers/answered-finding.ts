import type { RecordedFinding } from '../ledger/reports/federal-findings.ts';
import type { Finding } from '../nibrs/finding.ts';
import { elementName, type FederalFinding } from '../nibrs/responses/index.ts';
import type { PlacedFinding } from './match.ts';

/** A finding of the FBI's beside our own: in the same shape, with what it quotes. */
export type AnsweredFinding = Finding & { source: 'FBI'; transmission: string };

/** A finding as an agency is shown it. */
export function toFinding(placed: PlacedFinding, transmission: string): AnsweredFinding {
  const { code, severity, record, level, ori, report, element, value, text } = placed.finding;
  return {
    source: 'FBI',
    transmission,
    code,
    severity,
    record,
    segment: level,
    ori,
    report,
    sequence: whichOf(placed.finding),
    element,
    elementName: elementName(placed.finding),
    value,
    message: text,
    hint: hintFor(placed),
  };
}

/** What the FBI has on file (056, 095, 759) or on its list of agencies (9xx) is no agency's to put right; nor is a delete. */
function hintFor({ finding: { code, severity }, action }: PlacedFinding): string {
  if (severity === 'warning') {
    return 'The FBI has the report. If what it asks about is wrong, correct it; otherwise there is nothing to do.';
  }
  if (action === 'D' || /^(056|095|759|9\d\d)$/.test(code)) {
    return 'Nothing: the state program settles this with the FBI.';
  }
  return 'The FBI did not take the report. Correct it: send a delete of it and then the whole report once more.';
}

/** A finding as it stands in the ledger: without what it quotes. */
export function toRecord({ finding, action }: PlacedFinding): RecordedFinding {
  const { code, severity, level, element, record } = finding;
  return { code, severity, action, level, element, sequence: whichOf(finding), record };
}

/** Which segment of its level: a level 2 is told apart by its offense, a level 3 by the type of loss. */
function whichOf({ sequence, offense, loss }: FederalFinding): string | undefined {
  return sequence ?? offense ?? loss;
}
