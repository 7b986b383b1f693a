import { z } from 'zod';
import { count } from '../../count-words.ts';
import { UsageError } from '../../errors.ts';
import { findingsCsv } from '../../findings/csv.ts';
import type { FoundFinding, Sort } from '../../findings/found.ts';
import { findingsPage } from '../../findings/page/findings-page.ts';
import { type FindingsAsked, type FoundFindings, type SearchSources, searchFindings } from '../../findings/search.ts';
import type { StateProfile } from '../../state/index.ts';
import { type Caller, mayUse } from '../caller.ts';
import { cursorOf, placeIn } from '../cursor.ts';
import type { FileReply } from '../route.ts';
import type { AnswersTo } from '../routes/index.ts';
import type { finding as findingSchema, findingsAsked } from '../routes/submissions.ts';

export interface FindingAnswersDependencies extends SearchSources {
  profile: StateProfile | undefined;
}

type Query = z.output<typeof findingsAsked>;

/** Findings in a file that is downloaded: with more of them it would not fit an answer, 6 MB of a function. */
const mostDownloaded = { csv: 10_000, html: 5_000 };

export function findingAnswers(deps: FindingAnswersDependencies): AnswersTo<'listFindings' | 'downloadFindings'> {
  return {
    async listFindings({ query: { limit, cursor, sort = 'newest', ...query }, caller }) {
      // A place in one order is none in another.
      const place = z.object({ sort: z.literal(sort), place: z.array(z.union([z.string(), z.number()])) });
      const after = placeIn(cursor, place)?.place;
      const { items, next, totals } = await search(deps, { ...query, sort }, caller, { limit, after });
      return { items: items.map(shown), next: cursorOf(next && { sort, place: next }), totals };
    },

    async downloadFindings({ query: { format, ...query }, caller }) {
      const found = await search(deps, { sort: 'report', ...query }, caller, { limit: mostDownloaded[format] });
      return format === 'csv' ? csvFile(found, query) : htmlFile(found, query, deps);
    },
  };
}

function search(
  deps: SearchSources,
  query: Query & { sort: Sort },
  caller: Caller,
  page: Pick<FindingsAsked, 'limit' | 'after'>,
): Promise<FoundFindings> {
  return searchFindings(deps, { ...query, ...page, maySee: (ori) => mayUse(caller, ori) });
}

function shown(found: FoundFinding): z.input<typeof findingSchema> {
  const { id, submission, upload, period, source, settlement, finding } = found;
  const { fileName, uploadedBy } = upload;
  return { id, submission, fileName, uploadedBy, period, source, ...finding, settlement };
}

function csvFile({ items, next, totals }: FoundFindings, query: Query): FileReply {
  if (next === undefined) {
    return { mediaType: 'text/csv', fileName: `${nameOf(query)}.csv`, text: findingsCsv(items) };
  }
  throw new UsageError(
    `There are ${count(totals.errors + totals.warnings)} findings, and a file takes ${count(mostDownloaded.csv)}. Download ` +
      'them in pieces: of one agency, one number or one severity at a time.',
  );
}

function htmlFile(found: FoundFindings, query: Query, { clock, profile }: FindingAnswersDependencies): FileReply {
  const [file, ...others] = new Set(found.items.map(({ upload }) => upload.fileName));
  const of = query.submission !== undefined && others.length === 0 ? file : undefined;
  const title = `Findings in ${of ?? query.period ?? 'a submission'}`;
  const lead = `As of ${clock().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${filterWords(query)}.`;
  return {
    mediaType: 'text/html',
    fileName: `${nameOf(query)}.html`,
    text: findingsPage(found, { title, lead }, profile),
  };
}

function nameOf({ submission, period }: Query): string {
  return `findings-${[period, submission].filter(Boolean).join('-')}`;
}

/** What the findings were chosen by. */
function filterWords({ agency, severity, code, report, status, source, uploadedBy }: Query): string {
  const chosen = Object.entries({ agency, severity, code, report, status, source, 'uploaded by': uploadedBy });
  const words = chosen.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return words.length === 0 ? 'all of them' : `only ${words.join(', ')}`;
}
