import { z } from 'zod';
import type { agencyFacts } from '../../events/agency.ts';
import { judicialDistricts } from '../nibrs/codes/judicial-districts.ts';
import type { Agency } from '../nibrs/edits/index.ts';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';

/** What is known of an agency. */
export type AgencyFacts = z.infer<typeof agencyFacts>;
export type FactName = keyof AgencyFacts;

/** What somebody says of an agency: the facts that they speak of, and what those are; one without a value is not known. */
export interface AgencyEntry {
  ori: string;
  given: readonly FactName[];
  facts: Partial<AgencyFacts>;
}

const kinds = ['local', 'state', 'federal', 'tribal'] as const;
const ori = z.string().regex(oriPattern, 'is not an ORI, nine capital letters and digits');
const month = z.string().regex(periodPattern, 'is not a month, YYYY-MM').optional();
/** A spreadsheet would calculate what begins so; without it a list comes back from one as it was. */
const text = z
  .string()
  .regex(/^[^=+\-@]/, 'begins like a formula')
  .regex(/^\P{Bidi_Control}*$/u, 'has a character that changes the direction of writing')
  .optional();

const entry = z.object({
  ori,
  name: text,
  kind: z.enum(kinds, `is none of ${kinds.join(', ')}`).optional(),
  county: text,
  populationGroup: z
    .string()
    .regex(/^\d[A-E]?$/, 'is not a population group, a digit and perhaps a letter from A to E')
    .optional(),
  contactOffice: text,
  contactEmail: z.email('is not an e-mail address').optional(),
  recordSystem: text,
  vendor: text,
  certified: z.enum(['yes', 'no', 'testing'], 'is neither yes nor no nor testing').optional(),
  certifiedSince: month,
  elements: z
    .string()
    .transform((ids) => ids.split(/\s+/))
    .pipe(z.array(z.string().regex(/^[A-Z]{2}-[\w-]+$/, 'are not ids of elements, such as MO-3, with blanks between')))
    .optional(),
  uploaders: z
    .string()
    .transform((ids) => ids.split(/\s+/))
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9]{1,128}$/, 'are not client ids, with blanks between')))
    .optional(),
  coveredBy: ori.optional(),
  coveredSince: month,
  judicialDistrict: z
    .string()
    .refine((code) => judicialDistricts.has(code), 'is not a judicial district, a code of element 1A')
    .optional(),
  nibrsSince: month,
  dormantSince: month,
  oriGivenTo: text,
  cargoTheftSince: month,
  biasMotivationsSince: month,
  offenderEthnicitySince: month,
}) satisfies z.ZodType<Partial<AgencyFacts>>;

/** Every fact, in the order in which documents name them. */
export const factNames = Object.keys(entry.shape) as FactName[];

/** What a fact is called in lists of agencies and on the command line: `nibrs_since` for `nibrsSince`. */
export function columnOf(fact: FactName): string {
  return fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const factByColumn = new Map(factNames.map((fact) => [columnOf(fact), fact]));

/** The columns that a list of agencies may have; all but the first may be missing. */
export const agencyColumns = [...factByColumn.keys()];

/**
 * What is said of an agency, column by column, in words; an empty one is a fact that is not known. Gives the problems when
 * something in it is wrong, each with its column.
 */
export function readEntry(cells: readonly (readonly [column: string, text: string])[]): AgencyEntry | string[] {
  const named = cells.flatMap(([column, text]) => {
    const fact = factByColumn.get(column);
    return fact ? [[fact, text] as const] : [];
  });
  const values: Readonly<Record<string, string>> = Object.fromEntries(named.filter(([, text]) => text !== ''));
  const parsed = entry.safeParse(values);
  if (!parsed.success) return [...new Set(parsed.error.issues.map((issue) => problemOf(issue, values)))];
  const { ori, ...facts } = parsed.data;
  const contradictions = contradictionsIn(facts);
  if (contradictions.length > 0) return contradictions;
  return { ori, given: named.map(([fact]) => fact), facts: { ori, ...facts } };
}

function problemOf({ path, message }: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string {
  const fact = path[0] as FactName;
  return values[fact] === undefined
    ? `${columnOf(fact)}: it is empty`
    : `${columnOf(fact)}: "${values[fact]}" ${message}`;
}

function contradictionsIn({ coveredBy, coveredSince, certified, certifiedSince }: Partial<AgencyFacts>): string[] {
  return [
    ...((coveredBy === undefined) === (coveredSince === undefined)
      ? []
      : ['covered_by and covered_since: one of them is empty, and the other is not']),
    ...(certifiedSince !== undefined && certified !== 'yes'
      ? ['certified_since: it has a month, and certified is not yes']
      : []),
  ];
}

/** The facts after an entry: those that it speaks of are as it says, the others as they were. */
export function withEntry(before: AgencyFacts | undefined, { ori, given, facts }: AgencyEntry): AgencyFacts {
  const kept = Object.entries(before ?? {}).filter(([fact]) => !given.some((name) => name === fact));
  const { kind = 'local', ...after }: Partial<AgencyFacts> = { ...Object.fromEntries(kept), ...facts };
  const { coveredBy, coveredSince, certifiedSince, ...rest } = after;
  return {
    ...rest,
    ori,
    kind,
    // What hangs on a fact goes with it.
    ...(coveredBy !== undefined && coveredSince !== undefined && { coveredBy, coveredSince }),
    ...(rest.certified === 'yes' && certifiedSince !== undefined && { certifiedSince }),
  };
}

/** A fact as it stands in a list of agencies; '' when it is not known. */
export function factText(facts: AgencyFacts, fact: FactName): string {
  const value = facts[fact] ?? '';
  return typeof value === 'string' ? value : value.join(' ');
}

/**
 * What the edits ask of an agency. One that is on its way to certification is neither certified nor not: its submissions
 * are how it gets there (user manual 2025.0, 5.1), so edit 935 does not refuse them.
 */
export function editFacts({ certified, coveredBy, coveredSince, ...facts }: AgencyFacts): Agency {
  const { kind, name, nibrsSince, dormantSince, oriGivenTo } = facts;
  const { cargoTheftSince, biasMotivationsSince, offenderEthnicitySince } = facts;
  return {
    ...{ kind, name, nibrsSince, dormantSince, oriGivenTo },
    ...{ cargoTheftSince, biasMotivationsSince, offenderEthnicitySince },
    certified: certified === 'yes' || certified === 'no' ? certified === 'yes' : undefined,
    covered: coveredBy === undefined || coveredSince === undefined ? undefined : { by: coveredBy, since: coveredSince },
  };
}
