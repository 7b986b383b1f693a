import { compareText } from '../compare.ts';
import type { FoundFinding, Sort } from './found.ts';

/** Where a finding stands in an order: compared part by part, and no two findings at the same place. */
export type Place = readonly (string | number)[];

/** Where a finding stands when findings are sorted so. */
export function placeOf(found: FoundFinding, sort: Sort): Place {
  const { finding, upload, submission, id } = found;
  const rest = [finding.ori, finding.report, finding.record ?? 0, submission, id];
  switch (sort) {
    case 'newest':
      return [-upload.openedAt.getTime(), submission, ...rest];
    case 'report':
      return [finding.report, ...rest];
    case 'code':
      return [finding.code, ...rest];
    case 'severity':
      return [finding.severity, ...rest];
    case 'agency':
      return rest;
  }
}

/** The order of places: negative when the first comes first. */
export function comparePlaces(one: Place, other: Place): number {
  for (const [index, part] of one.entries()) {
    const order = comparePart(part, other[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareText(String(one), String(other));
}

/** Keeps the first of many in an order, and never many more than these. */
export class FirstOf<Item> {
  readonly #limit: number;
  readonly #placeOf: (item: Item) => Place;
  #kept: { place: Place; item: Item }[] = [];

  constructor(limit: number, placeOf: (item: Item) => Place) {
    this.#limit = limit;
    this.#placeOf = placeOf;
  }

  add(item: Item): void {
    this.#kept.push({ place: this.#placeOf(item), item });
    if (this.#kept.length >= 2 * this.#limit + 100) this.#cut();
  }

  /** In order. */
  items(): Item[] {
    this.#cut();
    return this.#kept.map(({ item }) => item);
  }

  #cut(): void {
    this.#kept = this.#kept.sort((one, other) => comparePlaces(one.place, other.place)).slice(0, this.#limit);
  }
}
