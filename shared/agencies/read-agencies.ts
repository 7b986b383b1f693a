import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Agency } from '../nibrs/edits/index.ts';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';
import { type Cell, readCsv } from './csv.ts';

const ori = z.string().regex(oriPattern, 'is not an ORI, nine capital letters and digits');
const month = z.string().regex(periodPattern, 'is not a month, YYYY-MM');
const kinds = ['local', 'state', 'federal', 'tribal'] as const;

/** The columns of a list of agencies, in the order in which documents name them; all but the first may be missing. */
const columns = {
  ori,
  name: z.string().optional(),
  kind: z.enum(kinds, `is none of ${kinds.join(', ')}`).default('local'),
  nibrs_since: month.optional(),
  certified: z.enum(['yes', 'no'], 'is neither yes nor no').optional(),
  covered_by: ori.optional(),
  covered_since: month.optional(),
  dormant_since: month.optional(),
  ori_given_to: z.string().optional(),
  cargo_theft_since: month.optional(),
  bias_motivations_since: month.optional(),
  offender_ethnicity_since: month.optional(),
};
const rowSchema = z.object(columns);

/** The columns that a list of agencies may have. */
export const agencyColumns = Object.keys(columns);

/**
 * The agencies of a CSV text by ORI. Its first row names the columns, those of `agencyColumns` in any order; an empty
 * cell is a fact that is not known. `file` is what messages call the text. Throws `UsageError` with every place that is
 * wrong.
 */
export function readAgencies(csv: string, file: string): ReadonlyMap<string, Agency> {
  const [header = [], ...rows] = readCsv(csv, file);
  demandColumns(header, file);
  const problems: string[] = [];
  const agencies = new Map<string, Agency>();
  for (const row of rows) {
    const read = readRow(header, row);
    const found = 'problems' in read ? read.problems : [];
    if ('agency' in read) {
      if (agencies.has(read.ori)) found.push(`ori: "${read.ori}" stands in the list twice`);
      agencies.set(read.ori, read.agency);
    }
    problems.push(...found.map((problem) => `${file}, line ${row[0]?.line}, ${problem}.`));
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return agencies;
}

function demandColumns(header: readonly Cell[], file: string): void {
  const names = header.map(({ text }) => text);
  const [wrong] = header.filter(({ text }, index) => !agencyColumns.includes(text) || names.indexOf(text) < index);
  if (names.includes('ori') && wrong === undefined) return;
  const what = wrong ? `column "${wrong.text}" is unknown or there twice` : 'there is no column "ori"';
  throw new UsageError(
    `${file}, line ${header[0]?.line ?? 1}: ${what}. The first row names the columns: ${agencyColumns.join(', ')}.`,
  );
}

type Row = { ori: string; agency: Agency } | { problems: string[] };

function readRow(header: readonly Cell[], row: readonly Cell[]): Row {
  if (row.length !== header.length)
    return { problems: [`it has ${row.length} cells, and the first row ${header.length}`] };
  const filled = header.map(({ text }, index) => [text, row[index]?.text] as const).filter(([, text]) => text !== '');
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(filled);
  const parsed = rowSchema.safeParse(values);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => problemOf(issue, values)) };
  const { ori, certified, covered_by: by, covered_since: since, ...rest } = parsed.data;
  if ((by === undefined) !== (since === undefined)) {
    return { problems: ['covered_by and covered_since: one of them is empty, and the other is not'] };
  }
  const agency: Agency = {
    kind: rest.kind,
    name: rest.name,
    nibrsSince: rest.nibrs_since,
    certified: certified === undefined ? undefined : certified === 'yes',
    covered: by === undefined || since === undefined ? undefined : { by, since },
    dormantSince: rest.dormant_since,
    oriGivenTo: rest.ori_given_to,
    cargoTheftSince: rest.cargo_theft_since,
    biasMotivationsSince: rest.bias_motivations_since,
    offenderEthnicitySince: rest.offender_ethnicity_since,
  };
  return { ori, agency };
}

function problemOf({ path, message }: z.core.$ZodIssue, values: Readonly<Record<string, unknown>>): string {
  const [column = ''] = path.map(String);
  return values[column] === undefined ? `${column}: it is empty` : `${column}: "${values[column]}" ${message}`;
}
