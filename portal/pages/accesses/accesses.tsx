import { counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Filters, Select, TextField } from '../../parts/fields.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { useQuery } from '../../parts/use-query.ts';
import { monthAfter, monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';

/** How far back months are offered. */
const months = 36;

/** Who read or counted state elements, when and why. */
export default function Accesses() {
  const { query, choose } = useQuery();
  const thisMonth = new Date().toISOString().slice(0, 7);
  const { month = thisMonth, agency, number } = query;
  const accesses = useCall('listAccesses', { query: { month, agency, number } });
  const offered = Array.from({ length: months }, (_, back) => monthAfter(thisMonth, -back));
  return (
    <Page title="Accesses" lead="Who read or counted state elements, when and why. The record is only ever added to.">
      <Filters label="Filter accesses">
        <Select
          label="Month"
          value={month}
          options={[...new Set([...offered, month])].map((each) => [each, monthName(each)] as const)}
          onChange={(chosen) => choose({ month: chosen === thisMonth ? undefined : chosen })}
        />
        <TextField
          label="Agency (ORI)"
          value={agency ?? ''}
          maxLength={9}
          isCode
          onEnter={(entered) => choose({ agency: entered.toUpperCase() })}
        />
        <TextField
          label="Number of the report"
          value={number ?? ''}
          maxLength={12}
          isCode
          onEnter={(entered) => choose({ number: entered })}
        />
      </Filters>
      <Shown called={accesses} what="accesses">
        {(reply) =>
          reply.accesses.length === 0 ? (
            <Empty title="Nobody has read or counted a state element">
              <p>At least not in {monthName(month)}, and of what is asked for here.</p>
            </Empty>
          ) : (
            <AccessTable accesses={reply.accesses} />
          )
        }
      </Shown>
    </Page>
  );
}

function AccessTable({ accesses }: { accesses: Reply<'listAccesses'>['accesses'] }) {
  return (
    <>
      <p role="status">{counted(accesses.length, 'access').replace('accesss', 'accesses')}</p>
      <Table caption="Accesses to state elements">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {accesses.map(({ at, what, reader, reason, ori, number, element }, index) => (
            <tr key={index}>
              <td>
                <Time at={at} />
              </td>
              <th scope="row">{reader}</th>
              <td>
                {what === 'read' ? 'Read ' : 'Counted '}
                {element && <a href={`specification?find=${element}`}>{element}</a>}
                {ori && number && (
                  <>
                    {element && ' of '}
                    <a href={`reports/${ori}/${encodeURIComponent(number)}`}>report {number}</a>{' '}
                    <span class="ori">{ori}</span>
                  </>
                )}
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
