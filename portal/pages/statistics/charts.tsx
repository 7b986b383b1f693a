import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Shown } from '../../frame/shown.tsx';
import { LazyChart } from '../../parts/charts/lazy-chart.tsx';
import { RateChart } from '../../parts/charts/rate-chart.tsx';
import { CommonCodes } from '../../parts/common-codes.tsx';
import { Filters } from '../../parts/fields.tsx';
import { MonthRange } from '../../parts/month-fields.tsx';
import { rangeIn } from '../../parts/month-range.ts';
import { Empty } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { useQuery } from '../../parts/use-query.ts';
import { monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';

type MonthOfReports = Reply<'readQuality'>['periods'][number];

/** So many of the most common errors say what to work on. */
const mostCommon = 10;

/** Reports by month and what became of them, error rates, and the most common errors; each as figures as well. */
export function Charts() {
  const { query, choose } = useQuery();
  const { from, to } = rangeIn(query, new Date());
  const called = useCall('readQuality', { query: { from, to } });
  return (
    <section aria-labelledby="reporting">
      <h2 id="reporting">How reporting goes</h2>
      <Filters label="Months of the charts">
        <MonthRange {...{ from, to, choose }} />
      </Filters>
      <Shown called={called} what="figures">
        {({ periods, codes }) =>
          periods.every(({ submitted }) => submitted === 0) ? (
            <Empty title="No report was submitted in these months" />
          ) : (
            <>
              <h3>Reports by month</h3>
              <Reports months={periods} />
              <h3>Error rate</h3>
              <RateChart of="all agencies" months={periods} />
              <h3>Most common errors and warnings</h3>
              <CommonCodes
                codes={codes.slice(0, mostCommon)}
                withAgencies
                hrefOf={(code) => `findings?period=${to}&code=${code}`}
              />
              <p>
                <a href={`quality?from=${from}&to=${to}`}>All of them, and by agency</a>
              </p>
            </>
          )
        }
      </Shown>
    </section>
  );
}

function Reports({ months }: { months: readonly MonthOfReports[] }) {
  return (
    <>
      <LazyChart
        label="Reports by month, accepted and rejected; the table below has the figures."
        periods={months.map(({ period }) => period)}
        series={[
          { name: 'Accepted', values: months.map(({ submitted }) => submitted), tone: 'good', as: 'bars' },
          { name: 'Rejected', values: months.map(({ rejected }) => rejected), tone: 'bad', as: 'bars' },
        ]}
        words={count}
      />
      <details class="more">
        <summary>Reports by month as a table</summary>
        <Table caption="Reports by month, and what became of them">
          <thead>
            <tr>
              <th scope="col">Month</th>
              {['Submitted', 'Accepted', 'Rejected', 'Warnings'].map((title) => (
                <th scope="col" class="number" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ period, submitted, rejected, warnings }) => (
              <tr key={period}>
                <th scope="row">{monthName(period)}</th>
                {[submitted, submitted - rejected, rejected, warnings].map((value, at) => (
                  <td class="number" key={at}>
                    {count(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  );
}
