import { count } from '../../../shared/count-words.ts';
import { Shown } from '../../frame/shown.tsx';
import { Severity } from '../../parts/findings/severity.tsx';
import type { Submission } from '../../parts/submission-outcome.ts';
import { Table } from '../../parts/table.tsx';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import { type FoundCode, foundCodes } from './found-codes.ts';

/** So many numbers are shown. */
const mostCodes = 8;

/** What was found most often in a submission, with a way to each finding. */
export function TopFindings({ submission }: { submission: Submission }) {
  const { caller } = usePortal();
  if (submission.errors + submission.warnings === 0 || !may(caller, 'listFindings')) return null;
  return <Codes submission={submission} />;
}

function Codes({ submission: { submission, errors, warnings } }: { submission: Submission }) {
  const called = useCall('listFindings', { query: { submission, sort: 'severity', limit: '200' } });
  const href = `findings?submission=${submission}`;
  const all = errors + warnings;
  return (
    <section>
      <div class="section-head">
        <h2>What was found</h2>
        <a href={href}>{all === 1 ? 'See the finding' : `See all ${count(all)} findings`}</a>
      </div>
      <Shown called={called} what="findings">
        {({ items, totals }) => {
          const codes = foundCodes(totals.byCode, items);
          if (codes.length === 0) return <p>What was found is not kept any more: it is deleted after a year.</p>;
          return (
            <>
              <CodeTable codes={codes.slice(0, mostCodes)} href={href} />
              {codes.length > mostCodes && (
                <p>
                  <a href={href}>{count(codes.length - mostCodes)} more numbers, found less often</a>
                </p>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function CodeTable({ codes, href }: { codes: readonly FoundCode[]; href: string }) {
  return (
    <Table caption="Numbers of edits, the most serious and most frequent first">
      <thead>
        <tr>
          <th scope="col">Edit</th>
          <th scope="col">Kind</th>
          <th scope="col">For example</th>
          <th scope="col" class="number">
            Found
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, severity, found, example }) => (
          <tr key={`${code} ${severity}`}>
            <th scope="row" class="figures">
              <a href={`${href}&code=${encodeURIComponent(code)}`}>{code}</a>
            </th>
            <td>
              <Severity of={severity} />
            </td>
            <td>{example}</td>
            <td class="number">{count(found)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
