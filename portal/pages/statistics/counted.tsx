import { count } from '../../../shared/count-words.ts';
import { arrestsCsv, completenessCsv } from '../../../shared/statistics/csv.ts';
import type { Reply } from '../../api.ts';
import { Shown } from '../../frame/shown.tsx';
import { Notice } from '../../parts/notice.tsx';
import { saveText } from '../../parts/save-file.ts';
import { Table } from '../../parts/table.tsx';
import { monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';

type Result = Extract<Reply<'readStatistics'>, { state: 'counted' }>;
type CountedTable = Result['tables'][number];

/** What came of a count, as soon as it is known. */
export function Counted({ request }: { request: string }) {
  const called = useCall('readStatistics', { params: { request } }, ({ state }) => state === 'being counted');
  return (
    <Shown called={called} what="the count">
      {(reply) => {
        switch (reply.state) {
          case 'being counted':
            return (
              <Notice kind="info" isNews>
                It is being counted. This takes a moment.
              </Notice>
            );
          case 'refused':
            return (
              <Notice kind="error" title="It was not counted" isNews>
                {reply.why}
              </Notice>
            );
          case 'counted':
            return <Tables result={reply} />;
        }
      }}
    </Shown>
  );
}

function Tables({ result }: { result: Result }) {
  const { element, title, statuses, tables, draft } = result;
  const determined = Object.fromEntries(statuses.map((status, at) => [at, status]));
  const save = (what: string, csv: string) =>
    saveText(`${draft ? 'draft-' : ''}${what}-${element}.csv`, 'text/csv', csv);
  return (
    <>
      <div class="section-head">
        <h3>
          {title} ({element})
        </h3>
        <div class="buttons">
          <button
            type="button"
            class="usa-button usa-button--outline"
            onClick={() => save('arrests', arrestsCsv(tables, { determined }, { draft }))}
          >
            Download arrests (CSV)
          </button>
          <button
            type="button"
            class="usa-button usa-button--outline"
            onClick={() => save('completeness', completenessCsv(tables, { draft }))}
          >
            Download completeness (CSV)
          </button>
        </div>
      </div>
      {draft && (
        <Notice kind="warning" title="Draft, not for publication">
          Months in it are not sealed yet.
        </Notice>
      )}
      {tables.length === 0 && <Notice kind="info">There is no arrest in these months.</Notice>}
      {tables.map((table) => (
        <Arrests key={table.period} result={result} table={table} />
      ))}
      {tables.length > 0 && (
        <p class="quiet">
          “Suppressed” is a small figure, or one from which a small figure could be computed. It is not published; do
          not read it as zero. Categories without an arrest are left out here, and are in the files.
        </p>
      )}
    </>
  );
}

const completenessTitles = ['Determined', 'Not determined', 'Not told', 'Asked'];

function Arrests({
  result: { statuses },
  table: { period, categories, total },
}: {
  result: Result;
  table: CountedTable;
}) {
  return (
    <Table caption={`Arrests of ${monthName(period)}`} showCaption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          {[...statuses, ...completenessTitles].map((title) => (
            <th scope="col" class="number wraps" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories
          .filter(({ asked }) => asked !== 0)
          .map((row) => (
            <FigureRow key={row.category} name={row.category} row={row} />
          ))}
        <FigureRow name="All categories" row={total} isTotal />
      </tbody>
    </Table>
  );
}

function FigureRow({ name, row, isTotal = false }: { name: string; row: CountedTable['total']; isTotal?: boolean }) {
  const { byStatus, determined, notDetermined, missing, asked } = row;
  return (
    <tr class={isTotal ? 'total' : ''}>
      <th scope="row">{name}</th>
      {[...byStatus, determined, notDetermined, missing, asked].map((figure, at) => (
        <td class="number" key={at}>
          {figure === 'suppressed' ? 'Suppressed' : count(figure)}
        </td>
      ))}
    </tr>
  );
}
