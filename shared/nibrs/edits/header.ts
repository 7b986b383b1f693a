import { looksLikeSegment } from '../flatfile/read-segment.ts';
import { type Level, oriPattern, type Segment } from '../model/index.ts';
import { isFederalOrTribal } from './agency.ts';
import { type CheckedEdit, error, type Run } from './edit.ts';
import { checkLength } from './rules/length.ts';

const legalActions: Readonly<Record<Level, readonly string[]>> = {
  0: ['A', 'D'],
  1: ['I', 'D'],
  2: ['I'],
  3: ['I'],
  4: ['I'],
  5: ['I'],
  6: ['I'],
  7: ['A', 'D'],
};

/** Levels whose wrong length has a number of its own: 178, 284 and 584. */
const levelsWithLengthEdit: ReadonlySet<Level> = new Set(['1', '2', '5']);

/**
 * The header values that no edit of their own covers are reported under the level's mandatory edit, as the FBI's zero
 * report table (5-11) does: a value that is filled but not legal counts as missing.
 */
export function checkHeader(segment: Segment, run: Run): void {
  const { level, action, submissionMonth, submissionYear } = segment;
  if (action !== undefined && !legalActions[level].includes(action)) {
    run.hit(segment, 'action', {
      message: '{element} is {value}, which the {segment} segment cannot have.',
      hint: `Use ${legalActions[level].join(' or ')}.`,
    });
  }
  if (submissionMonth !== undefined && !isMonth(submissionMonth)) {
    run.hit(segment, 'submissionMonth', {
      message: '{element} is {value}, which is not a month.',
      hint: 'Enter two digits, 01 to 12.',
    });
  }
  if (submissionYear !== undefined && !isReportingYear(submissionYear, run.context.today)) {
    run.hit(segment, 'submissionYear', {
      message: '{element} is {value}, which is not a year from 1991 to this year.',
      hint: 'Enter the four digits of the year in which the file is submitted.',
    });
  }
  if (!levelsWithLengthEdit.has(level)) checkLength(segment, run);
}

export function isMonth(value: string): boolean {
  return /^(0[1-9]|1[0-2])$/.test(value);
}

function isReportingYear(value: string, today: string): boolean {
  return /^\d{4}$/.test(value) && value >= '1991' && value <= today.slice(0, 4);
}

const noAgency = {
  message: '{element} {value} is not the ORI of any agency.',
  hint: 'Enter the ORI of the agency that the officer belonged to.',
};

/** The agencies of the own state are known; an officer of another state may belong to one that nobody here has heard of. */
function isNoAgency(ori: string, ownOri: string, { context: { agencies } }: Run): boolean {
  if (agencies === undefined || agencies(ori) !== undefined) return false;
  return ori.charAt(0) === ownOri.charAt(0) && ori.charAt(1) === ownOri.charAt(1);
}

const noSegment = 'The record begins like no segment: with four digits of its length, its level, and its action.';

/** Edits of the header that belong to every level. */
export const headerEdits: readonly CheckedEdit[] = [
  error('report', {
    code: '051',
    scope: 'element',
    elements: ['Level'],
    message: 'The fifth character of the record is {level}, which is no segment level.',
    hint: "Put the level, 0 to 7, into position 5, or remove the line if it is not a NIBRS record. A state's own segments are read only with the profile of that state (--state).",
    source: '3.3.1.2 Table 3-2; 5.2.1 Table 5-2',
    check({ unreadable }, run) {
      for (const { number, text } of unreadable) {
        // It may be what is left of any line, so nothing of it is quoted.
        if (!looksLikeSegment(text)) {
          run.hit({ level: '?', record: number }, 'level', { message: noSegment, details: { level: 'none' } });
          continue;
        }
        const level = text.charAt(4);
        run.hit({ level, record: number }, 'level', {
          details: { level: level.trim() === '' ? 'blank' : `"${level}"` },
        });
      }
    },
  }),
  error('report', {
    code: '952',
    scope: 'element',
    elements: ['1', '25C'],
    message: '{element} is {value}, which does not have the form of an ORI.',
    hint: 'Enter the nine characters of the ORI, capital letters and digits only.',
    source: '3.3.2.1 Table 3-7; 3.3.5.6 Table 3-41; 5.2.1 Table 5-2',
    suppresses: ['059'],
    check({ report }, run) {
      const first = report.segments[0];
      // Whether the reporting agency exists is 932.
      if (first?.ori !== undefined && !oriPattern.test(first.ori)) run.hit(first, 'ori');
      for (const segment of report.segments) {
        if (segment.level !== '4' || segment.officerOriOtherJurisdiction === undefined) continue;
        const officerOri = segment.officerOriOtherJurisdiction;
        if (!oriPattern.test(officerOri)) run.hit(segment, 'officerOriOtherJurisdiction');
        else if (isNoAgency(officerOri, report.ori, run)) run.hit(segment, 'officerOriOtherJurisdiction', noAgency);
      }
    },
  }),
  error('report', {
    code: '059',
    scope: 'file',
    elements: ['1'],
    message: '{element} is {value}, but the first report of the file is from state {state}.',
    hint: "Send each state's reports in a file of their own, or correct the ORI.",
    source: '3.3.2.1 Table 3-7; 5.2.1 Table 5-2',
    check({ report }, run) {
      const [first] = report.segments;
      const { stateCode: state, agencies } = run.context;
      if (state === undefined || first?.ori === undefined || first.ori.startsWith(state)) return;
      if (isFederalOrTribal(agencies, first.ori)) return;
      run.hit(first, 'ori', { details: { state } });
    },
  }),
];
