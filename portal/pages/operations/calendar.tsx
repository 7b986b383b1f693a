import type { Reply } from '../../api.ts';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';

type Entry = Reply<'readOperations'>['calendar'][number];

const actionWords: Readonly<Record<Entry['action'], string>> = {
  remind: 'List the agencies that owe something of the month before',
  close: 'Build and seal the file of the month before',
  forward: 'Forward every sealed file that nobody holds',
};

/** What is done every month without anybody asking, what comes next first. */
export function Calendar({ calendar }: { calendar: readonly Entry[] }) {
  return (
    <>
      <h2>Calendar</h2>
      <Table caption="What is done every month">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Next</th>
            <th scope="col">Days of every month (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {calendar
            .toSorted((one, other) => (one.next < other.next ? -1 : 1))
            .map(({ action, days, next }) => (
              <tr key={action}>
                <th scope="row">{actionWords[action]}</th>
                <td>
                  <Time at={next} />
                </td>
                <td class="figures">{days.join(', ')}</td>
              </tr>
            ))}
        </tbody>
      </Table>
    </>
  );
}
