import { type Html, html } from './html.ts';

export const style = `
  :root { color-scheme: light dark; --line: light-dark(#d5dae1, #3a414b); --soft: light-dark(#f4f6f8, #1d2127);
    --accent: light-dark(#0b5394, #8ab8ec); --good: light-dark(#19692c, #86d79a);
    --warn: light-dark(#7a4b00, #f0c674); --bad: light-dark(#a61b1b, #ff9d95); }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
  a { color: var(--accent); }
  h1, h2, h3 { overflow-wrap: anywhere; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  th.number, td.number { text-align: right; }
  code { font-size: .85em; overflow-wrap: anywhere; }
  p { max-width: 45rem; } td > p { margin: 0; } .nowrap, th, button { white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  form { display: flex; gap: .75rem; align-items: end; flex-wrap: wrap; }
  form.panel { background: var(--soft); padding: 1rem; border-radius: .5rem; }
  button { font: inherit; padding: .35rem 1rem; border: 1px solid var(--accent); border-radius: .35rem;
    background: var(--accent); color: light-dark(#fff, #10141a); cursor: pointer; }
  @media (max-width: 45rem) {
    body { padding: 1rem; }
    thead { position: absolute; clip-path: inset(50%); }
    tr, td { display: block; } tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    td, td.number { border: 0; padding: .1rem 0; text-align: left; overflow-wrap: anywhere; }
    td:empty { display: none; } td[data-title]::before { content: attr(data-title) ': '; font-weight: 600; }
  }
  .error { color: var(--bad); } .warning { color: var(--warn); } .good { color: var(--good); } .quiet { opacity: .75; }
`;

/** A whole page. `refresh` loads it again after so many seconds, while work is going on. */
export function layout(title: string, body: Html, refresh?: number): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh === undefined ? undefined : html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title} · nibrs-ledger</title>
<style>${{ html: style }}</style>
</head>
<body>
<header><a href="/">nibrs-ledger</a> <span class="quiet">on this computer</span></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return page.html;
}

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
