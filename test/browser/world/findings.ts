import type { z } from 'zod';
import type { finding } from '../../../shared/api/routes/submissions.ts';
import type { Answers, AskedOf } from '../answers.ts';
import { last } from './agencies.ts';
import { idOf, findings as ofAllFiles } from './submissions.ts';

type Finding = z.input<typeof finding>;

/** A record of the first report: its head, what is told of it, and blanks to the end of its kind. */
function record(level: string, rest: string, length: number): string {
  return `${`${length}`.padStart(4, '0')}${level}I102026    MO19901002${'6-1000012'.padEnd(11)}${rest}`.padEnd(length);
}

const ofOneFile = ofAllFiles.filter(({ submission }) => submission === idOf('5'));
const template = ofOneFile[0]!;

/** What was found in the last month: in two files of one agency, in one of another, and by the FBI. */
function findingsOfMonth(): Finding[] {
  const second: Partial<Finding> = {
    submission: idOf('6'),
    fileName: 'october-both-agencies.txt',
    ori: 'MO1990200',
    uploadedBy: 'adam',
  };
  const warning: Partial<Finding> = {
    code: '441',
    severity: 'warning',
    segment: '4',
    sequence: '001',
    record: 15,
    element: '26',
    elementName: 'Age of victim',
    value: '99',
    columns: [72, 75],
    message: 'The victim’s age is 99, which stands for “over 98 years old”.',
    hint: 'If the age is not known, report 00.',
  };
  const all: Partial<Finding>[] = [
    ...ofOneFile,
    { id: '1-7', ...warning },
    { ...second, id: '2-1', report: '26-2000001', record: 3 },
    { ...second, ...warning, id: '2-2', report: '26-2000002', record: 9 },
    { ...second, ...warning, id: '2-3', report: '26-2000003', record: 21 },
    {
      ...second,
      ...warning,
      id: '2-4',
      report: '26-2000004',
      record: 33,
      settlement: { as: 'dismissed', reason: 'She is 99.', by: 'adam', at: '2026-11-06T09:00:00.000Z' },
    },
    {
      id: 'fbi-001-MO1990100-0a1b2c3d-1',
      source: 'fbi',
      code: '910',
      report: '26-1000077',
      record: undefined,
      columns: undefined,
      segment: '1',
      sequence: undefined,
      element: '3',
      elementName: 'Incident date',
      message: 'The FBI has another date of this incident on file.',
      hint: 'Delete the report and send it again with the right date.',
    },
  ];
  return all.map((given) => ({ ...template, ...given, period: last }));
}

/** Answers of a repository in which findings can be filtered and warnings settled. */
export function findingAnswers({ pageOf = 100 } = {}): Answers {
  const findings = findingsOfMonth();
  return {
    listFindings({ query }) {
      const found = findings.filter((each) => passes(each, query)).toSorted(inOrder(query.sort));
      const start = Number(query.cursor ?? 0);
      const next = start + pageOf < found.length ? `${start + pageOf}` : null;
      return { items: found.slice(start, start + pageOf), next, totals: totalsOf(found) };
    },
    downloadFindings: ({ query }) => `code,report\r\n${query.format},${query.severity ?? 'all'}\r\n`,
    readSource: () => ({
      ori: 'MO1990100',
      report: '26-1000012',
      lines: [
        { record: 13, level: '1', text: record('1', '20261003 13N', 88) },
        { record: 14, level: '2', text: record('2', '220CN99  N88', 71) },
        { record: 15, level: '4', text: record('4', `001220${' '.repeat(27)}I99  MWNR`, 129) },
        { record: 16, level: 'B', text: record('B', '01········', 47) },
      ],
    }),
    settleWarning: ({ params, body }: AskedOf) => {
      const { as, reason } = body as { as: 'cleared' | 'dismissed' | 'open'; reason: string };
      const found = findings.find(({ id }) => id === params.finding)!;
      const settlement = as === 'open' ? null : { as, reason, by: 'adam', at: '2026-11-20T10:00:00.000Z' };
      found.settlement = settlement;
      return { settlement };
    },
  };
}

function passes(found: Finding, query: Record<string, string>): boolean {
  const { submission, period, agency, severity, code, report, status, source } = query;
  return (
    (!submission || found.submission === submission) &&
    (!period || found.period === period) &&
    (!agency || found.ori === agency) &&
    (!severity || found.severity === severity) &&
    (!code || found.code === code) &&
    (!report || found.report.startsWith(report)) &&
    (!source || found.source === source) &&
    (!status || (found.settlement?.as ?? 'open') === status)
  );
}

function inOrder(sort = 'newest'): (one: Finding, other: Finding) => number {
  const placeOf = ({ code, submission, report }: Finding) => (sort === 'code' ? code : submission) + report;
  return (one, other) => (placeOf(one) < placeOf(other) ? -1 : 1);
}

function totalsOf(found: readonly Finding[]) {
  const countsBy = (key: (each: Finding) => string) =>
    [...Map.groupBy(found, key)].map(([name, group]) => ({ name, ...count(group) }));
  return {
    ...count(found),
    reports: new Set(found.map(({ report }) => report)).size,
    byCode: countsBy(({ code }) => code),
    byAgency: countsBy(({ ori }) => ori),
  };
}

function count(group: readonly Finding[]) {
  const errors = group.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: group.length - errors };
}
