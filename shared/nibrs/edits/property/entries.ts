import { propertyLosses } from '../../codes/index.ts';
import type { Property, PropertySegment } from '../../model/index.ts';
import type { EditContext, HitDetails, Run } from '../edit.ts';

/** True when the type of loss is one under which something must be described. An illegal one may be meant for any. */
export function describesProperty(segment: PropertySegment): boolean {
  return !describesNothing(segment) && propertyLosses.has(segment.typePropertyLoss ?? '');
}

/** True when nothing, or nothing known, was lost: whatever is entered then is too much, which 352 says. */
export function describesNothing({ typePropertyLoss: type }: PropertySegment): boolean {
  return type === '1' || type === '8';
}

/** Hits `element` of every entry (elements 15 to 17) for which `fault` has words. */
export function hitEntries(
  run: Run,
  segment: PropertySegment,
  element: string,
  fault: (entry: Property, context: EditContext) => HitDetails | undefined,
): void {
  if (describesNothing(segment)) return;
  let occurrence = 0;
  for (const entry of segment.properties) {
    const words = fault(entry, run.context);
    if (words !== undefined) run.hit(segment, element, { occurrence, ...words });
    occurrence += 1;
  }
}
