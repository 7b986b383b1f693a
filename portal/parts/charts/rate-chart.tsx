import { count } from '../../../shared/count-words.ts';
import { Table } from '../table.tsx';
import { monthName, percent } from '../words.ts';
import { LazyChart } from './lazy-chart.tsx';

export interface MonthOfRates {
  period: string;
  submitted: number;
  rejected: number;
  errorRate: number | null;
}

/** What the FBI certifies: this rate or less, three months one after the other. */
export const federalLimit = 0.04;

/** Error rates over time, drawn and as a table. */
export function RateChart({ of, months }: { of: string; months: readonly MonthOfRates[] }) {
  return (
    <>
      <LazyChart
        label={`Error rate of ${of} by month; the table below has the figures.`}
        periods={months.map(({ period }) => period)}
        series={[
          { name: 'Error rate', values: months.map(({ errorRate }) => errorRate), tone: 'good', as: 'line' },
          { name: 'At most 4% for certification', values: months.map(() => federalLimit), tone: 'limit', as: 'line' },
        ]}
        words={percent}
        top={0.08}
      />
      <details class="more">
        <summary>Error rates as a table</summary>
        <Table caption={`Error rate of ${of} by month`}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" class="number">
                Submitted
              </th>
              <th scope="col" class="number">
                Rejected
              </th>
              <th scope="col" class="number">
                Error rate
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ period, submitted, rejected, errorRate }) => (
              <tr key={period}>
                <th scope="row">{monthName(period)}</th>
                <td class="number">{count(submitted)}</td>
                <td class="number">{count(rejected)}</td>
                <td class="number">{percent(errorRate)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  );
}
