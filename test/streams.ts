/** A stream of these texts, each one chunk, one byte a character. */
export async function* streamOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Everything that an asynchronous source of lists gives, as one list. */
export async function collect<T>(source: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of source) all.push(...batch);
  return all;
}
