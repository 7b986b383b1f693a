/** A count with thousands separated, as people read it. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count with its noun: `1 report`, `2 reports`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
