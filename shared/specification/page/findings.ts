import { type Html, html } from '../../html/html.ts';
import type { Finding } from '../../nibrs/finding.ts';
import { supplementLevel } from '../../state/carrier.ts';
import type { StateProfile } from '../../state/declaration.ts';
import { findingsTable } from './element.ts';

const ofSupplement = html` Of a <a href="#supplement">supplement</a>, only what is in error is left out: a row, or a value of
it. Beside a finding stands the line of <a href="samples/bad-supplement.csv"><code>samples/bad-supplement.csv</code></a> that draws it.`;

function hasSupplement(elements: StateProfile['elements']): boolean {
  return elements.some(({ carriers }) => carriers.supplement);
}

/** What the validator says of segments as a whole; what it says of an element stands with the element. */
export function findingsSection({ elements, segments }: StateProfile, findings: readonly Finding[]): Html {
  const ids = new Set(elements.map(({ id }) => id));
  const others = findings.filter(({ element }) => !ids.has(element));
  const intro = html`<p>A report with an <span class="error">error</span> is rejected whole, until it is corrected and sent again. One
with <span class="warning">warnings</span> alone is accepted. No finding holds the value of a state element, not even a wrong one.
The findings on one element stand with <a href="#elements">the element</a>. Each is shown here as it is said of the report
in <a href="samples/bad.txt"><code>samples/bad.txt</code></a> whose number stands beside it.${hasSupplement(elements) ? ofSupplement : undefined}</p>`;
  const bySegment = segments.map(({ level, title }) => {
    const own = others.filter((finding) => finding.segment === level);
    const name = `Segment ${level}: ${title}`;
    return own.length === 0 ? html`` : html`<h3>${name}</h3>${findingsTable(name, own)}`;
  });
  const ofRows = others.filter(({ segment }) => segment === supplementLevel);
  const levels = new Set([...segments.map(({ level }) => level), supplementLevel]);
  const federal = others.filter(({ segment }) => !levels.has(segment));
  const name = 'In fields of the FBI’s';
  const rows = ofRows.length === 0 ? undefined : html`<h3>Supplement</h3>${findingsTable('Supplement', ofRows)}`;
  return html`${intro}${bySegment}${rows}${federal.length === 0 ? undefined : html`<h3>${name}</h3>${findingsTable(name, federal)}`}`;
}
