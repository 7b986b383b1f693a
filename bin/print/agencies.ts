import { type AgencyFacts, columnOf, factNames, factText } from '../../shared/agencies/facts.ts';
import type { Registered } from '../../shared/agencies/registry.ts';
import { count } from '../../shared/count-words.ts';
import type { LedgerEvent, NewEvent } from '../../shared/ledger/port.ts';
import { table } from './table.ts';

/** Changes that are listed one by one after a load; beyond that the counts say enough. */
const listed = 50;

/** What came of loading a list. */
export function registeredLines(registered: readonly Registered[]): string[] {
  const isNew = registered.filter(({ event }) => event?.type === 'AgencyRegistered').length;
  const changed = registered.filter(({ event }) => event?.type === 'AgencyChanged');
  const unchanged = registered.length - isNew - changed.length;
  const rest = changed.length - listed;
  return [
    `${count(isNew)} registered, ${count(changed.length)} changed, ${count(unchanged)} as they were`,
    ...changed.slice(0, listed).map(({ ori, event }) => `${ori}: ${changedIn(event)}`),
    ...(rest > 0 ? [`and ${count(rest)} more`] : []),
  ];
}

/** What came of setting facts. */
export function changeLines(event: NewEvent | undefined): string[] {
  return event?.type === 'AgencyChanged' ? [`changed: ${changedIn(event)}`] : ['Nothing changed: it was so already.'];
}

function changedIn(event: NewEvent | LedgerEvent | undefined): string {
  if (event?.type !== 'AgencyChanged') return '';
  return factNames
    .filter((fact) => event.data.changed.includes(fact))
    .map(columnOf)
    .join(', ');
}

/** The agencies as a table with what tells them apart and whom to write to. */
export function agenciesTable(agencies: readonly AgencyFacts[]): string[] {
  if (agencies.length === 0) return ['No agency is registered. nibrs agencies load FILE.csv takes a list of them.'];
  const rows = agencies.map((facts) => [
    facts.ori,
    facts.name ?? '',
    facts.county ?? '',
    facts.kind,
    certificationOf(facts),
    standingOf(facts),
    facts.contactEmail ?? '',
  ]);
  const columns = [
    { title: 'ORI' },
    { title: 'name', width: 28 },
    { title: 'county', width: 16 },
    { title: 'kind' },
    { title: 'certified' },
    { title: 'reports', width: 20 },
    { title: 'contact' },
  ];
  return [...table(columns, rows), '', `${count(agencies.length)} registered`];
}

function certificationOf({ certified, certifiedSince }: AgencyFacts): string {
  return certifiedSince ? `since ${certifiedSince}` : (certified ?? '');
}

/** Who reports for it, and since when. */
function standingOf({ coveredBy, coveredSince, dormantSince, nibrsSince }: AgencyFacts): string {
  if (dormantSince) return `dormant since ${dormantSince}`;
  if (coveredBy) return `by ${coveredBy} since ${coveredSince}`;
  return nibrsSince ? `since ${nibrsSince}` : 'itself';
}

/** An agency as JSON, under the names of the columns; what is not known is `null`. */
export function agencyJson(facts: AgencyFacts): string {
  return JSON.stringify(Object.fromEntries(factNames.map((fact) => [columnOf(fact), facts[fact] ?? null])));
}

/** Every fact that is known, one a line. */
export function factLines(facts: AgencyFacts): string[] {
  const known = factNames.filter((fact) => factText(facts, fact) !== '');
  const width = Math.max(...known.map((fact) => columnOf(fact).length));
  return known.map((fact) => `${columnOf(fact).padEnd(width)}  ${factText(facts, fact)}`);
}

/** When which facts changed, and who said so. */
export function historyLines(events: readonly LedgerEvent[]): string[] {
  const rows = events.map((event) => {
    const what = event.type === 'AgencyRegistered' ? 'registered' : changedIn(event);
    return [`${event.at.slice(0, 16).replace('T', ' ')}Z`, event.by, what];
  });
  return table([{ title: 'when' }, { title: 'by' }, { title: 'changed', width: 60 }], rows);
}
