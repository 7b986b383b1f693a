import { useMemo } from 'preact/hooks';
import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { AgencyLink } from '../../parts/agency-link.tsx';
import { Filters, Select, TextField } from '../../parts/fields.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { useQuery } from '../../parts/use-query.ts';
import { agencyCount, monthName } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import { certifiedWords, kindWords } from './agency-words.ts';
import { RegisterAgencies } from './register-agencies.tsx';

type Agency = Reply<'listAgencies'>['agencies'][number];

const certifiedOptions = [['', 'All'], ...Object.entries(certifiedWords)] as const;

/** The agencies that are known, and for operators how to make more known. */
export default function Agencies() {
  const { caller } = usePortal();
  const agencies = useCall('listAgencies', {});
  const { query, choose, type } = useQuery();
  return (
    <Page title="Agencies" lead="Who reports, their error rates over time, and their certification.">
      <Filters label="Filter agencies">
        <TextField
          label="Name, ORI or county"
          type="search"
          value={query.find ?? ''}
          onInput={(find) => type({ find })}
        />
        <Select
          label="Certified"
          value={query.certified ?? ''}
          options={certifiedOptions}
          onChange={(certified) => choose({ certified })}
        />
      </Filters>
      <Shown called={agencies} what="agencies">
        {(reply) => <AgencyTable all={reply.agencies} find={query.find ?? ''} certified={query.certified ?? ''} />}
      </Shown>
      {may(caller, 'registerAgencies') && <RegisterAgencies onRegistered={agencies.refresh} />}
    </Page>
  );
}

function AgencyTable({ all, find, certified }: { all: readonly Agency[]; find: string; certified: string }) {
  const shown = useMemo(() => {
    const text = find.trim().toLowerCase();
    return all.filter(
      (agency) =>
        (!certified || agency.certified === certified) &&
        [agency.ori, agency.name, agency.county].some((value) => value?.toLowerCase().includes(text)),
    );
  }, [all, find, certified]);

  if (all.length === 0) {
    return (
      <Empty title="No agency is registered">
        <p>Reports are taken all the same; who has to report is known once the list is taken up.</p>
      </Empty>
    );
  }
  return (
    <>
      <p role="status">
        {count(shown.length)} of {agencyCount(all.length)}
      </p>
      {shown.length === 0 ? (
        <Empty title="No agency is called that" />
      ) : (
        <Table caption="Agencies">
          <thead>
            <tr>
              <th scope="col">Agency</th>
              <th scope="col">Kind</th>
              <th scope="col">County</th>
              <th scope="col">Certified</th>
              <th scope="col">Reports since</th>
              <th scope="col">Record system</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((agency) => (
              <tr key={agency.ori}>
                <th scope="row">
                  <AgencyLink {...agency} />
                </th>
                <td>{kindWords[agency.kind]}</td>
                <td>{agency.county}</td>
                <td>{agency.certified && certifiedWords[agency.certified]}</td>
                <td>{sinceWords(agency)}</td>
                <td>{agency.recordSystem}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function sinceWords({ nibrsSince, dormantSince, coveredBy }: Agency): string {
  if (dormantSince) return `No more since ${monthName(dormantSince)}`;
  if (coveredBy) return `By ${coveredBy}`;
  return nibrsSince ? monthName(nibrsSince) : '';
}
