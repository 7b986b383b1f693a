import { type Html, html } from '../../html/html.ts';
import { tableOf } from '../../html/table.ts';
import type { StateProfile } from '../../state/declaration.ts';
import { kinds } from '../../state/described.ts';
import { supplementColumns } from '../../state/index.ts';
import type { SupplementSamples } from '../supplement-samples.ts';
import { contentWords, subjectWords } from '../words.ts';

/** How a supplement is written and sent, its columns, and a row of it. */
export function supplementSection(profile: StateProfile, { template }: SupplementSamples): Html {
  return html`<section class="layout" aria-labelledby="supplement">
<h3 id="supplement">Supplement</h3>
<ul class="prose">
<li>A supplement is a CSV file (RFC 4180) in UTF-8, uploaded like a flat file. It holds no report: each row says something of one
person or thing of a report that is sent by itself.</li>
<li>Its first line names the columns, in any order. The first three below must be there, of the others those that are reported.
A file with any other column is refused whole.</li>
<li>A row is one line. What it leaves blank it says nothing of. Of one person or thing there is one row in a file, with all its
elements; rows of one report stand together.</li>
<li>It may come before its report or after it. Its values are joined with those that came with the report, and take their place
where both have the element. A later row replaces the earlier row of the same person or thing, with all its elements.</li>
<li>Once the report is there, a row of somebody whom it does not have is an error, and so is a value that may not be reported of
those it has. Such a value is left out in whatever order the two come. What the report still lacks is a warning.</li>
</ul>
${tableOf(
  'Columns of the supplement',
  ['Column', 'Holds', 'Of'].map((title) => ({ title })),
  [...keyRows(profile), ...elementRows(profile)],
)}
<figure class="record"><figcaption><a href="template.csv"><code>template.csv</code></a></figcaption>
<div class="pieces"><pre>${template.replaceAll('\r', '').trimEnd()}</pre></div></figure>
</section>`;
}

function keyRows(profile: StateProfile): Html[][] {
  const described = new Set(supplementColumns(profile).map(({ field }) => field.declared.describes));
  const sequences = [...described].map((kind) => {
    const keys = kinds[kind].keys.map(
      ({ label, element, length }) => `${label} (element ${element}, ${length} characters)`,
    );
    const words = keys.length === 0 ? 'blank' : keys.join(', a slash, and ');
    return html`<span class="line">${subjectWords[kind]}: ${words}</span>`;
  });
  return [
    [html`<code>ori</code>`, html`ORI of the agency that sends the report`, html`every row`],
    [html`<code>report</code>`, html`incident number or arrest transaction number of the report`, html`every row`],
    [html`<code>sequence</code>`, html`which person or thing of the report, as the report has it`, html`${sequences}`],
  ];
}

function elementRows(profile: StateProfile): Html[][] {
  return supplementColumns(profile).map(({ name, field: { declared }, occurrence }) => [
    html`<code>${name}</code>`,
    html`<a href="#${declared.id}">${declared.title}</a>${name === declared.id ? undefined : `, place ${occurrence}`}: ${contentWords(declared)}`,
    html`${subjectWords[declared.describes]}`,
  ]);
}
