import { useRoute } from 'preact-iso';
import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { RateChart } from '../../parts/charts/rate-chart.tsx';
import { CommonCodes } from '../../parts/common-codes.tsx';
import type { Month } from '../../parts/month-words.ts';
import { Empty, Notice } from '../../parts/notice.tsx';
import { agencyName, monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';
import { AgencyFacts } from './agency-facts.tsx';
import { Certification } from './certification.tsx';
import { MonthStrip } from './month-strip.tsx';

/** An agency: what is to do, how it has done, and what is known of it. */
export default function Agency() {
  const { ori = '' } = useRoute().params;
  const called = useCall('readAgency', { params: { ori } });
  const name = called.data?.facts?.name;
  return (
    <Page title={agencyName({ ori, name })} lead={name && <span class="ori">{ori}</span>}>
      <Shown called={called} what="the agency">
        {(agency) => <Sections ori={ori} agency={agency} />}
      </Shown>
    </Page>
  );
}

function Sections({
  ori,
  agency: { facts, months, certification, codes },
}: {
  ori: string;
  agency: Reply<'readAgency'>;
}) {
  const reported = months.filter(({ submitted }) => submitted > 0);
  const last = reported.at(-1)?.period;
  return (
    <>
      {!facts && (
        <Notice kind="warning">
          This agency is not in the state’s list, so nobody knows whether it has to report. The state program takes it
          up on the <a href="agencies">page of agencies</a>.
        </Notice>
      )}
      <ToDo ori={ori} months={months} />
      <h2>Months</h2>
      <MonthStrip ori={ori} months={months} />

      <h2>Error rate</h2>
      <Certification certification={certification} />
      {reported.length > 0 ? (
        <RateChart of={agencyName({ ori, name: facts?.name })} months={months} />
      ) : (
        <Empty title="Nothing was submitted in these two years" />
      )}

      <h2>Most common errors and warnings</h2>
      {last && codes.length > 0 && <p>Of the last two years. A number leads to its findings of {monthName(last)}.</p>}
      <CommonCodes codes={codes} hrefOf={(code) => `findings?agency=${ori}&period=${last ?? ''}&code=${code}`} />

      {facts && <AgencyFacts facts={facts} />}
    </>
  );
}

/** Months that hold reports which are not on file, and those that are late. */
function ToDo({ ori, months }: { ori: string; months: readonly Month[] }) {
  const open = months.filter((month) => month.open > 0);
  const late = months.filter((month) => month.status === 'nothing' && month.daysLate > 0);
  if (open.length + late.length === 0)
    return <Notice kind="success">Nothing is missing and nothing is to correct.</Notice>;
  const reports = open.reduce((sum, month) => sum + month.open, 0);
  return (
    <Notice kind="warning" title="What to do next">
      <ul class="usa-list">
        {open.length > 0 && (
          <li>
            {reports === 1 ? '1 report is' : `${count(reports)} reports are`} not on file until corrected and sent
            again:{' '}
            {open.map(({ period, open: count }, at) => (
              <span key={period}>
                {at > 0 && ', '}
                <a href={`findings?agency=${ori}&period=${period}&severity=error&status=open`}>
                  {count} of {monthName(period)}
                </a>
              </span>
            ))}
            .
          </li>
        )}
        {late.length > 0 && <li>Nothing was reported for {late.map(({ period }) => monthName(period)).join(', ')}.</li>}
      </ul>
    </Notice>
  );
}
