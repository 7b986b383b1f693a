/** What this page has beyond the others. */
export const pageStyle = `
  .cover { border-top: .5rem solid var(--accent); border-bottom: 1px solid var(--line); padding: 1.5rem 0 1rem; }
  .cover .kind { margin: 0; text-transform: uppercase; letter-spacing: .06em; font-size: .85rem; }
  .cover h1 { font-size: 2rem; line-height: 1.2; margin: .4rem 0 1rem; max-width: 50rem; }
  .illustrative { border: 2px solid var(--warn); border-left-width: .6rem; padding: .6rem 1rem; max-width: 50rem; }
  .illustrative strong { color: var(--warn); text-transform: uppercase; letter-spacing: .04em; }
  .facts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem 2rem; margin: 1rem 0 0; }
  .facts .wide { grid-column: 1 / -1; }
  .facts dt { font-size: .85rem; opacity: .8; } .facts dd { margin: 0; font-weight: 600; }
  .line { display: block; } .facts .line { font-weight: 400; }
  nav h2 { margin-top: 1.5rem; } nav ol { padding-left: 1.4rem; } nav ul { list-style: none; padding: 0; margin: .2rem 0; }
  .columns { columns: 22rem; column-gap: 2rem; } .columns li { break-inside: avoid; }
  h2 { font-size: 1.4rem; border-bottom: 2px solid var(--accent); padding-bottom: .25rem; margin-top: 3rem; }
  h3 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; scroll-margin-top: 1rem; }
  h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
  h3 .id { display: inline-block; background: var(--soft); border: 1px solid var(--line); border-radius: .3rem;
    padding: 0 .45rem; margin-right: .35rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .definition { font-size: 1.05rem; margin: .25rem 0 .75rem; }
  .prose { max-width: 48rem; padding-left: 1.2rem; } .prose li { margin: .35rem 0; }
  .rows { margin: .5rem 0; } .rows div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem;
    padding: .35rem 0; border-top: 1px solid var(--line); }
  .rows dt { font-weight: 600; } .rows dd { margin: 0; max-width: 48rem; overflow-wrap: anywhere; }
  .codes { columns: 20rem; column-gap: 2rem; margin: .5rem 0; }
  .codes div { display: flex; gap: .75rem; break-inside: avoid; padding: .15rem 0; }
  .codes dt { min-width: 2.2rem; } .codes dt code { font-size: 1rem; font-weight: 700; } .codes dd { margin: 0; }
  .record { margin: 1rem 0; } figcaption { font-size: .9rem; }
  .pieces { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: .5rem; }
  .pieces pre { font: .85rem/1.7 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; margin: 0;
    padding: .5rem .6rem; background: var(--soft); border: 1px solid var(--line); border-radius: .3rem;
    max-width: 100%; overflow-x: auto; box-sizing: border-box; }
  .ruler { opacity: .75; } .box { box-shadow: inset 0 0 0 1px var(--accent); padding: .15rem 0; }
  .box:nth-of-type(even) { background: light-dark(#dbe8f6, #223a55); }
  @media screen and (max-width: 45rem) {
    .cover h1 { font-size: 1.5rem; } .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .rows div { grid-template-columns: minmax(0, 1fr); }
    .pieces pre { font-size: .75rem; }
    td > .nowrap { white-space: normal; }
  }
  @media print {
    :root { color-scheme: light; }
    @page { margin: 18mm 16mm; }
    body { max-width: none; padding: 0; font-size: 10pt; }
    a { color: inherit; text-decoration: none; }
    h2, h3, h4 { break-after: avoid; } tr, .rows div, .record pre, .illustrative { break-inside: avoid; }
    nav { break-after: page; } thead { display: table-header-group; }
    .pieces pre { font-size: 8pt; } .box, .ruler { print-color-adjust: exact; }
  }
`;
