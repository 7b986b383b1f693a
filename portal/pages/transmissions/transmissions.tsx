import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Filters } from '../../parts/fields.tsx';
import { MonthSelect } from '../../parts/month-fields.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { TransmissionTable } from '../../parts/transmission-table.tsx';
import { isUnderWay } from '../../parts/transmission-words.ts';
import { useQuery } from '../../parts/use-query.ts';
import { monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';
import { AsOf } from './as-of.tsx';
import { Next } from './next.tsx';

/** The files for the FBI: what is next, and what there was. */
export default function Transmissions() {
  const { query, choose } = useQuery();
  const listed = useCall('listTransmissions', { query: { period: query.period } }, ({ transmissions }) =>
    transmissions.some(isUnderWay),
  );
  return (
    <Page title="Transmissions" lead="The files for the FBI: what goes next, and what became of those before.">
      <Next {...{ query, choose }} onStarted={listed.refresh} />
      <h2>Files</h2>
      <Filters label="Filter transmissions">
        <MonthSelect
          label="Month of the files"
          value={query.period ?? ''}
          none="This year and the last"
          onChange={(period) => choose({ period })}
        />
      </Filters>
      <Shown called={listed} what="transmissions">
        {({ transmissions }) => {
          const held = transmissions.findLast(({ stage }) => stage === 'held');
          return (
            <>
              {held && (
                <Notice kind="warning">
                  <a href={`transmissions/${held.file}`}>{held.file}</a> is held, and keeps all files after it back.
                </Notice>
              )}
              {transmissions.length > 0 ? (
                <TransmissionTable transmissions={transmissions} />
              ) : (
                <Empty
                  title={query.period ? `Nothing was built for ${monthName(query.period)}` : 'Nothing was built yet'}
                >
                  <p>Above stands what a transmission would say now.</p>
                </Empty>
              )}
            </>
          );
        }}
      </Shown>
      <AsOf />
    </Page>
  );
}
