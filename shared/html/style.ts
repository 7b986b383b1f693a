/** What all pages look like. */
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
  @media screen and (max-width: 45rem) {
    body { padding: 1rem; }
    thead { position: absolute; clip-path: inset(50%); }
    tr, td { display: block; } tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    td, td.number { border: 0; padding: .1rem 0; text-align: left; overflow-wrap: anywhere; }
    td:empty { display: none; } td[data-title]::before { content: attr(data-title) ': '; font-weight: 600; }
  }
  .error { color: var(--bad); } .warning { color: var(--warn); } .good { color: var(--good); } .quiet { opacity: .75; }
`;
