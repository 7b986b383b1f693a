import { elementWords, segmentPlace } from '../../../shared/history/change-words.ts';
import type { HistoryItem } from '../../../shared/history/messages.ts';
import { spell } from '../../../shared/nibrs/edits/message.ts';
import { Table } from '../../parts/table.tsx';

type Change = NonNullable<HistoryItem['changes']>[number];

interface Props {
  changes: readonly Change[];
  /** There was nothing before. */
  isNew: boolean;
}

/** What changed in a report, element by element; of a new one, what it says, when somebody asks. */
export function ReportChanges({ changes, isNew }: Props) {
  if (changes.length === 0) return <p>No element of the FBI’s is different.</p>;
  const tables = changes.map((change) => <SegmentTable key={`${change.level} ${change.which}`} change={change} />);
  if (!isNew) return <>{tables}</>;
  return (
    <details class="more">
      <summary>What was reported: {changes.map(segmentPlace).join(', ')}</summary>
      {tables}
    </details>
  );
}

const said = { added: 'added', removed: 'removed', changed: 'changed' } as const;

function SegmentTable({ change: { level, which, change, elements } }: { change: Change }) {
  const place = segmentPlace({ level, which });
  return (
    <Table caption={`${place.charAt(0).toUpperCase()}${place.slice(1)}: ${said[change]}`} showCaption class="changes">
      <thead>
        <tr>
          <th scope="col">Element</th>
          {change !== 'added' && <th scope="col">Before</th>}
          {change !== 'removed' && <th scope="col">{change === 'added' ? 'Value' : 'After'}</th>}
        </tr>
      </thead>
      <tbody>
        {elements.map((element, index) => {
          const { number, label, of } = elementWords(level, element);
          return (
            <tr key={index}>
              <th scope="row">
                <span class="figures">{number}</span> {label}
                {of !== undefined && `, of ${of}`}
              </th>
              {change !== 'added' && <td class="changes__before">{spell(number, element.before)}</td>}
              {change !== 'removed' && <td>{spell(number, element.after)}</td>}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
