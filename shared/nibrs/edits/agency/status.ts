import { monthOf, oriPattern, type SubmittedReport } from '../../model/index.ts';
import { type Agency, spellAgency } from '../agency.ts';
import { type CheckedEdit, type EditContext, error } from '../edit.ts';
import { isDate, spellMonth } from '../rules/dates.ts';

/** Values for braces in the words. */
type Details = Readonly<Record<string, string>>;

interface StatusEdit {
  code: string;
  message: string;
  hint: string;
  source: string;
  suppresses?: readonly string[];
  /** When the agency may not file the report, what the words name; `undefined` when it may. */
  refuses(agency: Agency | undefined, report: SubmittedReport, context: EditContext): Details | undefined;
}

const oriTables = '3.3.1.2 Table 3-2; 3.3.2.1 Table 3-7; 5.2.1 Table 5-2';
const nothingToName: Details = {};

/** Whether the agency may report at all. Of several reasons why not the first is told: the others are beside the point. */
export const statusEdits: readonly CheckedEdit[] = [
  status({
    code: '931',
    message: '{element} {value} belongs to another agency, {other}.',
    hint: 'Enter the ORI of the agency whose report this is.',
    source: oriTables,
    suppresses: ['933', '934', '935'],
    refuses(agency) {
      const other = agency?.oriGivenTo;
      return other === undefined ? undefined : { other };
    },
  }),
  status({
    code: '932',
    message: '{element} {value} is not the ORI of any agency.',
    hint: 'Correct the ORI. If the agency is new, have the state program add it to its list of agencies first.',
    source: oriTables,
    suppresses: ['059'],
    refuses(agency, { ori }) {
      // What does not look like an ORI is 952.
      return agency === undefined && oriPattern.test(ori) ? nothingToName : undefined;
    },
  }),
  status({
    code: '933',
    message: '{element} is {value}, but {by} has reported for this agency since {since}.',
    hint: 'Report under the ORI of that agency. If the agency reports for itself again, have the state program say so first.',
    source: oriTables,
    suppresses: ['935'],
    refuses(agency, report, { agencies }) {
      if (agency?.covered === undefined) return undefined;
      const { by, since } = agency.covered;
      if (!isOfMonthSince(since, report)) return undefined;
      return { by: spellAgency(agencies, by), since: spellMonth(since) };
    },
  }),
  status({
    code: '934',
    message: '{element} is {value}, but this agency has been dormant since {since}.',
    hint: 'Correct the ORI. If the agency is active again, have the state program say so first.',
    source: oriTables,
    suppresses: ['933', '935'],
    refuses(agency, _, { period }) {
      const since = agency?.dormantSince;
      return since === undefined || period < since ? undefined : { since: spellMonth(since) };
    },
  }),
  status({
    code: '935',
    message: '{element} is {value}, but the FBI has not certified this agency for NIBRS.',
    hint: 'Wait with the report until the agency is certified; if it is, have the state program enter that first.',
    source: '5.2.1 Table 5-2',
    refuses: (agency) => (agency?.certified === false ? nothingToName : undefined),
  }),
];

function status({ refuses, ...text }: StatusEdit): CheckedEdit {
  return error('report', {
    ...text,
    scope: 'ledger',
    elements: ['1'],
    check({ report }, run) {
      const { agencies } = run.context;
      const first = report.segments[0];
      if (agencies === undefined || first === undefined) return;
      const details = refuses(agencies(report.ori), report, run.context);
      if (details !== undefined) run.hit(first, 'ori', { details });
    },
  });
}

/**
 * Whether the report is of something that happened in this month or later. What the agency says of earlier months, and
 * what it takes back, is an adjustment, which the FBI goes on taking; so is a zero report, of which 096 speaks.
 */
function isOfMonthSince(since: string, { action, segments }: SubmittedReport): boolean {
  const first = segments[0];
  if (action === 'D') return false;
  const date = first?.level === '1' ? first.incidentDate : first?.level === '7' ? first.arrestDate : undefined;
  return date !== undefined && isDate(date) && monthOf(date) >= since;
}
