import { spellMonth } from '../nibrs/edits/rules/dates.ts';
import { conditionWords } from '../state/condition-words.ts';
import type { Described, Duty, Format, StateElement, StateProfile } from '../state/declaration.ts';
import { describeFormat, notDeterminedOf, widthOf } from '../state/format.ts';

/** What a declaration says, in sentences for people. */

/** `each arrestee`: of whom or what of a report an element is asked. */
export const subjectWords: Readonly<Record<Described, string>> = {
  incident: 'the incident',
  offense: 'each offense',
  property: 'each property',
  victim: 'each victim',
  offender: 'each offender',
  pair: 'each victim with each offender',
  arrestee: 'each arrestee',
};

/** In which reports there is such a one. */
export function reportsWith(described: Described): string {
  return described === 'arrestee' ? 'Group A incidents and Group B arrests' : 'Group A incidents';
}

const duties: Readonly<Record<Duty, string>> = {
  mandatory: 'mandatory',
  optional: 'optional',
  prohibited: 'not to be reported',
};

/** One word or two, for a table. */
export function dutyWord({ obligation }: StateElement): string {
  if (obligation.kind !== 'conditional') return duties[obligation.kind];
  if (obligation.duty === 'mandatory' || obligation.otherwise === 'mandatory') return 'mandatory in some cases';
  return 'optional in some cases';
}

/** What a report owes of the element, and what becomes of one that lacks it. */
export function obligationWords(element: StateElement, profile: StateProfile): string {
  const { obligation, describes } = element;
  switch (obligation.kind) {
    case 'optional':
      return 'Optional: it may be left blank.';
    case 'prohibited':
      return 'Not to be reported by anybody.';
    case 'mandatory':
      return `Mandatory for ${subjectWords[describes]}. ${lackWords(element, obligation.missing)}`;
    case 'conditional': {
      const { when, duty, otherwise, missing } = obligation;
      const lack = duty === 'mandatory' || otherwise === 'mandatory' ? ` ${lackWords(element, missing)}` : '';
      const main = `${capitalized(duties[duty])} where ${conditionWords(when, element, profile)}`;
      return `${main}; everywhere else ${duties[otherwise]}.${lack}`;
    }
  }
}

function lackWords({ carriers }: StateElement, missing: 'error' | 'warning'): string {
  if (carriers.supplement) {
    return 'A report that lacks it is accepted, with a warning unless a supplement has brought it before.';
  }
  return missing === 'error'
    ? 'A report that lacks it is rejected.'
    : 'A report that lacks it is accepted, with a warning.';
}

/** When its obligation holds. */
export function effectWords(element: StateElement, profile: StateProfile): string {
  const month = spellMonth(element.effective ?? profile.effective);
  return `In reports submitted for ${month} and later months. Before, nothing is owed.`;
}

/** What may be written. */
export function formatWords(format: Format): string {
  if (format.kind !== 'codes') return describeFormat(format);
  const count = Object.keys(format.codes).length;
  const width = widthOf(format);
  return `${count === 1 ? 'The code' : `One of the ${count} codes`} below, in ${width} ${width === 1 ? 'column' : 'columns'}.`;
}

/** The same in a few words, for the table of a layout. */
export function contentWords(element: StateElement): string {
  const { format, id } = element;
  switch (format.kind) {
    case 'codes': {
      const codes = Object.keys(format.codes);
      return codes.length <= listed ? codes.join(', ') : `one of ${codes.length} codes, see ${id}`;
    }
    case 'decimal':
      return `decimal number, ${format.minimum} to ${format.maximum}`;
    case 'whole':
      return format.impliedDecimals > 0
        ? `${format.digits} digits, the last ${format.impliedDecimals} of them decimals`
        : `${format.digits} digits, with leading zeros`;
    case 'date':
      return 'YYYYMMDD';
    case 'text':
      return 'text, left-justified';
  }
}

/** Codes that fit into a line of a table. */
const listed = 12;

export function notDeterminedWords({ format }: StateElement): string {
  const code = notDeterminedOf(format);
  return code === undefined
    ? 'There is no code for it.'
    : `${code}. It is always valid, whatever else the report says. Nothing is inferred from it, and nothing in its place.`;
}

export const sensitivityWords: Readonly<Record<StateElement['sensitivity'], string>> = {
  public: 'Public.',
  personal: 'Personal: never published one by one.',
  restricted:
    'Restricted: for a named role only, and never published one by one. No finding repeats a value, right or wrong.',
};

export function retentionWords({ retention }: StateElement): string {
  return retention === 'as the report' ? 'As long as the report.' : `${retention.months} months.`;
}

export function releaseWords({ publicRelease }: StateElement): string {
  switch (publicRelease.kind) {
    case 'never':
      return 'Never published.';
    case 'counts':
      return `Counts only. A count below ${publicRelease.smallestCell} is suppressed, and enough others that it cannot be recomputed.`;
    case 'as is':
      return 'May be published as reported.';
  }
}

/** `victims, witnesses and offenders`, whom an element may never describe. */
export function neverWords({ prohibited }: StateElement): string | undefined {
  const plurals = { victim: 'victims', witness: 'witnesses', offender: 'offenders', arrestee: 'arrestees' } as const;
  return prohibited.length === 0 ? undefined : `${capitalized(joined(prohibited.map((person) => plurals[person])))}.`;
}

/** `a, b and c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
