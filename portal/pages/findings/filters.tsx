import type { ComponentChildren } from 'preact';
import { Filters, Select, TextField } from '../../parts/fields.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { useQuery } from '../../parts/use-query.ts';
import { agencyName, lastMonth, monthAfter, monthName } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';
import { type filterIn, narrowings, severities, sorts, sources, statuses } from './filter.ts';

type Filter = ReturnType<typeof filterIn>;

/** How far back months are offered. */
const months = 36;

interface Props {
  filter: Filter;
  /** Of the file, where they are of one. */
  fileName: string | undefined;
}

/** Which findings are shown, and in which order. */
export function FindingFilters({ filter, fileName }: Props) {
  const { choose } = useQuery();
  const { severity = '', status = '', source = '', sort = 'newest', report = '', uploadedBy = '' } = filter;
  return (
    <>
      {filter.submission && (
        <p class="of-file">
          Only of the file <a href={`submissions/${filter.submission}`}>{fileName ?? 'that you came from'}</a>.{' '}
          <a href="findings">Show a whole month</a>
        </p>
      )}
      <Folded>
        <Filters label="Filter findings">
          {!filter.submission && (
            <Select
              label="Month"
              value={filter.period ?? ''}
              options={monthOptions(filter.period)}
              onChange={(period) => choose({ period })}
            />
          )}
          <AgencyField agency={filter.agency ?? ''} onAgency={(agency) => choose({ agency })} />
          <Select
            label="Kind"
            value={severity}
            options={[['', 'Errors and warnings'], ...Object.entries(severities)]}
            onChange={(chosen) => choose({ severity: chosen })}
          />
          <Select
            label="Status"
            value={status}
            options={[['', 'Any'], ...Object.entries(statuses)]}
            onChange={(chosen) => choose({ status: chosen })}
          />
          <TextField
            label="Report number begins with"
            value={report}
            maxLength={12}
            isCode
            onEnter={(entered) => choose({ report: entered })}
          />
          <Select
            label="Found by"
            value={source}
            options={[['', 'Anybody'], ...Object.entries(sources)]}
            onChange={(chosen) => choose({ source: chosen })}
          />
          <TextField
            label="Uploaded by"
            value={uploadedBy}
            maxLength={200}
            onEnter={(entered) => choose({ uploadedBy: entered })}
          />
          <Select
            label="Order"
            value={sort}
            options={Object.entries(sorts)}
            onChange={(chosen) => choose({ sort: chosen === 'newest' ? undefined : chosen })}
          />
        </Filters>
      </Folded>
    </>
  );
}

/** On a telephone the findings come first. */
function Folded({ children }: { children: ComponentChildren }) {
  const isNarrow = useMedia('(max-width: 40em)');
  if (!isNarrow) return <>{children}</>;
  return (
    <details class="more">
      <summary>Filter and sort</summary>
      {children}
    </details>
  );
}

/** Of whoever works for one agency there is nothing to choose. */
function AgencyField({ agency, onAgency }: { agency: string; onAgency(agency: string): void }) {
  const { agencies } = usePortal().caller;
  if (!agencies) {
    return (
      <TextField
        label="Agency (ORI)"
        value={agency}
        maxLength={9}
        isCode
        onEnter={(ori) => onAgency(ori.toUpperCase())}
      />
    );
  }
  if (agencies.length < 2) return null;
  return (
    <Select
      label="Agency"
      value={agency}
      options={[['', 'All of yours'], ...agencies.map((each) => [each.ori, agencyName(each)] as const)]}
      onChange={onAgency}
    />
  );
}

function monthOptions(asked: string | undefined): [string, string][] {
  const last = monthAfter(lastMonth(new Date()), 1);
  const offered = Array.from({ length: months }, (_, back) => monthAfter(last, -back));
  const all = asked === undefined || offered.includes(asked) ? offered : [...offered, asked];
  return all.map((period) => [period, monthName(period)]);
}

/** What narrows the list, each to be taken away. */
export function Narrowings({ filter }: { filter: Filter }) {
  const { addressWith } = useQuery();
  const narrowing = narrowings(filter);
  if (narrowing.length === 0) return null;
  return (
    <ul class="narrowings" aria-label="Only these are shown">
      {narrowing.map(({ name, words }) => (
        <li key={name}>
          <a href={addressWith({ [name]: undefined })}>
            <span class="usa-sr-only">Do not narrow by: </span>
            {words}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
