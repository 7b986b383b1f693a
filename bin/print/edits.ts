import { counted } from '../../shared/count-words.ts';
import { csvRow } from '../../shared/csv-row.ts';
import { type EditFacts, type EditSegment, nameOf, segmentLabel } from '../../shared/nibrs/edits/facts.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

type View = Pick<Terminal, 'colors' | 'width'>;

/** Edits as a person looks them up: a table for each segment, and how many they are. */
export function editTables(edits: readonly EditFacts[], view: View): string[] {
  const bySegment = [...Map.groupBy(edits, ({ segment }) => segment)].toSorted(
    ([one], [other]) => order(one) - order(other),
  );
  const tables = bySegment.flatMap(([segment, group]) => [
    view.colors.bold(capitalized(segmentLabel(segment))),
    '',
    ...editTable(group, view),
    '',
  ]);
  return [...tables, totals(edits)];
}

function order(segment: EditSegment): number {
  return segment === 'structure' ? -1 : Number(segment);
}

function editTable(edits: readonly EditFacts[], { width }: View): string[] {
  const elementsWidth = Math.floor(width / 6);
  // What is left beside number, severity, scope and elements, with two blanks between columns.
  const sentence = Math.max(24, width - (6 + 8 + 7 + elementsWidth + 4 * 2));
  return table(
    [
      { title: 'number' },
      { title: 'severity' },
      { title: 'scope' },
      { title: 'elements', width: elementsWidth },
      { title: 'what it says, and where the specification has it', width: sentence },
    ],
    edits.map(({ code, severity, status, scope, elements, message, reason, source }) => [
      code,
      kindCell({ severity, status }),
      scope ?? '',
      elements.join(', '),
      `${message ?? reason}\n[${source}]`,
    ]),
  );
}

function kindCell({ severity, status }: Pick<EditFacts, 'severity' | 'status'>): string {
  if (status === 'unreachable') return `${severity}\n(never)`;
  return severity ?? status;
}

/** How many there are of each kind. */
function totals(edits: readonly EditFacts[]): string {
  const times = (status: EditFacts['status'], severity?: EditFacts['severity']) =>
    edits.filter((edit) => edit.status === status && (severity === undefined || edit.severity === severity)).length;
  const [unreachable, inactive] = [times('unreachable'), times('inactive')];
  return [
    counted(times('active', 'error'), 'error'),
    counted(times('active', 'warning'), 'warning'),
    ...(unreachable > 0 ? [`${unreachable} that no flat file can draw`] : []),
    ...(inactive > 0 ? [`${inactive} inactive`] : []),
  ].join(', ');
}

const scopes: Readonly<Record<string, string>> = {
  element: 'one element alone',
  segment: 'elements of one segment',
  report: 'the segments of one report',
  file: 'the reports of one file',
  ledger: 'what is already on file',
};

/** All that is known of one number. `suppressedBy` are the numbers that are told in its place. */
export function editPage(edit: EditFacts, suppressedBy: readonly string[], view: View): string[] {
  const { colors, width } = view;
  const { code, severity, status, scope, segment, elements, since, suppresses, source, message, hint, reason } = edit;
  const kind = status === 'active' ? severity : [severity, status].filter(Boolean).join(', ');
  const facts: [string, string | undefined][] = [
    ['Belongs to', segmentLabel(segment)],
    ['Looks at', scope === null ? undefined : scopes[scope]],
    [
      'Elements',
      elements.length === 0 ? undefined : elements.map((element) => elementLine(element, segment)).join('\n'),
    ],
    ['Since', status === 'active' ? (since ?? 'always') : undefined],
    [
      'In place of',
      suppresses.length === 0 ? undefined : `${suppresses.join(', ')}, where they would say less of the same place`,
    ],
    [
      'Gives way to',
      suppressedBy.length === 0 ? undefined : `${suppressedBy.join(', ')}, where they say more of the same place`,
    ],
    ['Specification', source],
  ];
  const known = facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
  return [
    colors.bold(`${code}  ${kind}`),
    '',
    ...wrap(message ?? reason ?? '', width - 2).map((line) => `  ${line}`),
    ...(hint === null
      ? []
      : wrap(hint, width - 4).map((line, at) => `${at === 0 ? `  ${colors.cyan('→')}` : '   '} ${line}`)),
    '',
    ...factLines(known, width),
  ];
}

function factLines(facts: readonly [string, string][], width: number): string[] {
  const title = 15;
  return facts.flatMap(([name, text]) =>
    text
      .split('\n')
      .flatMap((line) => wrap(line, width - 2 - title))
      .map((line, at) => `  ${(at === 0 ? name : '').padEnd(title)}${line}`),
  );
}

/** Number and name; the header's elements have a word in place of a number. */
function elementLine(element: string, segment: EditSegment): string {
  return `${element.padEnd(10)}${nameOf(element, segment)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An edit as one line of JSON, without line end. */
export function editJson(edit: EditFacts): string {
  return JSON.stringify(edit);
}

const keys = [
  'code',
  'severity',
  'status',
  'scope',
  'segment',
  'elements',
  'since',
  'suppresses',
  'source',
  'message',
  'hint',
  'reason',
] as const satisfies readonly (keyof EditFacts)[];

/** The header of the CSV, without line end. */
export const editCsvHeader: string = csvRow(keys);

/** An edit as one row of CSV, without line end; lists are separated by blanks. */
export function editCsv(edit: EditFacts): string {
  return csvRow(keys.map((key) => cellOf(edit[key])));
}

function cellOf(value: EditFacts[keyof EditFacts]): string | null {
  return Array.isArray(value) ? value.join(' ') : (value as string | null);
}
