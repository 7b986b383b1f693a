import type { Finding } from '../finding.ts';
import type { SourceReport } from '../flatfile/record.ts';
import type { Level, Segment } from '../model/index.ts';
import { checkedEdits } from './catalog.ts';
import type { CheckedEdit, EditContext } from './edit.ts';
import { toFindings } from './finding.ts';
import { incidentOf } from './incident.ts';
import { Inspection } from './inspection.ts';

const reportEdits = checkedEdits.filter(({ on }) => on === 'report');
const incidentEdits = checkedEdits.filter(({ on }) => on === 'incident');
const partEdits = incidentEdits.filter(({ deletes }) => deletes === 'also');
const wholeEdits = [...incidentEdits, ...checkedEdits.flatMap(partAcross)];
const segmentEdits = byLevel(({ deletes }) => deletes !== 'only');
const deleteEdits = byLevel(({ deletes }) => deletes !== undefined);

/**
 * Every finding of one report, ordered by record (what concerns no single record comes first) and then by code. An
 * `error` among them means that the report is refused whole. Never throws for what a report contains.
 */
export function validateReport(source: SourceReport, context: EditContext): Finding[] {
  const inspection = new Inspection(source, context);
  inspection.apply(reportEdits, source);
  inspectSegments(inspection);
  if (source.report.kind === 'incident' && source.report.segments.length > 0) {
    inspection.apply(isWhole(source) ? wholeEdits : partEdits, incidentOf(source.report));
  }
  return toFindings(inspection.hits(), source).sort(byRecordThenCode);
}

/** Segments and records are both in the order of the file, so one walk finds the record of each segment. */
function inspectSegments(inspection: Inspection): void {
  const { report, records } = inspection.source;
  let next = 0;
  for (const segment of report.segments) {
    while (next < records.length && records[next]?.number !== segment.record) next += 1;
    inspection.text = records[next]?.text ?? '';
    inspection.apply((isDelete(segment) ? deleteEdits : segmentEdits)[segment.level], segment);
  }
  inspection.text = '';
}

/** Rules across segments would only repeat, many times, what is wrong with a delete or a torn incident. */
function isWhole({ report, unreadable }: SourceReport): boolean {
  const [first] = report.segments;
  return unreadable.length === 0 && first?.level === '1' && first.action !== 'D';
}

/** A zero report says the same whether it is added or deleted, so its deletes are checked like any. */
function isDelete({ level, action }: Segment): boolean {
  return action === 'D' && (level === '1' || level === '7');
}

/** The part of an edit of segments that looks at the whole incident, as an edit of its own. */
function partAcross({ across, ...edit }: CheckedEdit): CheckedEdit[] {
  return across === undefined ? [] : [{ ...edit, on: 'incident', check: across }];
}

function byLevel(belongs: (edit: CheckedEdit) => boolean): Readonly<Record<Level, readonly CheckedEdit[]>> {
  const of = (level: Level) => checkedEdits.filter((edit) => edit.on === level && belongs(edit));
  return { 0: of('0'), 1: of('1'), 2: of('2'), 3: of('3'), 4: of('4'), 5: of('5'), 6: of('6'), 7: of('7') };
}

function byRecordThenCode(a: Finding, b: Finding): number {
  return (a.record ?? 0) - (b.record ?? 0) || a.code.localeCompare(b.code);
}
