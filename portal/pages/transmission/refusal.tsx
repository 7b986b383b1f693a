import { Notice } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import type { Transmission } from '../../parts/transmission-words.ts';

/** Why nothing was sealed. */
export function Refusal({ refusal: { reason, findings } }: { refusal: NonNullable<Transmission['refusal']> }) {
  return (
    <>
      <Notice kind="error" title="It was not sealed">
        {reason}
      </Notice>
      {findings.length > 0 && (
        <Table caption="What is wrong with it" showCaption>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col" class="number">
                Record
              </th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ code, record, message }) => (
              <tr key={`${code} ${record} ${message}`}>
                <th scope="row" class="figures">
                  {code}
                </th>
                <td class="number">{record}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
