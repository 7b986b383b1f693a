import { readableColumns } from '../../flatfile/columns.ts';
import { layouts } from '../../flatfile/layouts/index.ts';
import type { Level, Segment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run } from '../edit.ts';

/**
 * 178, 284, 584: the length of a segment that has a short and a long form. That an agency which once used the long form
 * keeps to it takes its history; only the form is checked here.
 */
export function length(level: Level, code: string, source: string): CheckedEdit {
  return error(level, {
    code,
    scope: 'segment',
    elements: ['Length'],
    ...illegalLength(level),
    source,
    deletes: 'also',
    check: checkLength,
  });
}

/** The stated length must be one of the level's, and nothing may stand in the line behind it. A blank one is left to others. */
export function checkLength(segment: Segment, run: Run): void {
  const { level, segmentLength } = segment;
  if (segmentLength === undefined) return;
  const layout = layouts[level];
  if (!layout.lengths.some(({ stated }) => stated === segmentLength)) {
    run.hit(segment, 'segmentLength', illegalLength(level));
  } else if (run.text.trimEnd().length > readableColumns(layout, run.text)) {
    run.hit(segment, 'segmentLength', overlongLine);
  }
}

function illegalLength(level: Level): { message: string; hint: string } {
  const legal = [...new Set(layouts[level].lengths.map(({ stated }) => stated))].join(' or ');
  return {
    message: `{element} is {value}; that of the {segment} segment is ${legal}.`,
    hint: `State ${legal} in positions 1 to 4 and fill the record up to that length.`,
  };
}

const overlongLine = {
  message: '{element} is {value}, but the record goes on behind it.',
  hint: 'State the length that the record really has, or remove what stands behind its end.',
};
