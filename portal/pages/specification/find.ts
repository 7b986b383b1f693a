/** What has all the words that are looked for, in whatever order and case; everything where nothing is looked for. */
export function finding<T>(items: readonly T[], find: string, textOf: (item: T) => string): readonly T[] {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const text = textOf(item).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
