/** So many are waited for at a time. */
const together = 25;

/** What becomes of each item, in their order; a bounded number of them is worked on at a time. */
export async function mapInOrder<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += together) {
    results.push(...(await Promise.all(items.slice(start, start + together).map(map))));
  }
  return results;
}
