import { codeListOf, isCode } from '../../codes/index.ts';
import type { Period } from '../../model/index.ts';
import type { Element } from '../element.ts';
import { exactAge } from './age.ts';
import { notADate } from './dates.ts';

const LONGEST_LIST_IN_A_HINT = 12;

/** Codes by which a long list says that there is nothing, or nothing known, to report. */
const nothingKnown = /\b(none|unknown|not known)\b/i;

/** The hint for an offender's number. */
export const offenderNumber = 'Enter two digits, 01 or more; 00 if nothing is known of any offender.';

/** The hint for a victim's age. */
export const victimAge =
  'Enter two digits, 01 to 98; 99 for over 98, 00 for unknown; NN, NB or BB for under a day, a week, a year.';

/** What to enter where no code list tells, or not all of it, by element number. */
const forms: Readonly<Record<string, string>> = {
  '3': notADate.hint,
  '26': victimAge,
  '34': 'Enter the number (element 36) of the offender; 00 if nothing is known of any offender.',
  '36': offenderNumber,
  '37': exactAge.hint,
  '42': notADate.hint,
  '47': exactAge.hint,
};

/**
 * A hint what to enter for an element: the codes of a short list that are legal in the period, what a long one has for
 * "unknown", or the form of an age or date; `undefined` where there is nothing to say but the element's name.
 */
export function whatToEnter({ number }: Pick<Element, 'number'>, period: Period): string | undefined {
  const list = codeListOf[number];
  const form = forms[number];
  if (list === undefined || form !== undefined) return form;
  const legal = [...list].filter(([code]) => isCode(list, code, period));
  const spelled = (codes: typeof legal) => codes.map(([code, { meaning }]) => `${code} (${meaning})`);
  if (legal.length === 1) return `Enter ${spelled(legal)[0]}, or leave it blank.`;
  if (legal.length <= LONGEST_LIST_IN_A_HINT) return `Enter one of: ${spelled(legal).join(', ')}.`;
  const unknown = spelled(legal.filter(([, { meaning }]) => nothingKnown.test(meaning)));
  if (unknown.length === 0) return undefined;
  return `Enter a code of the FBI's list for {element}; ${unknown.join(' or ')} where that fits.`;
}
