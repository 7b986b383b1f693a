import { type Html, html } from '../../html/html.ts';
import { style } from '../../html/style.ts';
import { tableOf } from '../../html/table.ts';
import { spellDate, spellMonth } from '../../nibrs/edits/rules/dates.ts';
import type { Finding } from '../../nibrs/finding.ts';
import type { StateElement, StateProfile } from '../../state/declaration.ts';
import { stateLayouts } from '../../state/layout.ts';
import { sampleMonth } from '../sample.ts';
import type { SupplementSamples } from '../supplement-samples.ts';
import { capitalized, dutyWord, reportsWith, subjectWords } from '../words.ts';
import { elementSection } from './element.ts';
import { findingsSection } from './findings.ts';
import { layoutSection } from './layout.ts';
import { pageStyle } from './style.ts';
import { supplementSection } from './supplement.ts';

/** What the page shows beside the profile. */
export interface PageFacts {
  /** The lines of `samples/good.txt`. */
  goodLines: readonly string[];
  /** What the validator finds in `samples/bad.txt`. */
  badFindings: readonly Finding[];
  /** Where the profile takes elements in one. */
  supplement: SupplementSamples | undefined;
}

/** The published specification as one page, which loads nothing and needs no script. */
export function specificationPage(profile: StateProfile, facts: PageFacts): string {
  const layouts = stateLayouts(profile);
  const findings = [...facts.badFindings, ...(facts.supplement?.badFindings ?? [])];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${profile.title}, version ${profile.version}</title>
<style>${{ html: style + pageStyle }}</style>
</head>
<body>
${cover(profile)}
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>
<li><a href="#duties">What is reported, of whom, from when</a></li>
<li><a href="#elements">Elements</a>${elementLinks(profile)}</li>
<li><a href="#layouts">How it is sent</a></li>
<li><a href="#findings-list">What the validator says</a></li>
<li><a href="#files">Files for those who build on this</a></li>
<li><a href="#history">Change history</a></li>
</ol></nav>
<main>
<section aria-labelledby="duties"><h2 id="duties">1. What is reported, of whom, from when</h2>
${duties(profile)}</section>
<section aria-labelledby="elements"><h2 id="elements">2. Elements</h2>
${profile.elements.map((element) => elementSection(profile, element, findings))}</section>
<section aria-labelledby="layouts"><h2 id="layouts">3. How it is sent</h2>
${carriage(profile)}
${layouts.map((layout) => layoutSection(layout, facts.goodLines))}
${facts.supplement && supplementSection(profile, facts.supplement)}</section>
<section aria-labelledby="findings-list"><h2 id="findings-list">4. What the validator says</h2>
${findingsSection(profile, findings)}</section>
<section aria-labelledby="files"><h2 id="files">5. Files for those who build on this</h2>
${files(profile, facts)}</section>
<section aria-labelledby="history"><h2 id="history">6. Change history</h2>
${changeHistory(profile)}</section>
</main>
</body>
</html>
`;
  return page.html;
}

/** A title says in parentheses that it is illustrative, and why. */
const illustrative = /\s*\(illustrative: ([^)]*)\)/;

function cover({ state, title, version, effective, elements }: StateProfile): Html {
  const why = illustrative.exec(title)?.[1];
  const authorities = [...new Set(elements.map(({ legalAuthority }) => legalAuthority))];
  const warning =
    why === undefined
      ? undefined
      : html`<p class="illustrative" role="note"><strong>Illustrative.</strong> ${capitalized(why)}. What this page defines is
an example of how the state could publish it; it is not an announcement of the state.</p>`;
  return html`<header class="cover">
<p class="kind">Specification of state elements for NIBRS reports</p>
<h1>${title.replace(illustrative, '')}</h1>
${warning}
<dl class="facts">
<div><dt>State</dt><dd>${state}</dd></div>
<div><dt>Version</dt><dd>${version}</dd></div>
<div><dt>In effect from</dt><dd>${spellMonth(effective)}</dd></div>
<div class="wide"><dt>Legal authority</dt><dd>${authorities.map((authority) => html`<span class="line">${authority}</span>`)}</dd></div>
</dl>
</header>`;
}

function elementLinks({ elements }: StateProfile): Html {
  return html`<ul class="columns">${elements.map(({ id, title }) => html`<li><a href="#${id}">${id}</a> ${title}</li>`)}</ul>`;
}

function duties(profile: StateProfile): Html {
  return html`<p>These elements are the state’s own. They are reported with the FBI’s report of the same incident or arrest, kept
apart from it, and never sent to the FBI.</p>
${tableOf(
  'What is reported, of whom, from when',
  ['Element', 'Title', 'Reported of', 'In', 'Obligation', 'From'].map((title) => ({ title })),
  profile.elements.map((element) => dutyRow(profile, element)),
)}`;
}

function dutyRow(profile: StateProfile, element: StateElement): Html[] {
  return [
    html`<a class="nowrap" href="#${element.id}">${element.id}</a>`,
    html`${element.title}`,
    html`${subjectWords[element.describes]}`,
    html`${reportsWith(element.describes)}`,
    html`${dutyWord(element)}`,
    html`<span class="nowrap">${spellMonth(element.effective ?? profile.effective)}</span>`,
  ];
}

function carriage(profile: StateProfile): Html {
  const has = (test: (element: StateElement) => boolean) => profile.elements.some(test);
  return html`<ul class="prose">
${
  profile.segments.length === 0
    ? undefined
    : html`<li>In the flat file, state segments follow the FBI’s segments of the report they belong to, with the same ORI and the
same incident or arrest transaction number. A file that goes to the FBI directly has none.</li>
<li>A segment is one line of Latin-1 text. Its first four positions state its length. Values begin in the first of their
positions; what is not reported is left blank. In a deletion (action D) state segments are not read.</li>`
}
${has(({ mapping }) => mapping !== undefined) ? html`<li>Some elements stand in fields of the FBI’s own, as codes that the FBI does not have. The state keeps the code as it was sent; the FBI gets its own code in its place.</li>` : undefined}
${has(({ carriers }) => carriers.supplement === true) ? html`<li>Elements marked for the supplement may be sent in a <a href="#supplement">CSV file</a> by themselves, before or after the report.</li>` : undefined}
${has(({ carriers }) => carriers.augmentation === true) ? html`<li>Elements marked for NIBRS XML stand in an augmentation of the state’s own namespace: <a href="elements.xsd">elements.xsd</a>.</li>` : undefined}
</ul>`;
}

function files(profile: StateProfile, { supplement }: PageFacts): Html {
  const names: readonly (readonly [string, string])[] = [
    [
      'samples/good.txt',
      `reports submitted for ${spellMonth(sampleMonth(profile))} in which the validator finds nothing`,
    ],
    ['samples/bad.txt', 'reports with one mistake each'],
    ['samples/bad.findings.jsonl', 'what the validator finds in them, one finding a line'],
    ['schema.json', 'JSON Schema of the state’s values of a report'],
    ['elements.xsd', 'XML Schema of the elements, in a namespace of the state'],
    ...(supplement ? supplementFiles : []),
  ];
  return html`<p>They lie beside this page. The agencies, persons and incidents of the samples are made up. Whoever reads all of the
good samples, and finds in the bad ones what the lists of findings say, conforms.</p>
<dl class="rows">${names.map(([name, text]) => html`<div><dt><a href="${name}"><code>${name}</code></a></dt><dd>${text}</dd></div>`)}</dl>`;
}

const supplementFiles: readonly (readonly [string, string])[] = [
  ['template.csv', 'the first line of a supplement, and a row of it'],
  ['samples/good-supplement.csv', 'what the good reports say, as far as it may come in a supplement'],
  ['samples/bad-supplement.csv', 'rows with one mistake each'],
  ['samples/bad-supplement.findings.jsonl', 'what the validator finds in them'],
];

function changeHistory(profile: StateProfile): Html {
  return tableOf(
    'Change history',
    [{ title: 'Version' }, { title: 'Published' }, { title: 'Changes' }],
    profile.history.map(({ version, date, changes }) => [
      html`${version}`,
      html`<span class="nowrap">${spellDate(date.replaceAll('-', ''))}</span>`,
      html`${changes.map((change) => html`<span class="line">${change}</span>`)}`,
    ]),
  );
}
