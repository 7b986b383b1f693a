import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Filters, Select, TextField } from '../../parts/fields.tsx';
import { MonthSelect } from '../../parts/month-fields.tsx';
import { Empty } from '../../parts/notice.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { isUnderWay, type Submission } from '../../parts/submission-outcome.ts';
import { useList } from '../../parts/use-list.ts';
import { type Query, useQuery } from '../../parts/use-query.ts';
import { may, usePortal } from '../../portal-context.ts';
import { SubmissionTable } from './submission-table.tsx';

const statuses: readonly (readonly [Submission['status'] | '', string])[] = [
  ['', 'All'],
  ['opened', 'Not here yet'],
  ['received', 'Waiting'],
  ['processing', 'Being checked'],
  ['completed', 'Checked'],
  ['refused', 'Refused'],
];

/** All files that were sent, and what became of them. */
export default function Submissions() {
  const { caller } = usePortal();
  const { query, choose, type } = useQuery();
  const { agency, period } = query;
  const status = statuses.find(([value]) => value === query.status)?.[0] || undefined;
  const asked = { agency, period, status };
  return (
    <Page title="Submissions" lead="Every file that was sent, the newest first, and what became of it.">
      {may(caller, 'openSubmission') && (
        <p>
          <a class="usa-button" href="upload">
            Send files
          </a>
        </p>
      )}
      <SubmissionFilters {...{ query, choose, type }} />
      <SubmissionList asked={asked} onClear={() => choose(none)} />
    </Page>
  );
}

const none = { agency: undefined, period: undefined, status: undefined };

function SubmissionFilters({ query: { agency = '', period = '', status = '' }, choose, type }: Query) {
  const { caller } = usePortal();
  const { agencies } = caller;
  return (
    <Filters label="Filter submissions">
      {agencies === null && (
        <TextField
          label="Agency (ORI)"
          type="search"
          value={agency}
          maxLength={9}
          onInput={(ori) => type({ agency: ori.toUpperCase() })}
        />
      )}
      {agencies !== null && agencies.length > 1 && (
        <Select
          label="Agency"
          value={agency}
          options={[['', 'All'], ...agencies.map(({ ori, name }) => [ori, name ?? ori] as const)]}
          onChange={(ori) => choose({ agency: ori })}
        />
      )}
      <MonthSelect
        label="Month of submission"
        none="All"
        value={period}
        onChange={(month) => choose({ period: month })}
      />
      <Select label="Status" value={status} options={statuses} onChange={(value) => choose({ status: value })} />
    </Filters>
  );
}

interface ListProps {
  asked: { agency: string | undefined; period: string | undefined; status: Submission['status'] | undefined };
  onClear(): void;
}

function SubmissionList({ asked, onClear }: ListProps) {
  // Half an ORI is no question yet.
  const isTyping = asked.agency !== undefined && asked.agency.length < 9;
  if (isTyping) return <p>An ORI has nine letters and digits.</p>;
  return <AskedList asked={asked} onClear={onClear} />;
}

function AskedList({ asked, onClear }: ListProps) {
  const list = useList('listSubmissions', { query: asked }, ({ items }) => items.some(isUnderWay));
  if (list.first.data && list.items.length === 0) {
    return <NoSubmissions isFiltered={Object.values(asked).some(Boolean)} onClear={onClear} />;
  }
  return (
    <Shown called={list.first} what="submissions">
      {() => (
        <>
          <SubmissionTable caption="Submissions, the newest first" submissions={list.items} />
          <ShowMore list={list} />
        </>
      )}
    </Shown>
  );
}

function NoSubmissions({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  if (!isFiltered) return <Empty title="Nothing was sent yet" />;
  return (
    <Empty title="No file passes these filters">
      <button type="button" class="usa-button usa-button--outline" onClick={onClear}>
        Show all
      </button>
    </Empty>
  );
}
