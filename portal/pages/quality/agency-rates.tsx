import { useMemo } from 'preact/hooks';
import { count } from '../../../shared/count-words.ts';
import { AgencyLink } from '../../parts/agency-link.tsx';
import { standings } from '../../parts/month-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { SortHeader, Table } from '../../parts/table.tsx';
import { percent } from '../../parts/words.ts';
import { type AgencyRate, type Sort, sortIn, sortRates } from './sort-rates.ts';

interface Props {
  agencies: readonly AgencyRate[];
  sorted: string | undefined;
  onSort(sort: string): void;
}

/** Error rates of agencies in the order that was asked for, the worst first unless another one was. */
export function AgencyRates({ agencies, sorted: asked, onSort }: Props) {
  const sorted = sortIn(asked);
  const shown = useMemo(() => sortRates(agencies, sorted), [agencies, sorted]);
  const figure = (title: string, by: Sort) => <SortHeader {...{ title, by, sorted, onSort }} falling number />;
  return (
    <Table caption="Error rates by agency">
      <thead>
        <tr>
          <SortHeader title="Agency" by="name" sorted={sorted} onSort={onSort} />
          {figure('Error rate', 'rate')}
          {figure('Submitted', 'submitted')}
          {figure('Rejected', 'rejected')}
          <th scope="col">4% in three months</th>
          <th scope="col" class="number">
            In a row
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ ori, name, submitted, rejected, errorRate, standing, run }) => (
          <tr key={ori}>
            <th scope="row">
              <AgencyLink ori={ori} name={name} />
            </th>
            <td class="number">{percent(errorRate)}</td>
            <td class="number">{count(submitted)}</td>
            <td class="number">{count(rejected)}</td>
            <td>
              <StatusTag tone={standings[standing].tone}>{standings[standing].word}</StatusTag>
            </td>
            <td class="number">{count(run)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
