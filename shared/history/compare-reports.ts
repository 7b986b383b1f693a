import { compareText } from '../compare.ts';
import { segmentsOf } from '../nibrs/flatfile/federal.ts';
import { type FieldLayout, incidentHeader } from '../nibrs/flatfile/layout.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import { type FederalReport, identifyingProperty, type Level, type Segment } from '../nibrs/model/index.ts';

/** An element that says something else than before; absent is blank. */
export interface ElementChange {
  /** Name of the element in the layout of its level. */
  name: string;
  /** Of an entry of a group, what tells it from the others: the description of a property, the number of an offender. */
  of?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

/** What is different about one segment: of one that was added or removed, all that it says or said. */
export interface SegmentChange {
  level: Level;
  /** Which of its level: number of the person, offense code, type of property loss; '' where there is but one. */
  which: string;
  change: 'added' | 'removed' | 'changed';
  elements: ElementChange[];
}

type Values = Readonly<Record<string, unknown>>;

/** Stands on every segment, so that it tells nothing about one that was added. */
const city = 'cityIndicator';

/** What every segment repeats and what only tells how it was sent: no difference between two reports of one number. */
const ofTheHead = new Set(incidentHeader.map(({ name }) => name).filter((name) => name !== city));

/**
 * What turns one version of a report into another, segment by segment and element by element; everything is added where
 * there is none before. The order of segments and of an element's repetitions is none of it, for it says nothing to the
 * FBI. Whoever has no counterpart of the same name is held against the next one without.
 */
export function compareReports(before: FederalReport | undefined, after: FederalReport): SegmentChange[] {
  const olds = before ? segmentsOf(before) : [];
  const news = segmentsOf(after);
  const levels = [...new Set([...olds, ...news].map(({ level }) => level))].sort(compareText);
  return levels.flatMap((level) => {
    const ofLevel = (segments: readonly Segment[]) => segments.filter((segment) => segment.level === level);
    const pairs = pair(ofLevel(olds), ofLevel(news), [whichOf]);
    return pairs.flatMap((one) => compareSegments(level, ...one)).sort((a, b) => compareText(a.which, b.which));
  });
}

function compareSegments(level: Level, before: Segment | undefined, after: Segment | undefined): SegmentChange[] {
  const elements = layouts[level].fields.flatMap((field) => compareField(level, field, before, after));
  const named = before ?? after;
  const which = named ? whichOf(named) : '';
  if (before && after) return elements.length === 0 ? [] : [{ level, which, change: 'changed', elements }];
  const own = elements.filter(({ name }) => name !== city);
  return [{ level, which, change: before ? 'removed' : 'added', elements: own }];
}

/** A group is compared with the first of its members, by which its entries are known. */
function compareField(
  level: Level,
  field: FieldLayout,
  before: Segment | undefined,
  after: Segment | undefined,
): ElementChange[] {
  const { name, group } = field;
  if (ofTheHead.has(name)) return [];
  if (!group) return compareValues(name, valuesOf(field, before), valuesOf(field, after));
  const members = layouts[level].fields.filter((each) => each.group?.list === group.list);
  return members[0] === field
    ? compareEntries(members, entriesOf(group.list, before), entriesOf(group.list, after))
    : [];
}

function compareValues(name: string, before: readonly string[], after: readonly string[]): ElementChange[] {
  const pairs = pair(before, after, [(value) => value]);
  return pairs.flatMap(([old, now]) => (old === now ? [] : [{ name, before: old, after: now }]));
}

function compareEntries(
  members: readonly FieldLayout[],
  before: readonly Values[],
  after: readonly Values[],
): ElementChange[] {
  const memberOf = (entry: Values | undefined, field: FieldLayout | undefined) =>
    entry?.[field?.group?.member ?? ''] as string | undefined;
  const keyOf = (entry: Values) => memberOf(entry, members[0]) ?? '';
  const textOf = (entry: Values) => members.map((member) => memberOf(entry, member) ?? '').join('\t');
  return pair(before, after, [textOf, keyOf]).flatMap(([old, now]) => {
    const of = memberOf(old ?? now, members[0]);
    return members.flatMap((member, index): ElementChange[] => {
      const change = { name: member.name, before: memberOf(old, member), after: memberOf(now, member) };
      if (change.before === change.after) return [];
      return [index === 0 ? change : { ...change, of }];
    });
  });
}

function valuesOf({ name, count }: FieldLayout, segment: Segment | undefined): string[] {
  const value = (segment as Values | undefined)?.[name];
  if (count > 1) return (value as string[] | undefined) ?? [];
  return value === undefined ? [] : [value as string];
}

function entriesOf(list: string, segment: Segment | undefined): readonly Values[] {
  return ((segment as Values | undefined)?.[list] as readonly Values[] | undefined) ?? [];
}

function whichOf(segment: Segment): string {
  const name = identifyingProperty[segment.level];
  return name === undefined ? '' : (((segment as unknown as Values)[name] as string | undefined) ?? '');
}

/** Puts together what is alike by the first of `alike`, of the rest what is by the next, and then what is left in order. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  alike: readonly ((item: T) => string)[],
): [T | undefined, T | undefined][] {
  const pairs: [T | undefined, T | undefined][] = [];
  let olds = [...before];
  let news = [...after];
  for (const keyOf of [...alike, () => '']) {
    const waiting = Map.groupBy(news, keyOf);
    const unpaired: T[] = [];
    for (const old of olds) {
      const now = waiting.get(keyOf(old))?.shift();
      if (now === undefined) unpaired.push(old);
      else pairs.push([old, now]);
    }
    olds = unpaired;
    news = [...waiting.values()].flat();
  }
  const removed = olds.map((old): [T, undefined] => [old, undefined]);
  const added = news.map((now): [undefined, T] => [undefined, now]);
  return [...pairs, ...removed, ...added];
}
