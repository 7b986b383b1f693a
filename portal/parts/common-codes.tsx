import { count } from '../../shared/count-words.ts';
import type { Reply } from '../api.ts';
import { Empty } from './notice.tsx';
import { StatusTag } from './status-tag.tsx';
import { Table } from './table.tsx';

type Code = Reply<'readQuality'>['codes'][number];

interface Props {
  codes: readonly Code[];
  /** Whether to tell in how many agencies' files. */
  withAgencies?: boolean;
  /** Where the findings of a number are listed. */
  hrefOf(code: string): string;
}

/** The most common errors and warnings, the most common first. */
export function CommonCodes({ codes, withAgencies = false, hrefOf }: Props) {
  if (codes.length === 0) return <Empty title="Nothing was found in these months" />;
  const most = Math.max(...codes.map((code) => code.count));
  return (
    <Table caption="Most common errors and warnings">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Found</th>
          <th scope="col">Kind</th>
          <th scope="col" class="text">
            What is wrong
          </th>
          {withAgencies && (
            <th scope="col" class="number">
              Agencies
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, severity, count: found, agencies, message }) => (
          <tr key={code}>
            <th scope="row" class="figures">
              <a href={hrefOf(code)}>{code}</a>
            </th>
            <td>
              <span class="bar">
                <span
                  class={`bar__ink bar__ink--${severity}`}
                  style={{ width: `${(5 * found) / most}rem` }}
                  aria-hidden="true"
                />
                <span class="figures">{count(found)}</span>
              </span>
            </td>
            <td>
              <StatusTag tone={severity === 'error' ? 'bad' : 'warn'}>
                {severity === 'error' ? 'Error' : 'Warning'}
              </StatusTag>
            </td>
            <td>{message}</td>
            {withAgencies && <td class="number">{count(agencies)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
