import type { Edit, EditContext } from '../../shared/nibrs/edits/index.ts';
import type { Finding } from '../../shared/nibrs/finding.ts';
import { layouts } from '../../shared/nibrs/flatfile/layouts/index.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import { type EditCase, editContext } from './case.ts';

/** What is held against the cases: the edits, as they are or with a mistake made on purpose. */
export interface EditsUnderTest {
  edits: readonly Edit[];
  validateReport(source: SourceReport, context: EditContext): Finding[];
}

const scopes = ['element', 'segment', 'report', 'file', 'ledger'];
const elementNumbers = new Set(Object.values(layouts).flatMap(({ fields }) => fields.map(({ element }) => element)));

/** What is wrong with the edits according to a case; undefined when they do what it shows. */
export function faultShownBy(
  { code, about, hit, miss, context, alongside = [] }: EditCase,
  { edits, validateReport }: EditsUnderTest,
): string | undefined {
  const options = { ...editContext, ...context };
  const findings = validateReport(hit, options);
  const [found, expected] = [codesOf(findings), [code, ...alongside].sort().join(' ')];
  if (found !== expected) return `${code}, ${about}: found ${found || 'nothing'} instead of ${expected}`;

  const edit = edits.find((each) => each.code === code);
  for (const finding of findings) {
    if (finding.code !== code || edit?.status !== 'active') continue;
    const { severity, element, message, hint } = finding;
    if (severity !== edit.severity) return `${code}, ${about}: found as ${severity}`;
    if (!edit.elements.includes(element)) return `${code}, ${about}: blames ${element}, which the edit does not name`;
    if (/[{}]|undefined/.test(`${message} ${hint}`)) return `${code}, ${about}: says "${message} ${hint}"`;
  }
  const missed = codesOf(validateReport(miss, options));
  return missed === '' ? undefined : `${code}, ${about}: found ${missed} in the near miss`;
}

/** What an entry of the catalog does not say, or says wrongly; undefined when nothing is missing. */
export function faultInEntry(edit: Edit): string | undefined {
  if (!/^\d{3,4}$/.test(edit.code)) return `${edit.code} is no number of the FBI's`;
  if (!/\d\.\d|Appendix|Change/.test(edit.source)) return `${edit.code} names no place in the specification`;
  if (edit.status !== 'active') return isSentence(edit.reason) ? undefined : `${edit.code} gives no reason`;
  if (!isSentence(edit.message) || !isSentence(edit.hint)) return `${edit.code} has no sentence for a person`;
  if (!scopes.includes(edit.scope)) return `${edit.code} has no scope`;
  const unknown = edit.elements.find((element) => !elementNumbers.has(element));
  if (edit.elements.length === 0 || unknown !== undefined) return `${edit.code} names no element, or ${unknown}`;
  return undefined;
}

function isSentence(text: string): boolean {
  return /\w.*\.$/.test(text);
}

function codesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ code }) => code))].sort().join(' ');
}
