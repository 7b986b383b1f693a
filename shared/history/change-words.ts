import { spell } from '../nibrs/edits/message.ts';
import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import { elementOf } from '../nibrs/flatfile/locate.ts';
import type { Level } from '../nibrs/model/index.ts';
import type { ElementChange, SegmentChange } from './compare-reports.ts';

/** What a person calls a segment; '' for a level that there is not. */
export function segmentName(level: string): string {
  return Object.hasOwn(layouts, level) ? layouts[level as Level].name : '';
}

/** Which segment of a report: `victim 001`, `offense 13A (aggravated assault)`. */
export function segmentPlace({ level, which }: Pick<SegmentChange, 'level' | 'which'>): string {
  if (level === '2') return `offense ${spell('6', which)}`;
  if (level === '3') return `property ${spell('14', which)}`;
  return which ? `${segmentName(level)} ${which}` : segmentName(level);
}

/** An element by the FBI's number, with what tells its entry from the others of the group. */
export function elementWords(
  level: Level,
  { name, of }: Pick<ElementChange, 'name' | 'of'>,
): { number: string; label: string; of: string | undefined } {
  const { element: number, label, group } = elementOf(level, name);
  const key = group && layouts[level].fields.find((field) => field.group?.list === group.list);
  return { number, label, of: of === undefined || !key ? of : spell(key.element, of) };
}
