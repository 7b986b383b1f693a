/** One row of figures that a chart draws. */
export interface Series {
  name: string;
  /** For each month; `null` where there is none. */
  values: readonly (number | null)[];
  /** What it looks like. */
  tone: 'good' | 'bad' | 'limit';
  as: 'bars' | 'line';
}

export interface ChartProps {
  /** What it shows: the table beside it says the same in figures. */
  label: string;
  periods: readonly string[];
  series: readonly Series[];
  /** How a figure is written on the axis. */
  words(value: number): string;
  /** The axis goes up to this at least. */
  top?: number;
}
