import { layouts } from '../flatfile/layouts/index.ts';
import type { Level } from '../model/index.ts';
import type { FederalFinding } from './finding.ts';

/** What a person calls an element; its number where the level has no such element. */
export function elementName({ level, element }: Pick<FederalFinding, 'level' | 'element'>): string {
  const own = Object.hasOwn(layouts, level) ? [layouts[level as Level]] : [];
  for (const { fields } of [...own, ...Object.values(layouts)]) {
    const found = fields.find((field) => field.element === element);
    if (found) return found.label;
  }
  return element;
}
