import { PlaceLink } from '../../parts/place-link.tsx';
import { Table } from '../../parts/table.tsx';
import type { Row } from './rows.ts';
import { Words } from './words.tsx';

/** What fields there are, and what they may be. */
export function Fields({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <Table caption={caption} showCaption class="api-fields">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">What it may be</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.path} ${index}`}>
            <th scope="row">
              <code>{row.path}</code>
              {row.required && <span class="quiet"> required</span>}
            </th>
            <td>
              <TypeWords row={row} />
              {row.description && (
                <>
                  {'. '}
                  <Words text={row.description} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a value may be; the name of a type leads to it. */
export function TypeWords({ row: { type, named } }: { row: Pick<Row, 'type' | 'named'> }) {
  if (!named) return <>{type}</>;
  const [before = '', after = ''] = type.split(named);
  return (
    <>
      {before}
      <PlaceLink to={`type-${named}`}>{named}</PlaceLink>
      {after}
    </>
  );
}
