import { type Html, html } from './html.ts';

/** A table with a name for those who do not see the heading above it; on a narrow screen each row is a list of its cells. */
export function tableOf(caption: string, columns: readonly Column[], rows: readonly (readonly Html[])[]): Html {
  const cell = (tag: 'td' | 'th', column: Column | undefined, content: Html): Html => {
    const { title = '', number } = column ?? {};
    const kind = number ? html` class="number"` : undefined;
    if (tag === 'th') return html`<th scope="col"${kind}>${content}</th>`;
    return html`<td${kind}${title === '' ? undefined : html` data-title="${title}"`}>${content}</td>`;
  };
  return html`<table aria-label="${caption}">
<thead><tr>${columns.map((column) => cell('th', column, html`${column.title}`))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((content, index) => cell('td', columns[index], content))}</tr>`)}</tbody>
</table>`;
}

export interface Column {
  title: string;
  number?: boolean;
}
