import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { Table } from '../../parts/table.tsx';

export type Queue = Reply<'readOperations'>['queues'][number];

/** Queues, and how much is in them. */
export function Queues({ queues }: { queues: readonly Queue[] }) {
  return (
    <>
      <h2>Queues</h2>
      <Table caption="Queues">
        <thead>
          <tr>
            <th scope="col">Queue</th>
            <th scope="col">Worked off by</th>
            <th scope="col" class="number">
              Waiting
            </th>
            <th scope="col" class="number">
              Given up
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ name, function: worker, waiting, deadLetters }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{worker}</td>
              <td class="number">{count(waiting)}</td>
              <td class="number">{count(deadLetters)}</td>
              <td>{stateOf(waiting, deadLetters)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function stateOf(waiting: number, deadLetters: number) {
  if (deadLetters > 0) return <StatusTag tone="bad">Look at it</StatusTag>;
  return waiting > 0 ? <StatusTag tone="busy">Working</StatusTag> : <StatusTag tone="good">Done</StatusTag>;
}
