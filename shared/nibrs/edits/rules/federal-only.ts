import { offenses } from '../../codes/index.ts';
import type { Level } from '../../model/index.ts';
import { isFederalOrTribal } from '../agency.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { hitWrong } from './hit-wrong.ts';

/** x50: some offense codes are for federal and tribal agencies, which no record can show; the context knows them. */
export function federalOnly(level: Level, code: string, name: string, source: string): CheckedEdit {
  const element = elementsOf(level)(name);
  return error(level, {
    code,
    scope: 'element',
    elements: [element.number],
    message: '{element} is {value}, which only federal and tribal agencies may report.',
    hint: 'Choose the offense code that your agency may use for it.',
    source,
    check(segment, run) {
      if (isFederalOrTribal(run.context.agencies, segment.ori)) return;
      hitWrong(run, segment, element, (value) => offenses.get(value)?.federal !== true);
    },
  });
}
