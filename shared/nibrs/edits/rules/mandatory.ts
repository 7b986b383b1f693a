import type { Level } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { elementsOf, isFilled } from '../element.ts';
import { checkHeader } from '../header.ts';
import { whatToEnter } from './entry.ts';

interface Mandatory {
  code: string;
  source: string;
  /** What names the report; all that a delete needs besides the header. */
  keys: readonly string[];
  /** What else must be filled; of a repeated element one occurrence is enough. */
  elements: readonly string[];
}

const headerNames = ['segmentLength', 'action', 'submissionMonth', 'submissionYear', 'ori'];

/** x01: the elements that a level may not leave blank, and a header that says something legal. */
export function mandatory(level: Level, { code, source, keys, elements }: Mandatory): CheckedEdit {
  const of = elementsOf(level);
  const onDelete = [...headerNames, ...keys].map(of);
  const always = [...onDelete, ...elements.map(of)];
  return error(level, {
    code,
    scope: 'element',
    elements: [...new Set(always.map(({ number }) => number))],
    message: '{element} is blank; the {segment} segment cannot go without it.',
    hint: 'Fill it in.',
    source,
    deletes: 'also',
    check(segment, run) {
      checkHeader(segment, run);
      for (const element of segment.action === 'D' ? onDelete : always) {
        if (isFilled(element, segment)) continue;
        const hint = whatToEnter(element, run.context.period);
        run.hit(segment, element.name, hint === undefined ? {} : { hint });
      }
    },
  });
}
