import { type Html, html } from '../../html/html.ts';
import { tableOf } from '../../html/table.ts';
import { codeListOf } from '../../nibrs/codes/index.ts';
import type { Finding } from '../../nibrs/finding.ts';
import { supplementLevel } from '../../state/carrier.ts';
import { federalElement, withMeaning } from '../../state/condition-words.ts';
import type { StateElement, StateProfile } from '../../state/declaration.ts';
import { stateLayouts } from '../../state/layout.ts';
import {
  capitalized,
  effectWords,
  formatWords,
  neverWords,
  notDeterminedWords,
  obligationWords,
  releaseWords,
  reportsWith,
  retentionWords,
  sensitivityWords,
  subjectWords,
} from '../words.ts';
import { placesWords } from './layout.ts';

/** Everything that the profile says of one element, and what the validator says of it. */
export function elementSection(profile: StateProfile, element: StateElement, findings: readonly Finding[]): Html {
  const { id, title, definition } = element;
  const own = findings.filter((finding) => finding.element === id && !isRepeated(finding, findings));
  return html`<section class="element" aria-labelledby="${id}">
<h3 id="${id}"><span class="id">${id}</span> ${title}</h3>
<p class="definition">${definition}</p>
<dl class="rows">${elementFacts(profile, element).map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
${codes(element)}
${own.length === 0 ? undefined : html`<h4>Findings</h4>${findingsTable(`Findings on ${id}`, own)}`}
</section>`;
}

/** What is said of a segment and of a row alike is shown once, of the segment. */
function isRepeated({ code, message, hint, segment }: Finding, findings: readonly Finding[]): boolean {
  const other = findings.find((each) => each.code === code && each.message === message && each.hint === hint);
  return segment === supplementLevel && other?.segment !== segment;
}

/** Everything that is to know of an element beside its definition and its codes; what does not concern it is left out. */
export function elementFacts(profile: StateProfile, element: StateElement): (readonly [name: string, text: string])[] {
  const facts: [string, string | undefined][] = [
    ['Describes', `${capitalized(subjectWords[element.describes])}, in ${reportsWith(element.describes)}.`],
    ['Never describes', neverWords(element)],
    ['Obligation', obligationWords(element, profile)],
    ['In effect', effectWords(element, profile)],
    ['Format', formatWords(element.format)],
    ['Not determined', notDeterminedWords(element)],
    ['Sent in', carriersOf(profile, element)],
    ['To the FBI', federalWords(element)],
    ['Sensitivity', sensitivityWords[element.sensitivity]],
    ['Kept', retentionWords(element)],
    ['Release', releaseWords(element)],
    ['Legal authority', element.legalAuthority],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

function carriersOf(profile: StateProfile, { id, describes, carriers, mapping }: StateElement): string {
  const ways: string[] = [];
  for (const { segment, fields } of stateLayouts(profile)) {
    const field = fields.find(({ element }) => element === id);
    if (field) ways.push(`segment ${segment.level}, ${placesWords(field)}`);
  }
  if (carriers.supplement) ways.push('the supplement');
  if (carriers.augmentation) ways.push('NIBRS XML, elements.xsd');
  if (mapping) ways.push(`the field of ${federalElement(mapping.element, describes).replace(/,$/, '')}`);
  return `${capitalized(ways.join('; '))}.`;
}

function federalWords({ mapping }: StateElement): string {
  if (!mapping) return 'Never sent.';
  const pairs = Object.entries(mapping.codes).map(
    ([code, federal]) =>
      `${withMeaning(federal, codeListOf[mapping.element]?.get(federal)?.meaning)} in place of ${code}`,
  );
  return `The code itself is never sent; the FBI gets ${pairs.join(', ')}.`;
}

function codes({ id, format, mapping }: StateElement): Html | undefined {
  if (format.kind !== 'codes') return undefined;
  const { notDetermined } = format;
  return html`<h4>Codes</h4>
<dl class="codes" aria-label="Codes of ${id}">${Object.entries(format.codes).map(
    ([code, text]) =>
      html`<div><dt><code>${code}</code></dt><dd>${text}${code === notDetermined ? html` <span class="quiet">(always valid)</span>` : undefined}${
        mapping?.codes[code] === undefined ? undefined : html` <span class="quiet">(FBI: ${mapping.codes[code]})</span>`
      }</dd></div>`,
  )}</dl>`;
}

/** Findings with what to do, and the sample that has the mistake. */
export function findingsTable(caption: string, findings: readonly Finding[]): Html {
  return tableOf(
    caption,
    ['Code', 'What it says', 'What to do', 'Sample'].map((title) => ({ title })),
    findings.map(({ code, severity, message, hint, report, segment, record }) => [
      html`<span class="nowrap"><strong>${code}</strong> <span class="${severity}">${severity}</span></span>`,
      html`${message}`,
      html`${hint}`,
      html`<code class="nowrap">${segment === supplementLevel ? `line ${record}` : report}</code>`,
    ]),
  );
}
