import { Select } from './fields.tsx';
import { beginningsOf, monthsUntil } from './month-range.ts';
import type { Query } from './use-query.ts';
import { monthName } from './words.ts';

interface MonthSelectProps {
  label: string;
  hint?: string;
  value: string;
  /** What it is called to choose none; one has to be chosen where this is not given. */
  none?: string;
  /** The months to choose from; those of the last years where not given. */
  months?: readonly string[];
  onChange(period: string): void;
}

/** One month. A list, for not every browser has a field for months. */
export function MonthSelect({ none, months = monthsUntil(new Date()), value, ...field }: MonthSelectProps) {
  const listed = value === '' || months.includes(value) ? months : [value, ...months];
  const options = listed.map((period) => [period, monthName(period)] as const);
  return <Select {...field} value={value} options={none === undefined ? options : [['', none], ...options]} />;
}

/** From which month to which; in the address, as `rangeIn` reads it. */
export function MonthRange({ from, to, choose }: { from: string; to: string } & Pick<Query, 'choose'>) {
  return (
    <>
      <MonthSelect label="From" value={from} months={beginningsOf(to)} onChange={(month) => choose({ from: month })} />
      <MonthSelect label="To" value={to} onChange={(month) => choose({ to: month })} />
    </>
  );
}
