/** What a page of findings looks like, beside what all pages do. */
export const findingsStyle = `
.counts {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
  gap: 0.75rem;
  margin: 1.5rem 0;
}
.counts div {
  background: var(--soft);
  border-radius: 0.5rem;
  padding: 0.6rem 0.9rem;
}
.counts dt {
  font-size: 0.9rem;
}
.counts dd {
  margin: 0;
  font-size: 1.5rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
}
#filter {
  margin: 1rem 0;
}
#filter[hidden] {
  display: none;
}
#filter input,
#filter select {
  font: inherit;
  padding: 0.3rem 0.4rem;
  max-width: 100%;
  box-sizing: border-box;
}
#filter label {
  flex: 1 1 9rem;
}
#filter label > * {
  width: 100%;
}
#filter .text {
  flex-grow: 2;
}
h3 {
  font-size: 1.1rem;
  margin: 2rem 0 0;
  overflow-wrap: anywhere;
}
h4 {
  font-size: 1rem;
  margin: 0;
  overflow-wrap: anywhere;
}
.report {
  margin-top: 1.5rem;
  content-visibility: auto;
  contain-intrinsic-size: auto 14rem;
}
.report > ol {
  list-style: none;
  margin: 0;
  padding: 0;
}
.finding {
  border-left: 0.3rem solid var(--bad);
  padding: 0.1rem 0 0.1rem 0.9rem;
  margin: 0.75rem 0;
}
.finding[data-severity="warning"] {
  border-left: 0.3rem double var(--warn);
}
.finding p {
  margin: 0.2rem 0;
  overflow-wrap: anywhere;
}
/* Blanks count in a quoted value. */
.words {
  white-space: pre-wrap;
}
pre {
  font:
    0.85rem / 1.6 ui-monospace,
    monospace;
  background: var(--soft);
  border-radius: 0.3rem;
  padding: 0.4rem 0.6rem;
  margin: 0.4rem 0 0;
  white-space: break-spaces;
  word-break: break-all;
}
mark {
  color: inherit;
  font-weight: 700;
  background: light-dark(#ffe08a, #6b4e00);
  border-bottom: 2px solid var(--bad);
  box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
}
[hidden] {
  display: none;
}
@media print {
  :root {
    color-scheme: light;
  }
  body {
    max-width: none;
    padding: 0;
    font-size: 10pt;
  }
  #filter,
  .screen {
    display: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  h2,
  h3,
  h4 {
    break-after: avoid;
  }
  .report {
    content-visibility: visible;
  }
  .finding,
  .counts div,
  tr {
    break-inside: avoid;
  }
  pre,
  .counts div {
    background: none;
    border: 1px solid #999;
  }
  mark {
    background: none;
    border: 1px solid #000;
  }
}
`;
