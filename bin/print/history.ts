import { counted } from '../../shared/count-words.ts';
import { segmentName } from '../../shared/history/change-words.ts';
import type { HistoryEntry } from '../../shared/history/history.ts';
import type { HistoryItem } from '../../shared/history/messages.ts';
import { elementName } from '../../shared/nibrs/responses/index.ts';
import { changeLines, spokenChange } from './report-changes.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What happened to a report, one thing a row, and nothing of what it says. */
export function historyTable(entries: readonly HistoryEntry[]): string[] {
  return table(
    ['when', 'what happened', 'to', 'month', 'by', 'with'].map((title) => ({ title })),
    entries.map((entry) => [
      minute(entry.at),
      entry.happened,
      whatOf(entry),
      entry.period ?? '',
      entry.by,
      sourceOf(entry),
    ]),
  );
}

/** What happened to a report, each thing with what changed below it. */
export function historyLines(
  items: readonly HistoryItem[],
  { width, colors }: Pick<Terminal, 'width' | 'colors'>,
): string[] {
  const lines = items.flatMap((item) => {
    const [head = '', ...more] = wrap(headOf(item), width - timeWidth);
    return [
      `${colors.dim(minute(item.at))}  ${colors.bold(head)}`,
      ...more.map((line) => ' '.repeat(timeWidth) + colors.bold(line)),
      ...detailsOf(item, width - indent).map((line) => ' '.repeat(indent) + line),
    ];
  });
  if (items.every(({ state }) => state === undefined)) return lines;
  const hint = 'Which state elements there are, and what they say: nibrs access read, with a reason and on record.';
  return [...lines, '', ...wrap(hint, width)];
}

/** Of the time before what happened, with the blanks behind it. */
const timeWidth = 'YYYY-MM-DD HH:MMZ  '.length;

/** Blanks before what is told of it. */
const indent = 4;

/** An entry as JSON; what it does not have is `null`, so that every line has the same keys. */
export function historyJson(item: HistoryItem): string {
  const { at, happened, version, kind, part, period, by, submission, file, uploader, record, order } = item;
  const { transmission, effect, findings, answer, state, gone = false } = item;
  const source = { by, submission, file, uploader, record, order };
  const federal = { transmission, effect, findings, answer };
  const changes = item.changes?.map(spokenChange);
  const entry = { at, happened, version, kind, part, period, ...source, ...federal, changes, state, gone };
  return JSON.stringify(entry, (_, value) => value ?? null);
}

function headOf(item: HistoryItem): string {
  const { happened, version, period, file, transmission } = item;
  const what = whatOf(item);
  switch (happened) {
    case 'sent':
      return `sent to the FBI: ${what}, ${effects[item.effect ?? 'new']}, as of version ${version}`;
    case 'answered':
      return `found by the FBI: ${what} in ${transmission}`;
    case 'acknowledged':
      return `answered by the FBI: ${what}, ${answerOf(item)}`;
    case 'superseded':
      return `superseded: ${what} of ${period} in ${file ?? 'a file'} is older than what is on file`;
    case 'supplemented':
      return 'state elements came in a supplement';
    case 'expunged':
    case 'expungement completed':
      return `${happened}${what && `: ${what}`}${period ? ` of ${period}` : ''}, order ${item.order}`;
    default:
      return `${happened}: ${what}, month ${period}, version ${version}`;
  }
}

const effects = {
  new: 'new',
  corrected: 'corrected',
  again: 'once more',
  deleted: 'deleted',
  withheld: 'withheld, for other reports contradict it',
} as const;

function answerOf({ answer }: HistoryItem): string {
  if (!answer) return 'nothing';
  const found = counted(answer.found, answer.dataSet === 'errors' ? 'error' : 'warning');
  return answer.found === 0 ? `no ${answer.dataSet.slice(0, -1)}` : found;
}

function detailsOf(item: HistoryItem, width: number): string[] {
  return [
    ...fromOf(item).flatMap((line) => wrap(line, width)),
    ...(item.findings ?? []).map(findingLine),
    ...(item.changes ? changeLines(item.changes, width, item.happened === 'reported') : []),
    ...(item.gone ? ['what it said is expunged'] : []),
    ...stateOf(item).flatMap((line) => wrap(line, width)),
  ];
}

/** Where it came from or went to. */
function fromOf({ happened, file, submission, record, uploader, by, transmission, answer }: HistoryItem): string[] {
  if (happened === 'answered') return [];
  if (happened === 'sent') return [`with ${transmission}, ${file}`];
  if (answer)
    return [`with ${file}, to ${transmission}${answer.processedOn ? `, processed ${answer.processedOn}` : ''}`];
  const name = file ?? submission;
  if (name === undefined) return [`by ${by}`];
  const place = record === undefined ? '' : `, record ${record}`;
  return [`with ${name}${place}${uploader ? `, uploaded by ${uploader}` : ''}`];
}

/** `error 404, victim 001, 33 Type injury`. */
function findingLine({ severity, code, level, sequence, element, action }: Finding): string {
  const segment = [segmentName(level), sequence].filter(Boolean).join(' ');
  const place = element && `${element} ${elementName({ level, element })}`;
  return [`${severity} ${code}`, segment, place, action === 'D' ? 'on the delete' : ''].filter(Boolean).join(', ');
}

type Finding = NonNullable<HistoryItem['findings']>[number];

/** Of state elements, how many there are: which, and what they say, is for named readers. */
function stateOf({ state }: HistoryItem): string[] {
  if (!state) return [];
  const { before, after, change } = state;
  switch (change) {
    case 'given':
      return [`state elements: ${after} given`];
    case 'withdrawn':
      return [`state elements: ${before} withdrawn`];
    case 'none':
      return [`state elements: the same ${after}`];
    case 'changed':
      return [`state elements: changed; ${before} before, ${after} now`];
    case 'unknown':
      return [
        `state elements: ${before} before and now; whether they have changed cannot be told without opening them`,
      ];
  }
}

/** `incident`, `arrestee 01`, `zero report`. */
function whatOf({ kind, part }: Pick<HistoryItem, 'kind' | 'part'>): string {
  if (kind === 'zero') return 'zero report';
  return kind === 'arrest' ? `arrestee ${part}` : (kind ?? '');
}

/** The file and the record, or the order. */
function sourceOf({ file, submission, record, order }: HistoryEntry): string {
  if (order !== undefined) return `order ${order}`;
  const name = file ?? submission ?? '';
  return record === undefined ? name : `${name}, record ${record}`;
}

/** To the minute, in UTC, as it is stored. */
function minute(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}Z`;
}
