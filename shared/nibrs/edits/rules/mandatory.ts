import type { Level, Segment, SegmentOf } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails, type Run } from '../edit.ts';
import { type Element, elementsOf, isFilled } from '../element.ts';
import { checkHeader } from '../header.ts';
import { whatToEnter } from './entry.ts';

interface Mandatory<L extends Level> {
  code: string;
  source: string;
  /** What names the report; all that a delete needs besides the header. */
  keys: readonly string[];
  /** What else must be filled; of a repeated element one occurrence is enough. */
  elements: readonly string[];
  /** What must be filled only beside certain values of other elements; `also` checks it. */
  sometimes?: readonly string[];
  /** Run after the checks of what is always needed, but not for deletes; `hitBlank` reports what is missing. */
  also?(segment: SegmentOf<L>, run: Run): void;
}

const headerNames = ['segmentLength', 'action', 'submissionMonth', 'submissionYear', 'ori'];

/** x01: the elements that a level may not leave blank, and a header that says something legal. */
export function mandatory<L extends Level>(
  level: L,
  { code, source, keys, elements, sometimes = [], also }: Mandatory<L>,
): CheckedEdit {
  const of = elementsOf(level);
  const onDelete = [...headerNames, ...keys].map(of);
  const always = [...onDelete, ...elements.map(of)];
  return error<Level>(level, {
    code,
    scope: also === undefined ? 'element' : 'segment',
    elements: [...new Set([...always, ...sometimes.map(of)].map(({ number }) => number))],
    message: '{element} is blank; the {segment} segment cannot go without it.',
    hint: 'Fill it in.',
    source,
    deletes: 'also',
    check(segment, run) {
      const isDelete = segment.action === 'D';
      checkHeader(segment, run);
      for (const element of isDelete ? onDelete : always) {
        if (!isFilled(element, segment)) hitBlank(run, segment, element);
      }
      if (!isDelete) also?.(segment as SegmentOf<L>, run);
    },
  });
}

/** Reports an element that should be filled, with what may be entered; `words` in place of the edit's own. */
export function hitBlank(run: Run, segment: Segment, element: Element, words: HitDetails = {}): void {
  const hint = whatToEnter(element, run.context.period);
  run.hit(segment, element.name, hint === undefined ? words : { hint, ...words });
}
