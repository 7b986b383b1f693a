import { count } from '../../shared/count-words.ts';
import { StatusTag } from './status-tag.tsx';
import { Table } from './table.tsx';
import { Time } from './time.tsx';
import { stages, type Transmission } from './transmission-words.ts';
import { monthName } from './words.ts';

/** Transmissions by the month that they are of, the newest first. */
export function TransmissionTable({ transmissions }: { transmissions: readonly Transmission[] }) {
  const byPeriod = [...Map.groupBy(transmissions, ({ period }) => period)].sort(([one], [other]) =>
    one < other ? 1 : -1,
  );
  return (
    <Table caption="Transmissions by month">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Stage</th>
          <th scope="col">Built</th>
          <th scope="col">Forwarded</th>
          <th scope="col" class="number">
            Reports
          </th>
          <th scope="col" class="number">
            Records
          </th>
        </tr>
      </thead>
      {byPeriod.map(([period, own]) => (
        <tbody key={period}>
          <tr class="group">
            <th scope="rowgroup" colSpan={6}>
              {monthName(period)}
            </th>
          </tr>
          {own.map((transmission) => (
            <Row key={transmission.file} transmission={transmission} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Row({
  transmission: { file, stage, mode, startedAt, sealedAt, forwardedAt, sealed },
}: {
  transmission: Transmission;
}) {
  const { word, tone } = stages[stage];
  return (
    <tr>
      <th scope="row" class="figures">
        <a href={`transmissions/${file}`}>{file}</a>
        {mode === 'full' && ' (everything once more)'}
      </th>
      <td>
        <StatusTag tone={tone}>{word}</StatusTag>
      </td>
      <td>
        <Time at={sealedAt ?? startedAt} />
      </td>
      <td>{forwardedAt && <Time at={forwardedAt} />}</td>
      <td class="number">{sealed && count(sealed.reports)}</td>
      <td class="number">{sealed && count(sealed.records)}</td>
    </tr>
  );
}
