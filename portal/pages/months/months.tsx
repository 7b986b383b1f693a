import { useMemo, useState } from 'preact/hooks';
import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Filters, Select, TextField } from '../../parts/fields.tsx';
import { MonthRange } from '../../parts/month-fields.tsx';
import { rangeIn } from '../../parts/month-range.ts';
import { Empty } from '../../parts/notice.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { type Query, useQuery } from '../../parts/use-query.ts';
import { agencyCount, lastMonth } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import type { Chosen } from './chosen.ts';
import { Completeness } from './completeness.tsx';
import { filterAgencies, showIn, shows } from './filter-agencies.ts';
import { Legend } from './legend.tsx';
import { Matrix } from './matrix.tsx';
import { MonthCards } from './month-cards.tsx';
import { MonthDialog } from './month-dialog.tsx';

/** How far each agency's months are. */
export default function Months() {
  const { caller } = usePortal();
  const { query, choose, type } = useQuery();
  const { from, to } = rangeIn(query, new Date());
  const months = useCall('listMonths', { query: { from, to } });
  const seesAll = may(caller, 'readCompleteness');

  return (
    <Page
      title="Months"
      lead={
        seesAll
          ? 'How far each agency’s months are, and what is missing.'
          : 'How far your months are, and what is still to do.'
      }
    >
      {seesAll && (
        <Completeness period={query.month ?? lastMonth(new Date())} onChoose={(month) => choose({ month })} />
      )}
      {seesAll && <h2>Agencies by month</h2>}
      <MonthFilters {...{ from, to, query, choose, type }} />
      <Shown called={months} what="months">
        {(reply) => <Agencies {...{ reply, query, choose }} />}
      </Shown>
      <Legend />
    </Page>
  );
}

function MonthFilters({ from, to, query, choose, type }: Query & { from: string; to: string }) {
  const { caller } = usePortal();
  return (
    <Filters label="Filter months">
      {caller.agencies?.length !== 1 && (
        <>
          <Select
            label="Show"
            value={showIn(query.show)}
            options={Object.entries(shows)}
            onChange={(show) => choose({ show: show === 'all' ? undefined : show })}
          />
          <TextField label="Name or ORI" type="search" value={query.find ?? ''} onInput={(find) => type({ find })} />
        </>
      )}
      <MonthRange {...{ from, to, choose }} />
    </Filters>
  );
}

interface AgenciesProps extends Pick<Query, 'query' | 'choose'> {
  reply: Reply<'listMonths'>;
}

function Agencies({ reply: { periods, agencies }, query, choose }: AgenciesProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const isNarrow = useMedia('(max-width: 40em)');
  const { show, find = '' } = query;
  const shown = useMemo(() => filterAgencies(agencies, showIn(show), find), [agencies, show, find]);

  if (agencies.length === 0) {
    return (
      <Empty title="There is no agency yet">
        <p>The state program takes up the list of its agencies on the page of agencies.</p>
      </Empty>
    );
  }
  return (
    <>
      <p role="status">
        {count(shown.length)} of {agencyCount(agencies.length)}
      </p>
      {shown.length === 0 && (
        <Empty title="No agency is like that">
          <button
            type="button"
            class="usa-button usa-button--outline"
            onClick={() => choose({ show: undefined, find: undefined })}
          >
            Show all agencies
          </button>
        </Empty>
      )}
      {shown.length > 0 &&
        (isNarrow ? (
          <MonthCards
            agencies={shown}
            ori={query.agency}
            onAgency={(agency) => choose({ agency })}
            onMonth={setChosen}
          />
        ) : (
          <Matrix periods={periods} agencies={shown} onMonth={setChosen} />
        ))}
      {chosen && <MonthDialog chosen={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
