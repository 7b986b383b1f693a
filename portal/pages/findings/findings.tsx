import { useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Empty } from '../../parts/notice.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { type List, useList } from '../../parts/use-list.ts';
import { useQuery } from '../../parts/use-query.ts';
import { monthName } from '../../parts/words.ts';
import { Downloads } from './downloads.tsx';
import { Facets } from './facets.tsx';
import { filterIn, narrowings } from './filter.ts';
import { FindingFilters, Narrowings } from './filters.tsx';
import { FindingGroup } from './group.tsx';
import { groupsOf, idOf } from './groups.ts';
import { type Settled, SettledContext } from './settled.ts';

/** What is wrong in which report, and what to do about it. */
export default function Findings() {
  const { query } = useQuery();
  const filter = filterIn(query, new Date());
  const list = useList('listFindings', { query: filter });
  const [settled, setSettled] = useState<Settled>(new Map());
  const fileName = list.items.find(({ submission }) => submission === filter.submission)?.fileName;
  const of = [filter.submission && (fileName ?? 'one file'), filter.period && monthName(filter.period)];

  return (
    <Page title="Findings" lead={`What is wrong in ${of.filter(Boolean).join(', ')}, and what to do about it.`}>
      <SettledContext.Provider
        value={{
          settled,
          tell: (finding, settlement) => setSettled((before) => new Map(before).set(idOf(finding), settlement)),
        }}
      >
        <FindingFilters filter={filter} fileName={fileName} />
        <Shown called={list.first} what="findings">
          {({ totals }) => <FoundFindings filter={filter} totals={totals} list={list} />}
        </Shown>
      </SettledContext.Provider>
    </Page>
  );
}

type Totals = Reply<'listFindings'>['totals'];

interface FoundProps {
  filter: ReturnType<typeof filterIn>;
  totals: Totals;
  list: List<'listFindings'>;
}

function FoundFindings({ filter, totals, list }: FoundProps) {
  const all = totals.errors + totals.warnings;
  return (
    <>
      <Narrowings filter={filter} />
      {all === 0 ? (
        <NothingFound isNarrowed={narrowings(filter).length > 0} />
      ) : (
        <>
          <Summary totals={totals} />
          <Downloads filter={filter} />
          <Facets totals={totals} filter={filter} />
          <p role="status" class="found-count">
            {list.items.length === all
              ? `All ${counted(all, 'finding')}`
              : `${list.items.length.toLocaleString('en-US')} of ${counted(all, 'finding')}`}
          </p>
          {groupsOf(list.items, filter.sort).map((group) => (
            <FindingGroup key={`${group.key} ${group.first.id}`} group={group} isByCode={filter.sort === 'code'} />
          ))}
          <ShowMore list={list} />
        </>
      )}
    </>
  );
}

/** What it comes to, and what is to be done. */
function Summary({ totals: { errors, warnings, reports } }: { totals: Totals }) {
  const found = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')];
  return (
    <div class="findings-summary">
      <p class="findings-summary__found">
        {found.filter(Boolean).join(' and ')} in {counted(reports, 'report')}
      </p>
      <p>
        {errors > 0 &&
          'A report with an error is not filed: correct it in your records system and send it again, in any file. '}
        {warnings > 0 &&
          'A report with warnings alone is filed: look at each one, and correct it or say that it is right as it is.'}
      </p>
    </div>
  );
}

function NothingFound({ isNarrowed }: { isNarrowed: boolean }) {
  const { addressWith } = useQuery();
  if (!isNarrowed) {
    return (
      <Empty title="Nothing was found">
        <p>Every report that has come is as it should be, or none has come yet.</p>
        <p>
          <a href="submissions">See what has come</a>
        </p>
      </Empty>
    );
  }
  const all = { severity: '', status: '', code: '', agency: '', report: '', source: '', uploadedBy: '' };
  return (
    <Empty title="No finding is like that">
      <p>
        <a href={addressWith(all)}>Show all findings</a>
      </p>
    </Empty>
  );
}
