import { csvRow } from '../csv-row.ts';
import type { StateElement, StateProfile } from '../state/declaration.ts';
import { placesIn } from './places.ts';
import { type Sample, sampleNumber } from './sample.ts';

/**
 * The supplement as a CSV of a header and one line, for agencies whose systems cannot send state segments; undefined
 * where the profile takes no element so. A repeated element has a column a place: `TX-20.1`, `TX-20.2`.
 */
export function supplementTemplate(profile: StateProfile, good: readonly Sample[]): string | undefined {
  const elements = profile.elements.filter(({ carriers }) => carriers.supplement === true);
  if (elements.length === 0) return undefined;
  const columns = elements.flatMap((element) => columnsOf(profile, element));
  return [csvRow(['ori', 'report', 'sequence', ...columns]), csvRow(exampleLine(profile, elements, good))]
    .map((row) => `${row}\r\n`)
    .join('');
}

function columnsOf(profile: StateProfile, element: StateElement): string[] {
  const places = placesIn(profile, element);
  return places === 1 ? [element.id] : Array.from({ length: places }, (_, index) => `${element.id}.${index + 1}`);
}

/** Of the first sample that has one of the elements: what it says of the one described first. */
function exampleLine(profile: StateProfile, elements: readonly StateElement[], good: readonly Sample[]): string[] {
  const ids = new Set(elements.map(({ id }) => id));
  const index = good.findIndex(({ values }) => values.some(({ element }) => ids.has(element)));
  const { report, values = [] } = good[index] ?? {};
  const sequence = values.find(({ element }) => ids.has(element))?.sequence;
  const cells = elements.flatMap((element) =>
    columnsOf(profile, element).map((_, place) => {
      const found = values.find(
        (value) => value.element === element.id && value.sequence === sequence && (value.occurrence ?? 1) === place + 1,
      );
      return found?.value ?? '';
    }),
  );
  return [report?.ori ?? '', sampleNumber('GOOD', index), sequence ?? '', ...cells];
}
