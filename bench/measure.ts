/** One figure of a benchmark: how many units a second, median of the rounds. */
export interface Figure {
  name: string;
  unit: string;
  perSecond: number;
}

/** Does `work` once to warm up and then `rounds` times; it says how many units it did. */
export async function measure(
  name: string,
  unit: string,
  rounds: number,
  work: () => number | Promise<number>,
): Promise<Figure> {
  await work();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const units = await work();
    rates.push((units * 1000) / (performance.now() - started));
  }
  rates.sort((a, b) => a - b);
  return { name, unit, perSecond: rates[Math.floor(rates.length / 2)] ?? 0 };
}

/** Prints figures as a table, each with its ratio to the first one, the baseline of the same run. */
export function report(title: string, figures: readonly Figure[]): void {
  const baseline = figures[0]?.perSecond ?? 1;
  console.log(`\n${title}`);
  for (const { name, unit, perSecond } of figures) {
    const rate = Math.round(perSecond).toLocaleString('en-US').padStart(12);
    console.log(`  ${name.padEnd(44)}${rate} ${unit}/s  ×${(perSecond / baseline).toPrecision(2)}`);
  }
}
