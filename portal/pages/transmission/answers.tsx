import { count } from '../../../shared/count-words.ts';
import { Empty } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import type { Transmission } from '../../parts/transmission-words.ts';

interface Props extends Pick<Transmission, 'answers' | 'stage' | 'period'> {}

/** What the FBI said of it. */
export function Answers({ answers, stage, period }: Props) {
  if (answers.length === 0) {
    if (stage !== 'forwarded') return null;
    return (
      <>
        <h2>What the FBI said</h2>
        <Empty title="The FBI has not answered yet" />
      </>
    );
  }
  return (
    <>
      <h2>What the FBI said</h2>
      <p>
        What it found stands with the reports: <a href={`findings?period=${period}&source=fbi`}>findings of the FBI</a>.
      </p>
      <Table caption="What the FBI said">
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Came</th>
            <th scope="col" class="number">
              Errors
            </th>
            <th scope="col" class="number">
              Warnings
            </th>
            <th scope="col" class="number">
              Reports refused
            </th>
            <th scope="col" class="number">
              Of unknown reports
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ at, answer, dataSet, errors, warnings, refused, unmatched }) => (
            <tr key={answer}>
              <th scope="row">{dataSet === 'errors' ? 'Error data set' : 'Warning data set'}</th>
              <td>
                <Time at={at} />
              </td>
              <td class="number">{count(errors)}</td>
              <td class="number">{count(warnings)}</td>
              <td class="number">{count(refused)}</td>
              <td class="number">{count(unmatched)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
