import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { RateChart } from '../../parts/charts/rate-chart.tsx';
import { CommonCodes } from '../../parts/common-codes.tsx';
import { Filters, Select } from '../../parts/fields.tsx';
import { MonthRange } from '../../parts/month-fields.tsx';
import { rangeIn } from '../../parts/month-range.ts';
import { Empty } from '../../parts/notice.tsx';
import { saveCsv } from '../../parts/save-file.ts';
import { type Query, useQuery } from '../../parts/use-query.ts';
import { monthName } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import { AgencyRates } from './agency-rates.tsx';
import { agencyRows, codeRows } from './csv-rows.ts';

const severities = [
  ['', 'Errors and warnings'],
  ['error', 'Errors'],
  ['warning', 'Warnings'],
] as const;

/** Error rates of agencies, and the most common errors and warnings: to read, to print, to take along. */
export default function Quality() {
  const { caller } = usePortal();
  const { query, choose } = useQuery();
  const { from, to } = rangeIn(query, new Date());
  const called = useCall('readQuality', { query: { from, to, agency: query.agency } });
  const whose = caller.agencies ? 'your agencies' : 'all agencies';
  return (
    <Page title="Quality" lead={`Error rates and the most common errors, ${monthName(from)} to ${monthName(to)}.`}>
      <Filters label="Filter the report">
        <MonthRange {...{ from, to, choose }} />
        <Select
          label="Found"
          value={query.severity ?? ''}
          options={severities}
          onChange={(severity) => choose({ severity })}
        />
        <button type="button" class="usa-button usa-button--outline" onClick={() => print()}>
          Print
        </button>
      </Filters>
      <Shown called={called} what="error rates">
        {(quality) => <Report {...{ quality, whose, query, choose, from, to }} />}
      </Shown>
    </Page>
  );
}

interface ReportProps extends Pick<Query, 'query' | 'choose'> {
  quality: Reply<'readQuality'>;
  whose: string;
  from: string;
  to: string;
}

function Report({ quality: { periods, agencies, codes }, whose, query, choose, from, to }: ReportProps) {
  const shownCodes = codes.filter(({ severity }) => !query.severity || severity === query.severity);
  if (periods.every(({ submitted }) => submitted === 0)) {
    return (
      <Empty title="No report was submitted in these months">
        <p>Choose other months above.</p>
      </Empty>
    );
  }
  const fileName = (what: string) => `${what}-${from}-${to}.csv`;
  return (
    <>
      <h2>Error rate of {whose}</h2>
      <RateChart of={whose} months={periods} />

      <div class="section-head">
        <h2>By agency</h2>
        <button
          type="button"
          class="usa-button usa-button--outline"
          onClick={() => saveCsv(fileName('error-rates'), agencyRows(agencies))}
        >
          Download error rates (CSV)
        </button>
      </div>
      <AgencyRates agencies={agencies} sorted={query.sort} onSort={(sort) => choose({ sort })} />

      <div class="section-head">
        <h2>Most common errors and warnings</h2>
        <button
          type="button"
          class="usa-button usa-button--outline"
          onClick={() => saveCsv(fileName('common-errors'), codeRows(shownCodes))}
        >
          Download common errors (CSV)
        </button>
      </div>
      <p>A number leads to its findings of {monthName(to)}.</p>
      <CommonCodes
        codes={shownCodes}
        withAgencies={agencies.length > 1}
        hrefOf={(code) => `findings?period=${to}&code=${code}`}
      />
    </>
  );
}
