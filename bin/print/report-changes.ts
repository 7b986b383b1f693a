import { elementWords, segmentName, segmentPlace } from '../../shared/history/change-words.ts';
import type { ElementChange, SegmentChange } from '../../shared/history/compare-reports.ts';
import { spell } from '../../shared/nibrs/edits/index.ts';
import { wrap } from './wrap.ts';

/** What changed in a report, an element a line under its segment; of a report that is new, its segments alone. */
export function changeLines(changes: readonly SegmentChange[], width: number, isNew: boolean): string[] {
  if (changes.length === 0) return ['no element of the FBI is different'];
  if (isNew && changes.every(({ change }) => change === 'added')) return newLines(changes, width);
  return changes.flatMap((change) => [
    change.change === 'changed' ? segmentPlace(change) : `${segmentPlace(change)}, ${change.change}`,
    ...change.elements.flatMap((element) => elementLines(change, element, width)),
  ]);
}

function newLines(changes: readonly SegmentChange[], width: number): string[] {
  const [first = '', ...more] = wrap(changes.map(segmentPlace).join(', '), width - 2);
  return [first, ...more.map((line) => `  ${line}`)];
}

/** `27  Sex of victim: M (male) → F (female)`. What goes on below stands under the label. */
function elementLines({ level, change }: SegmentChange, element: ElementChange, width: number): string[] {
  const { number, label, of } = elementWords(level, element);
  const name = of === undefined ? label : `${label}, of ${of}`;
  const [before, after] = [element.before, element.after].map((value) => spell(number, value));
  const said = change === 'changed' ? `${before} → ${after}` : change === 'added' ? after : before;
  const [first = '', ...more] = wrap(`${name}: ${said}`, width - indent);
  return [`  ${number.padEnd(indent - 2)}${first}`, ...more.map((line) => ' '.repeat(indent) + line)];
}

/** Two blanks, the longest number of an element and two blanks. */
const indent = 2 + '3-report'.length + 2;

/** A change as programs get it: the FBI's number and the name of each element, and values as they are reported. */
export function spokenChange({ level, which, change, elements }: SegmentChange) {
  return {
    segment: segmentName(level),
    level,
    which: which || null,
    change,
    elements: elements.map((element) => {
      const { number, label } = elementWords(level, element);
      return {
        element: number,
        label,
        of: element.of ?? null,
        before: element.before ?? null,
        after: element.after ?? null,
      };
    }),
  };
}
