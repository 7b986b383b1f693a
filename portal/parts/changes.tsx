import { useState } from 'preact/hooks';
import { count, counted } from '../../shared/count-words.ts';
import { Table } from './table.tsx';
import { countEffects, effects, reportName, type SaidOfAgency } from './transmission-words.ts';
import { agencyCount } from './words.ts';

/** Reports that are listed at first, and more each time somebody asks for more. */
const listed = 100;

interface Props {
  changes: readonly SaidOfAgency[];
  /** So many more reports are not told. */
  unlisted: number;
}

const effectNames = Object.keys(effects) as (keyof typeof effects)[];

/** What the FBI is told, by agency and by what becomes of its reports. */
export function Changes({ changes, unlisted }: Props) {
  const all = changes.flatMap((agency) => agency.changes);
  const total = countEffects(all);
  const shown = effectNames.filter((effect) => total[effect] > 0);
  return (
    <>
      <p>
        {counted(all.length + unlisted, 'report')} of {agencyCount(changes.length)}.
        {unlisted > 0 && ` ${counted(unlisted, 'report')} of them are not told here; the manifest has them all.`}
      </p>
      <Table caption="What the FBI is told, by agency">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            {shown.map((effect) => (
              <th scope="col" class="number" key={effect}>
                {effects[effect]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ ori, changes: own }) => {
            const counts = countEffects(own);
            return (
              <tr key={ori}>
                <th scope="row">
                  <a class="figures" href={`agencies/${ori}`}>
                    {ori}
                  </a>
                </th>
                {shown.map((effect) => (
                  <td class="number" key={effect}>
                    {count(counts[effect])}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr class="total">
            <th scope="row">All agencies</th>
            {shown.map((effect) => (
              <td class="number" key={effect}>
                {count(total[effect])}
              </td>
            ))}
          </tr>
        </tbody>
      </Table>
      <Reports changes={changes} />
    </>
  );
}

function Reports({ changes }: { changes: readonly SaidOfAgency[] }) {
  const [most, setMost] = useState(listed);
  const reports = changes.flatMap(({ ori, changes: own }) => own.map((change) => ({ ori, ...change })));
  return (
    <details class="more">
      <summary>Report by report</summary>
      <Table caption="What the FBI is told of each report">
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Agency</th>
            <th scope="col">To the FBI</th>
          </tr>
        </thead>
        <tbody>
          {reports.slice(0, most).map((report) => (
            <tr key={`${report.ori} ${report.kind} ${report.number} ${report.part}`}>
              <th scope="row" class="figures">
                {report.kind === 'zero' ? (
                  reportName(report)
                ) : (
                  <a href={`reports/${report.ori}/${encodeURIComponent(report.number)}`}>{reportName(report)}</a>
                )}
              </th>
              <td class="figures">{report.ori}</td>
              <td>{effects[report.effect]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {reports.length > most && (
        <button type="button" class="usa-button usa-button--outline" onClick={() => setMost(most + listed)}>
          Show more of {count(reports.length)}
        </button>
      )}
    </details>
  );
}
